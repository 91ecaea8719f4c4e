import { readText, writeText } from '../host/files.ts';
import { rfc3339 } from '../time.ts';
import { VERSIONS } from '../versions/versions.table.ts';
import { type Step, told, withHost, withKubelet, withNode } from './change.ts';
import { type Node, nodeNamed, type World } from './world.ts';

const LOG = '/var/log/dpkg.log';

/** The exit code of apt-get for any error of its own. */
const APT_FAILED = 100;

/**
 * Installs another version of the kubelet's package, newer or older, as `apt-get install kubelet=1.34.9-1.1` does. What
 * runs keeps the binary that it was started from; the next start takes the new one. Files of the node stay as they are.
 */
export function upgrade(world: World, name: string, version: string): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return { world, trace: told(world, { stderr: `no such node: ${name}`, exitCode: 1 }) };
  if (!VERSIONS.some((known) => known.version === version)) {
    const stderr = `E: Version '${version}-1.1' for 'kubelet' was not found\n`;
    return { world, trace: told(world, { stderr, exitCode: APT_FAILED }) };
  }
  if (node.kubelet.version === version) {
    return { world, trace: told(world, { stdout: `kubelet is already the newest version (${version}-1.1).\n` }) };
  }
  const next = withNode(world, withKubelet(logged(node, version, world.now), { version }));
  return { world: next, trace: told(next) };
}

/** The node with dpkg's lines about the change, as its log has them. */
function logged(node: Node, version: string, now: number): Node {
  const time = rfc3339(now).replace('T', ' ').replace('Z', '');
  const lines = [
    `${time} upgrade kubelet:amd64 ${node.kubelet.version}-1.1 ${version}-1.1\n`,
    `${time} status installed kubelet:amd64 ${version}-1.1\n`,
  ];
  const before = readText(node.host.files, LOG) ?? '';
  return withHost(node, { files: writeText(node.host.files, LOG, before + lines.join(''), now) });
}
