import { expect, test } from 'vitest';
import { asking, configured, credentials, NODE, type Settings, started } from '#engine/world/playground.fixture.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { questionViews } from './questions.ts';

const SETTINGS: Settings = { anonymous: true, webhook: true, clientCA: true, mode: 'Webhook', rest: [], flags: [] };

/** Standing and short answer of each of the three questions, and what they lead to. */
function asked(world: World, change: Parameters<typeof asking>[0]) {
  const { trace, world: after } = step(world, { type: 'request', node: NODE, request: asking(change) });
  if (trace.kind !== 'request') throw new Error('a request leaves the trace of a request');
  const questions = questionViews(trace, after);
  expect(questions.map(({ id }) => id)).toEqual(['reach', 'who', 'may']);
  return {
    standings: questions.map(({ standing }) => standing),
    shorts: questions.map(({ short }) => short),
    sentences: questions.map(({ sentence }) => sentence),
    causes: questions.map(({ causes }) => causes.map(({ label }) => label)),
  };
}

test('401 lives at who I am, and the third question was never put', () => {
  const { standings, shorts, causes, sentences } = asked(started(), {});
  expect(standings).toEqual(['yes', 'no', 'not-asked']);
  expect(shorts).toEqual(['Yes', '401', 'Not asked']);
  expect(causes).toEqual([[], ['anonymous.enabled false, config.yaml line 4'], []]);
  expect(sentences[0]).toBe('Through port 10250 by TLS 1.3: /pods leads to the handler of pods.');
  expect(sentences[2]).toBe('The request ended at Authenticate, before this was asked.');
});

test('403 lives at may I', () => {
  const world = started();
  const { standings, shorts } = asked(world, credentials(world, { certificate: 'bob', token: 'none' }));
  expect(standings).toEqual(['yes', 'yes', 'no']);
  expect(shorts).toEqual(['Yes', 'bob', '403']);
});

test('a stranger who may is named, and a mode that asks nobody still answers yes', () => {
  const { shorts, causes } = asked(configured({ ...SETTINGS, mode: 'AlwaysAllow' }), {});
  expect(shorts).toEqual(['Yes', 'system:anonymous', 'Yes']);
  expect(causes[2]?.[0]).toMatch(/^authorization.mode AlwaysAllow, config.yaml line/);
});

test('a port without authentication says that it asks nobody, and which line opens it', () => {
  const world = configured({ ...SETTINGS, rest: ['readOnlyPort: 10255'] });
  const { standings, shorts, causes } = asked(world, { port: 10255, scheme: 'http' });
  expect(standings).toEqual(['yes', 'unasked', 'unasked']);
  expect(shorts).toEqual(['Yes', 'Nobody asks', 'Nobody asks']);
  expect(causes[0]?.[0]).toMatch(/^readOnlyPort 10255, config.yaml line/);
});

test('a closed port, a wrong scheme and an unknown path did not reach', () => {
  for (const change of [{ port: 10255, scheme: 'http' as const }, { scheme: 'http' as const }, { path: '/nope' }]) {
    const { standings, shorts } = asked(started(), change);
    expect(standings).toEqual(['no', 'not-asked', 'not-asked']);
    expect(shorts[0]).toBe('No');
  }
});

test('an API server that cannot be asked is a 500 at may I', () => {
  const world = step(configured(SETTINGS), { type: 'reachable', reachable: false }).world;
  expect(asked(world, {}).shorts).toEqual(['Yes', 'system:anonymous', '500']);
});
