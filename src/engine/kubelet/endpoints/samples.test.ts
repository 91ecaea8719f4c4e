import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { get, worldWith } from './node.fixture.ts';

const ROOT = new URL('../../../../conformance/recordings/1.36/', import.meta.url);
const sample = (name: string): string => readFileSync(new URL(`samples/${name}`, ROOT), 'utf8');
const MANIFEST = readFileSync(new URL('manifests/web.yaml', ROOT), 'utf8');
const WORLD = worldWith({
  args: [
    '--config=/var/lib/kubelet/config.yaml',
    '--kubeconfig=/etc/kubernetes/kubelet.conf',
    '--hostname-override=node01',
    '--node-ip=10.0.0.11',
  ],
  files: {
    '/var/lib/kubelet/config.yaml':
      'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfailCgroupV1: false\ncgroupDriver: cgroupfs\nfailSwapOn: false\nstaticPodPath: /etc/kubernetes/manifests\nresolvConf: /etc/resolv.conf\nauthentication:\n  x509:\n    clientCAFile: /etc/kubernetes/pki/ca.crt\nreadOnlyPort: 10255\n',
  },
  manifests: { '/etc/kubernetes/manifests/web.yaml': MANIFEST },
});

/** What a runtime or a clock made: ids, and the moments that do not come from the kubelet's start. */
function comparable(text: string): string {
  return text
    .replace(/[0-9a-f]{64}/g, '<id>')
    .replace(/"[0-9a-f]{32}"/g, '"<uid>"')
    .replace(/2026-11-24T09:09:\d\d(\.\d+)?Z/g, '<time>');
}

test.each([
  ['/pods', 'pods.txt'],
  ['/runningpods/', 'runningpods.txt'],
  ['/healthz?verbose', 'healthz_verbose.txt'],
  ['/containerLogs/default/web-node01/nginx', 'containerLogs_default_web-node01_nginx.txt'],
])('answers %s as the recorded kubelet did, ids and times aside', (path, name) => {
  expect(comparable(get(WORLD, path).body)).toBe(comparable(sample(name)));
});

test('prints the flags of the recorded command line', () => {
  expect(get(WORLD, '/flagz').body).toBe(sample('flagz.txt'));
});

test('prints the status page of the recorded kubelet, its up time aside', () => {
  const upTime = (text: string): string => text.replace(/^Up: .*$/m, 'Up');
  expect(upTime(get(WORLD, '/statusz').body)).toBe(upTime(sample('statusz.txt')));
});

test('has the families and labels of the recorded resource metrics', () => {
  const shape = (text: string): readonly string[] =>
    text
      .split('\n')
      .filter((line) => !line.startsWith('# HELP'))
      .map((line) => line.replace(/ [-+.e\d]+( \d+)?$/, ''));
  expect(shape(get(WORLD, '/metrics/resource').body)).toEqual(shape(sample('metrics_resource.txt')));
});

test('has in its summary only keys that the recorded one has', () => {
  const keys = (value: unknown, path: string): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap((item) => keys(item, `${path}[]`));
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, item]) => keys(item, `${path}.${key}`));
  };
  const known = new Set(keys(JSON.parse(sample('stats_summary.txt')), ''));
  const own = keys(JSON.parse(get(WORLD, '/stats/summary').body), '');
  expect(own.filter((key) => !known.has(key))).toEqual([]);
});
