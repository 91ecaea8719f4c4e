import { expect, test } from 'vitest';
import { issueCertificate } from '../pki/issue.ts';
import { poolKey } from '../pki/keyPool.ts';
import { selfSignedServing } from '../pki/selfSigned.ts';
import {
  after,
  asking,
  base,
  CA,
  CONFIG,
  certificate,
  NODE,
  NOON,
  nodeOf,
  restart,
  started,
  textOf,
  wait,
  write,
} from './playground.fixture.ts';
import { step } from './step.ts';
import type { World } from './world.ts';

const running = started();
const YEAR = 365 * 86_400_000;
const dates = { notBefore: NOON - 1000, notAfter: NOON + YEAR };
const otherKey = poolKey(8);
const otherCA = issueCertificate({
  commonName: 'other-ca',
  ...dates,
  serial: '7',
  privateKey: otherKey,
  purpose: 'authority',
});
const newcomer = issueCertificate({
  commonName: 'eve',
  organizations: ['system:masters'],
  ...dates,
  serial: '8',
  privateKey: poolKey(9),
  purpose: 'client',
  issuer: { certificate: otherCA, privateKey: otherKey },
});

function statusOf(world: World, who: { readonly certificate: string; readonly name: string }): number {
  const { trace } = step(world, { type: 'request', node: NODE, request: asking({ certificate: who }) });
  return trace.kind === 'request' && trace.answer.kind === 'http' ? trace.answer.status : 0;
}

test('another client CA counts at once: the old certificates are 401, the new ones let in', () => {
  const admin = certificate(running, 'admin');
  const eve = { certificate: newcomer, name: '/root/eve.crt' };
  expect([statusOf(running, admin), statusOf(running, eve)]).toEqual([200, 401]);
  const changed = after(running, write(CA, otherCA));
  expect([statusOf(changed, admin), statusOf(changed, eve)]).toEqual([401, 200]);
  const both = after(changed, write(CA, `${otherCA}${textOf(running, CA)}`));
  expect([statusOf(both, admin), statusOf(both, eve)]).toEqual([200, 200]);
});

test.each([
  ['rubbish', 'rubbish'],
  ['an empty file', ''],
])('%s in place of the client CA is complained about, and the last good one kept', (_name, text) => {
  const { world, trace } = step(running, write(CA, text));
  expect(statusOf(world, certificate(running, 'admin'))).toBe(200);
  expect(trace.journal).toMatchObject([{ level: 'E', identifier: 'kubelet', about: { file: CA, line: 1 } }]);
  // A restart reads the file anew and cannot begin with it.
  expect(nodeOf(after(world, restart)).kubelet).toMatchObject({ state: 'waiting', lastExit: { code: 1 } });
});

test('a client CA that is removed is missed, not forgotten', () => {
  const { world, trace } = step(running, { type: 'remove', node: NODE, path: CA });
  expect(statusOf(world, certificate(running, 'admin'))).toBe(200);
  expect(trace.journal.map(({ level }) => level)).toEqual(['E', 'E']);
});

test('another serving pair is shown from then on, once both halves are there', () => {
  const path = '/var/lib/kubelet/pki/kubelet.crt';
  const key = '/var/lib/kubelet/pki/kubelet.key';
  const fresh = selfSignedServing('elsewhere', NOON);
  const half = after(running, write(path, fresh.certificate));
  const whole = after(half, write(key, fresh.key));
  const shown = (world: World) => {
    const { serving } = nodeOf(world).kubelet.process ?? { serving: null };
    return serving !== null && serving.kind !== 'none' ? serving.certificate : '';
  };
  expect(shown(whole)).toBe(fresh.certificate);
  expect(shown(running)).toBe(textOf(running, path));
  expect([textOf(running, path), fresh.certificate]).toContain(shown(half));
});

test('a static pod runs while its manifest lies there', () => {
  const pods = (world: World) => Object.keys(nodeOf(world).kubelet.process?.manifests ?? {});
  const more = '/etc/kubernetes/manifests/more.yaml';
  const added = after(running, write(more, textOf(running, '/etc/kubernetes/manifests/web.yaml')));
  expect(pods(added)).toEqual([more, '/etc/kubernetes/manifests/web.yaml']);
  expect(pods(after(added, { type: 'remove', node: NODE, path: more }))).toEqual(pods(running));
});

test('any other file changes on disk only', () => {
  const edited = after(running, write(CONFIG, ''));
  expect(nodeOf(edited).kubelet).toEqual(nodeOf(running).kubelet);
  expect(nodeOf(edited).host.files[CA]).toBe(nodeOf(running).host.files[CA]);
});

test('mode and owner are changed, and kept by whoever writes', () => {
  const changed = after(
    running,
    { type: 'chmod', node: NODE, path: CONFIG, mode: 0o100600 },
    { type: 'chown', node: NODE, path: CONFIG, owner: 'bob', group: 'dev' },
    wait(5),
    write(CONFIG, 'x'),
  );
  const entry = { kind: 'file', text: 'x', mode: 0o600, owner: 'bob', group: 'dev', modifiedAt: NOON + 5000 };
  expect(nodeOf(changed).host.files[CONFIG]).toEqual(entry);
});

test('what cannot be done is said, and changes nothing', () => {
  const { world } = base();
  const cases = [
    [write('/etc/kubernetes', ''), 'Is a directory'],
    [{ type: 'remove', node: NODE, path: '/nothing' }, 'No such file or directory'],
    [{ type: 'chmod', node: NODE, path: '/__proto__', mode: 0 }, 'No such file or directory'],
    [{ type: 'write', node: '__proto__', path: '/x', text: '' }, 'no such node'],
  ] as const;
  for (const [event, words] of cases) {
    const result = step(world, event);
    expect(result.world).toBe(world);
    expect(result.trace).toMatchObject({ kind: 'action', exitCode: 1, stderr: expect.stringContaining(words) });
  }
});
