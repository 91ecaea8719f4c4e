import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readText } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { MACHINE } from '../host/machine.table.ts';
import { permissionText } from '../host/permissions.ts';
import { commandOf } from '../host/systemd/command.ts';
import { diagnoseEnvironmentFile, diagnoseUnitFile } from '../host/systemd/diagnose.ts';
import { serviceOptions } from '../host/systemd/service.ts';
import { expandSpecifiers } from '../host/systemd/specifiers.ts';
import { unusedVariables } from '../host/systemd/unused.ts';
import { KUBELET_UNIT, type LoadedUnit } from '../host/unit.ts';
import { decodeBase64 } from '../pki/bytes.ts';
import { parseTime } from '../time.ts';
import { KUBEADM_PATHS } from './files.ts';
import { kubeadmHost, lectureHost } from './host.ts';
import { LECTURE_UNIT } from './lectureUnit.ts';
import type { NodeParameters } from './parameters.ts';

const PARAMETERS: NodeParameters = {
  hostname: 'node01',
  address: '10.0.0.11',
  version: '1.36.3',
  pki: { ca: 'CA PEM\n', kubeletClient: 'CLIENT PEM\n', further: { '/root/bob.key': 'KEY\n' } },
  manifests: { 'web.yaml': 'kind: Pod\n' },
  now: parseTime('2026-11-24T09:00:00Z'),
};

function unitOf(host: Host): LoadedUnit {
  const unit = host.units[KUBELET_UNIT];
  if (unit === undefined) throw new Error('no unit');
  return unit;
}

function words(host: Host): readonly string[] {
  const command = commandOf(unitOf(host), host.files);
  return command.ok ? command.argv.map((argument) => argument.text) : [command.result];
}

test('a kubeadm node runs the kubelet as the drop-in says, and all is quiet', () => {
  const host = kubeadmHost(PARAMETERS);
  const command = commandOf(unitOf(host), host.files);
  expect(command.ok && command.argv.map(({ text, at, variable }) => [text, at?.line, variable])).toEqual([
    ['/usr/bin/kubelet', 11, undefined],
    ['--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf', 3, 'KUBELET_KUBECONFIG_ARGS'],
    ['--kubeconfig=/etc/kubernetes/kubelet.conf', 3, 'KUBELET_KUBECONFIG_ARGS'],
    ['--config=/var/lib/kubelet/config.yaml', 4, 'KUBELET_CONFIG_ARGS'],
  ]);
  expect(command.log).toEqual([]);
  expect(unusedVariables(unitOf(host), host.files)).toEqual([]);
  expect(serviceOptions(unitOf(host))).toMatchObject({ restart: 'always', restartSec: 10_000, startLimitInterval: 0 });
  expect(unitOf(host)).toMatchObject({ fragment: KUBEADM_PATHS.unit, dropIns: [KUBEADM_PATHS.dropIn] });
  expect(host).toMatchObject({ cgroup: 2, journal: [], runtimeSockets: ['/run/containerd/containerd.sock'] });
  for (const path of [KUBEADM_PATHS.unit, KUBEADM_PATHS.dropIn])
    expect(diagnoseUnitFile(readText(host.files, path) ?? '', path)).toEqual([]);
  expect(diagnoseEnvironmentFile(readText(host.files, KUBEADM_PATHS.extraArgs) ?? '', '')).toEqual([]);
});

test('extra arguments come last, from their own file', () => {
  const host = kubeadmHost({ ...PARAMETERS, nodeName: 'w1', extraArgs: '"--anonymous-auth=true --v=4"' });
  expect(words(host).slice(-3)).toEqual(['--hostname-override=w1', '--anonymous-auth=true', '--v=4']);
  const command = commandOf(unitOf(host), host.files);
  expect(command.ok && command.argv.at(-1)).toEqual({
    text: '--v=4',
    at: { file: KUBEADM_PATHS.extraArgs, line: 1, column: 1 },
    variable: 'KUBELET_EXTRA_ARGS',
  });
});

test('leaves the modes that kubeadm leaves', () => {
  const { files } = kubeadmHost(PARAMETERS);
  const modes = Object.fromEntries(
    ['config', 'kubeconfig', 'dropIn', 'clientCA', 'clientCertificate'].map((name) => {
      const entry = files[KUBEADM_PATHS[name as keyof typeof KUBEADM_PATHS]];
      return [name, entry === undefined ? '' : permissionText(entry)];
    }),
  );
  expect(modes).toEqual({
    config: '-rw-r--r--',
    kubeconfig: '-rw-------',
    dropIn: '-rw-r--r--',
    clientCA: '-rw-r--r--',
    clientCertificate: '-rw-------',
  });
  expect(files['/root/bob.key']?.mode).toBe(0o600);
});

test('the kubeconfig carries the CA and points to the client certificate', () => {
  const { files } = kubeadmHost(PARAMETERS);
  const config = parse(readText(files, KUBEADM_PATHS.kubeconfig) ?? '');
  expect(config.clusters[0].cluster.server).toBe('https://10.0.0.10:6443');
  expect(decodeBase64(config.clusters[0].cluster['certificate-authority-data'])).toBe('CA PEM\n');
  expect(config.users[0].user['client-key']).toBe(KUBEADM_PATHS.clientCertificate);
});

test('the lecture’s node carries every flag in its unit, a line each', () => {
  const host = lectureHost(PARAMETERS);
  const command = commandOf(unitOf(host), host.files);
  expect(words(host).some((word) => word.startsWith('--config'))).toBe(false);
  expect(command.ok && command.argv.map(({ at }) => at?.line)).toEqual(words(host).map((_, index) => 8 + index));
  expect(diagnoseUnitFile(readText(host.files, LECTURE_UNIT) ?? '', LECTURE_UNIT)).toEqual([]);
  expect(readText(host.files, KUBEADM_PATHS.config)).toBeNull();
  expect(readText(host.files, '/etc/kubernetes/manifests/web.yaml')).toBe('kind: Pod\n');
});

test('a host is a JSON value', () => {
  for (const host of [kubeadmHost(PARAMETERS), lectureHost(PARAMETERS)])
    expect(JSON.parse(JSON.stringify(host))).toEqual(host);
});

test('logs are there to be read', () => {
  expect(readText(kubeadmHost(PARAMETERS).files, '/var/log/syslog')).toContain(
    ' node01 systemd[1]: Started kubelet.service',
  );
});

test('the boot log, the specifiers of units and the API server are told of one kernel', () => {
  expect(readText(kubeadmHost(PARAMETERS).files, '/var/log/syslog')).toContain(`Linux version ${MACHINE.kernel} `);
  expect(expandSpecifiers('%v %o %w', { unit: 'a.service', hostname: 'node01', fragment: null })).toBe(
    `${MACHINE.kernel} debian 12`,
  );
});
