import { expect, test } from 'vitest';
import { selfSignedServing } from '#engine/pki/selfSigned.ts';
import { parseCurl } from './parse.ts';
import { NOW, testWorld } from './testWorld.fixture.ts';
import { shownChain, trust } from './trust.ts';

const chain = selfSignedServing('node01', NOW).certificate;
const judged = (line: string, authorities: string, host: string) => {
  const parsed = parseCurl([...line.split(' '), 'https://node01:10250/'], () => null);
  if (!parsed.ok) throw new Error(parsed.said.stderr);
  return trust(parsed.options, chain, authorities, host, NOW);
};

test('a client that trusts nobody goes with an alert, one that asked another name after the handshake', () => {
  expect(judged('-s', '', 'node01')).toMatchObject({ failure: { code: 60 }, alert: 'unknown_ca', verifyResult: 19 });
  expect(judged('-s', chain, 'localhost')).toMatchObject({
    failure: { code: 60 },
    alert: 'close_notify',
    verifyResult: 0,
  });
  expect(judged('-s', chain, 'node01')).toEqual({ failure: null, alert: null, verifyResult: 0 });
});

test('-k stays with anybody and notes what it thinks', () => {
  expect(judged('-k', chain, 'localhost')).toEqual({ failure: null, alert: null, verifyResult: 19 });
});

test('a chain is shown on the main port only', () => {
  const world = testWorld({}, null, chain);
  expect(shownChain(world, 'node01', 10250)).toBe(chain);
  expect(shownChain(world, 'node01', 10248)).toBeNull();
  expect(shownChain(world, 'nobody', 10250)).toBeNull();
});
