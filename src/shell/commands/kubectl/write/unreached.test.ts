import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import { kubectl } from '../kubectl.ts';

const { world } = BASES['kubeadm-cluster'](parseTime('2026-11-24T09:00:00Z'));
const SERVER = 'https://10.0.0.10:6444';
const MANIFEST = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"}}';

function errorsOf(line: string, stdin: string) {
  const { stdout, stderr, exitCode } = kubectl.run([...line.split(' '), `--server=${SERVER}`], {
    world,
    node: 'node01',
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin,
    terminal: { stdin: false, stdout: false, columns: 80 },
  });
  const lines = stderr.trimEnd().split('\n');
  const isTry = (text: string): boolean => text.includes('memcache.go:265] "Unhandled Error"');
  return { stdout, exitCode, tries: lines.filter(isTry).length, rest: lines.filter((text) => !isTry(text)).join('\n') };
}

const refused = (host: string): string => `dial tcp ${host}: connect: connection refused`;
const CONNECTION = 'The connection to the server 10.0.0.10:6444 was refused - did you specify the right host or port?';

// As a kubectl 1.36.3 does with a server that it has not met: the commands ask for its resources so many times.
test.each([
  ['create role x --verb=get --resource=pods', 2],
  ['create clusterrole x --verb=get --resource=pods --dry-run=client', 2],
  ['create ns x', 0],
  ['run x --image=nginx', 1],
  ['run x --image=nginx --dry-run=client', 1],
  ['delete cm x', 5],
  ['label cm x a=b', 5],
  ['taint nodes node01 a=b:NoSchedule', 2],
  ['cordon node01', 4],
  ['certificate approve x', 4],
  ['logs x', 4],
  ['logs -l a=b', 4],
  ['attach x', 4],
  ['port-forward x 80', 4],
])('a server that is not there: %s', (line, tries) => {
  expect(errorsOf(line, '')).toEqual({ stdout: '', exitCode: 1, tries, rest: CONNECTION });
});

test('manifests are validated by a schema first, which cannot be had', () => {
  const advice = 'if you choose to ignore these errors, turn validation off with --validate=false';
  const unread = `Get "${SERVER}/openapi/v2?timeout=32s": ${refused('10.0.0.10:6444')}; ${advice}`;
  const invalid = 'error: error validating "STDIN": error validating data: ';
  for (const command of ['create', 'apply', 'replace']) {
    const single = { stdout: '', exitCode: 1, tries: 0, rest: `${invalid}failed to download openapi: ${unread}` };
    expect(errorsOf(`${command} -f -`, MANIFEST)).toEqual(single);
  }
  const list = `{"apiVersion":"v1","kind":"List","items":[${MANIFEST}]}`;
  expect(errorsOf('apply -f -', list).rest).toBe(`${invalid}${unread}`);
  expect(errorsOf('apply -f - --validate=false', MANIFEST)).toMatchObject({
    tries: 1,
    rest: `error: unable to recognize "STDIN": Get "${SERVER}/api?timeout=32s": ${refused('10.0.0.10:6444')}`,
  });
});
