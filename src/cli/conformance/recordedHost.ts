import type { Files, RegularFile } from '#engine/host/files.ts';
import type { Host } from '#engine/host/host.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { KUBELET_SYSCTLS } from '#engine/kubeadm/host.ts';
import type { CaseNames } from './caseNames.ts';
import type { RecordedCase, Recordings } from './recording.ts';
import { unitFile } from './unitFile.ts';

/** The address of the node in every recording. */
export const NODE_ADDRESS = '10.0.0.11';

/**
 * The recording host (conformance/recordings/README.md) with a case's files and its command line in a unit file,
 * so that a start goes all the way: host, systemd, kubelet. `now` is in milliseconds since the epoch. Throws when the case names a file of `pki/` that is not there.
 */
export function recordedHost(recorded: RecordedCase, recordings: Recordings, names: CaseNames, now: number): Host {
  const texts: Record<string, string> = {
    '/etc/hostname': 'recorder\n',
    '/etc/resolv.conf': 'nameserver 10.0.0.2\n',
    [`/etc/systemd/system/${KUBELET_UNIT}`]: unitFile(recorded.args),
    '/var/lib/kubelet/pki/kubelet-client-current.pem':
      pem(recordings, `${names.node}.crt`) + pem(recordings, `${names.node}.key`),
  };
  for (const [name, text] of recordings.manifests) texts[`${names.manifests}/${name}`] = text;
  for (const [path, text] of Object.entries(recorded.files)) {
    texts[path] = text.startsWith('@pki/') ? pem(recordings, text.slice('@pki/'.length)) : text;
  }
  const files: Record<string, RegularFile> = {};
  for (const [path, text] of Object.entries(texts)) {
    files[path] = { kind: 'file', text, mode: 0o644, owner: 'root', group: 'root', modifiedAt: now };
  }
  return {
    hostname: 'recorder',
    address: NODE_ADDRESS,
    files: files satisfies Files,
    units: {},
    journal: [],
    cgroup: 1,
    sysctls: KUBELET_SYSCTLS,
    runtimeSockets: ['/run/containerd/containerd.sock'],
    bootedAt: now - 3_600_000,
    nextPid: 31_842,
    takenPorts: [],
  };
}

/** A PEM file of the recordings. Throws when it is missing: the folder is broken. */
export function pem(recordings: Recordings, name: string): string {
  const text = recordings.pki.get(name);
  if (text === undefined) throw new Error(`the recordings have no pki/${name}`);
  return text;
}
