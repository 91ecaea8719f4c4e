import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '#engine/host/files.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { ask } from './asked.ts';
import { scenarioOf } from './practice.fixture.ts';
import { startWorld } from './startWorld.ts';

const { world, node } = startWorld(scenarioOf(readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8')));
const kinds = (line: string) => ask(line, world, node).events.map(({ type }) => type);
const played = (line: string): World =>
  ask(line, world, node).events.reduce((now, event) => step(now, event).world, world);

test('a redirect is followed only when asked', () => {
  const line = 'curl -sk https://localhost:10250/logs';
  expect(kinds(line)).toEqual(['request']);
  expect(kinds(`${line} -L`)).toEqual(['request', 'request']);
  expect(ask(`${line} -L`, world, node).trace?.request.path).toBe('/logs/');
});

test('several URLs are as many requests, their output one after the other', () => {
  const one = ask('curl -sk https://localhost:10250/healthz', world, node);
  const both = ask('curl -sk https://localhost:10250/healthz http://localhost:10248/healthz', world, node);
  expect([one.stdout, both.stdout]).toEqual(['ok', 'okok']);
  expect(both.events).toHaveLength(2);
  expect(both.trace?.request.port).toBe(10248);
});

test('-o writes a file of the node, in the home where lines are typed', () => {
  const line = 'curl -sk https://localhost:10250/healthz -o health.txt';
  expect(kinds(line)).toEqual(['request', 'write']);
  expect(readText(played(line).nodes[node]?.host.files ?? {}, '/root/health.txt')).toBe('ok');
});

test('a line that curl refuses sends nothing and has curl’s words', () => {
  const refused = ask('curl --nonsense', world, node);
  expect(refused).toMatchObject({ events: [], trace: null, exitCode: 2 });
  expect(refused.stderr).toMatch(/nonsense/);
});

test('curl without -k leaves the handshake, and the kubelet never hears a request', () => {
  const left = ask('curl https://localhost:10250/pods', world, node);
  expect(left).toMatchObject({ exitCode: 60, trace: { answer: { kind: 'left' } } });
  expect(left.trace?.stages.map(({ stage }) => stage)).toEqual(['connect', 'tls']);
});

test('any line ends in an answer or in words, and asks a copy of the world', () => {
  const before = JSON.stringify(world);
  const word = fc.oneof(
    fc.constantFrom(
      '-k',
      '-s',
      '-i',
      '-v',
      '-L',
      '-X',
      'POST',
      '-H',
      'A: b',
      '-d',
      'x',
      '-o',
      '/root/x',
      '--cert',
      '-I',
    ),
    fc.constantFrom(
      'bob.crt',
      '--key',
      'bob.key',
      '-w',
      '%{http_code}',
      '--cacert',
      'ca.crt',
      '--tls-max',
      '1.1',
      '-G',
    ),
    fc.constantFrom(
      'https://localhost:10250/pods',
      'http://localhost:10255/',
      'https://node01:10250/{a,b}',
      'localhost',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const { trace, stdout, stderr, exitCode } = ask(`curl ${words.join(' ')}`, world, node);
      if (trace === null) expect(stdout + stderr + String(exitCode)).not.toBe('0');
      else expect(trace.stages.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
  expect(JSON.stringify(world)).toBe(before);
}, 30_000);
