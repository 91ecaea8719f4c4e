import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPack } from './readPack.ts';

const ID = 'the-chart-that-is-missing';
const REAL = readFileSync(`scenarios/${ID}/scenario.yaml`, 'utf8');

/** What is said of the scenario once a text in it is another one, each with the text of its line. */
function said(from: string | RegExp, to: string): readonly string[] {
  const text = REAL.replace(from, to);
  expect(text).not.toBe(REAL);
  const read = readPack(ID, { 'scenario.yaml': text });
  const rows = text.split('\n');
  return read.ok
    ? []
    : read.problems.map(({ line, message, advice }) => `${rows[line - 1]?.trim()} | ${message} | ${advice}`);
}

/** A start, in place of the real one. */
const started = (rows: string): readonly string[] => said(/start:\n[\s\S]*?\n\ntabs:/, `start:\n${rows}\n\ntabs:`);
/** A check, in place of the first. */
const checked = (rows: string): readonly string[] => said(/- check: "kubelet"\n\s+is: "running"/, rows);

test('the real scenario names nothing that its base does not have', () => {
  expect(readPack(ID, { 'scenario.yaml': REAL })).toMatchObject({ ok: true });
});

test.each<[string, () => readonly string[], string]>([
  [
    'a tab',
    () => said('- /etc/default/kubelet', '- /etc/default/kublet'),
    '- /etc/default/kublet | node01 has no /etc/default/kublet to open | Did you mean /etc/default/kubelet?',
  ],
  [
    'a node',
    () => started('  nodes:\n    node02: {}'),
    'node02: {} | the base kubeadm-node has no node node02 | Did you mean node01?',
  ],
  [
    'a file to copy',
    () => started('  copies:\n    /root/new.crt: /root/bbo.crt'),
    '/root/new.crt: /root/bbo.crt | node01 has no /root/bbo.crt to copy | Did you mean /root/bob.crt?',
  ],
  [
    'a file to replace a text in',
    () => started('  replaced:\n    - file: /var/lib/kubelet/config.yml\n      find: a\n      with: b'),
    '- file: /var/lib/kubelet/config.yml | node01 has no /var/lib/kubelet/config.yml to replace anything in | Did you mean /var/lib/kubelet/config.yaml?',
  ],
  [
    'a file to take away',
    () => started('  removed: [/nowhere]'),
    'removed: [/nowhere] | node01 has no /nowhere to take away | Nothing there is spelled like it.',
  ],
  [
    'a mode of no file',
    () => started('  modes:\n    /root/nobody.key: "0644"'),
    '/root/nobody.key: "0644" | node01 has no /root/nobody.key | Did you mean /root/bob.key?',
  ],
  [
    'an object to delete',
    () => started('  deleted:\n    - {kind: ClusterRole, name: node-metric}'),
    '- {kind: ClusterRole, name: node-metric} | the base has no ClusterRole node-metric | Did you mean node-metrics?',
  ],
  [
    'a field of the kubelet',
    () => checked('- {check: effective, path: readOnlyPrt, is: 0}'),
    '- {check: effective, path: readOnlyPrt, is: 0} | the kubelet configuration of 1.36 has no field readOnlyPrt | Did you mean readOnlyPort?',
  ],
  [
    'the end of a path',
    () => checked('- {check: source, path: anonymous.enabled, from: file}'),
    '- {check: source, path: anonymous.enabled, from: file} | the kubelet configuration of 1.36 has no field anonymous.enabled | Did you mean authentication.anonymous.enabled?',
  ],
  [
    'a field with fields',
    () => checked('- {check: source, path: authentication.anonymous, from: file}'),
    '- {check: source, path: authentication.anonymous, from: file} | authentication.anonymous has no value of its own | Name one of: authentication.anonymous.enabled.',
  ],
  [
    'a container',
    () => checked('- {check: logs, of: default/web/nginx}'),
    '- {check: logs, of: default/web/nginx} | node01 runs no default/web/nginx | Name one of: default/web-node01/nginx.',
  ],
  [
    'a number of the benchmark',
    () => checked('- {check: benchmark, id: 4.2.99, is: PASS}'),
    '- {check: benchmark, id: 4.2.99, is: PASS} | cis-1.12 has no check 4.2.99 for a node | Did you mean 4.2.9?',
  ],
  [
    'a node of a check',
    () => checked('- {check: node-ready, node: nod01}'),
    '- {check: node-ready, node: nod01} | the base kubeadm-node has no node nod01 | Did you mean node01?',
  ],
])('%s that the base does not have is a problem that names what was meant', (_name, words, expected) => {
  expect(words()).toEqual([expected]);
});

test('what the start itself makes is there: files, pods, and what was written later', () => {
  const manifest =
    'apiVersion: v1\n      kind: Pod\n      metadata: {name: shop}\n      spec: {containers: [{name: till, image: a}]}';
  const start = `start:\n  files:\n    /etc/kubernetes/manifests/shop.yaml: |\n      ${manifest}\n  afterwards:\n    /root/note.txt: later\n\ntabs:\n  - /root/note.txt`;
  const text = REAL.replace(/start:\n[\s\S]*?\n\ntabs:/, () => start).replace(
    /- check: "kubelet"\n\s+is: "running"/,
    '- {check: logs, of: default/shop-node01/till}',
  );
  expect(readPack(ID, { 'scenario.yaml': text })).toMatchObject({ ok: true });
});
