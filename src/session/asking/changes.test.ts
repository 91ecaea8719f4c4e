import { expect, test } from 'vitest';
import { readLine } from '#shell/commands/curl/decompose.ts';
import { started } from './bases.fixture.ts';
import { changesOf, likenessOf, pathLabel } from './changes.ts';
import { choicesOn } from './choices.ts';

const { here, world } = started('kubeadm-node');
const choices = choicesOn(here, world);
const LINE = 'curl -sk https://localhost:10250/pods';

test('each changed line differs in its one thing', () => {
  const fields = { who: ['who'], port: ['port', 'scheme'], method: ['method'], endpoint: ['path'] };
  const before = readLine(LINE);
  if (before.kind !== 'form') throw new Error('the line is a form');
  for (const { what, lines } of changesOf(LINE, choices)) {
    for (const { line } of lines) {
      const after = readLine(line);
      if (after.kind !== 'form') throw new Error(line);
      const rest = Object.entries(after.form).filter(([name, value]) => {
        return (
          JSON.stringify(value) !== JSON.stringify(Object.entries(before.form).find(([other]) => other === name)?.[1])
        );
      });
      expect(rest.length).toBeGreaterThan(0);
      for (const [name] of rest) expect(fields[what]).toContain(name);
    }
  }
});

test('the chips of a plain line', () => {
  expect(
    changesOf(LINE, choices).map(({ what, lines }) => `${what}: ${lines.map(({ label }) => label).join(', ')}`),
  ).toEqual([
    'who: admin, bob, intruder, the node itself, prometheus',
    'port: 10255, 10248',
    'method: POST, HEAD, PUT, DELETE',
    'endpoint: /containerLogs, /run, /metrics, /healthz, /configz, /logs/',
  ]);
  expect(changesOf('ls', choices)).toEqual([]);
});

test('a request is compared with the nearest that differs in one thing', () => {
  const like = (...lines: string[]) =>
    likenessOf(
      lines.map((line, index) => ({ line, number: index + 1 })),
      choices.identities,
    );
  expect(like(LINE, `${LINE} --cert bob.crt --key bob.key`)).toEqual({ number: 1, words: 'but as bob' });
  expect(like(LINE, 'ls', 'curl -sk http://localhost:10255/pods')).toEqual({ number: 1, words: 'but at port 10255' });
  expect(like(LINE, 'curl -skI https://localhost:10250/pods')).toEqual({ number: 1, words: 'but by HEAD' });
  expect(like(LINE, 'curl -sk https://localhost:10250/healthz')).toEqual({ number: 1, words: 'but for /healthz' });
  expect(like(LINE, LINE)).toBeNull();
  expect(like(LINE, 'curl -s http://localhost:10255/healthz')).toBeNull();
  expect(like(LINE)).toBeNull();
  expect(like(LINE, 'ls')).toBeNull();
});

test('paths are named by their endpoint', () => {
  expect(
    [
      '/pods',
      '/logs/',
      '/run/a/b/c?cmd=id',
      '/debug/pprof/cmdline?debug=1',
      '/metrics/cadvisor',
      '/',
      '/pods?x=/y',
    ].map(pathLabel),
  ).toEqual(['/pods', '/logs/', '/run', '/debug/pprof', '/metrics/cadvisor', '/', '/pods']);
});

test('every endpoint of the list is served on the node, to those who may', () => {
  const paths = choices.endpoints.flatMap(({ endpoints }) => endpoints);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.some(({ path }) => path.includes('{'))).toBe(false);
});
