import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BASES } from '#engine/world/bases.ts';
import { CONFIG, practice } from '../practice.fixture.ts';
import { inText } from './sessionClock.ts';
import { upcoming } from './upcoming.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');

test('time flows as one step that undo takes back, stands still while steps lie ahead, and rests unseen', () => {
  const { session, clock } = practice(REAL);
  session.commands.restart();
  for (let second = 0; second < 5; second += 1) {
    clock.at += 1000;
    session.clock.flow();
  }
  expect([session.view().node.clock, session.view().undo]).toEqual(['09:00:05', 'wait']);
  session.commands.undo();
  expect(session.view().node.clock).toBe('09:00:00');
  clock.at += 1000;
  session.clock.flow();
  expect(session.view().redo).toBe('wait');
  session.commands.redo();
  clock.at += 300_000;
  session.clock.rest();
  session.clock.flow();
  expect(session.view().node.clock).toBe('09:00:05');
});

test('who types is not interrupted: an edit stays one step while time flows', () => {
  const { session, clock } = practice(REAL);
  for (const text of ['a', 'ab', 'abc']) {
    session.commands.edit(CONFIG, text);
    clock.at += 1000;
    session.clock.flow();
  }
  expect(session.archive.timeline().steps).toHaveLength(1);
  clock.at += 3000;
  session.clock.flow();
  expect(session.archive.timeline().steps.map(({ kind }) => kind)).toEqual(['edit', 'wait']);
});

test('what comes next: a restart, what is forgotten, what expires; and it has happened when it is skipped to', () => {
  const { session, replace } = practice(REAL);
  replace(CONFIG, 'authentication:', 'authentication: [');
  session.commands.restart();
  const [first] = session.clock.next();
  expect(first?.label).toBe('systemd starts the kubelet on node01 again');
  expect(first?.when).toMatch(/^in \d+ s$/);
  const before = session.view().strip.running.text;
  session.commands.advance(first?.milliseconds ?? 0);
  expect(session.view().journal.length).toBeGreaterThan(0);
  expect(session.clock.next()[0]?.milliseconds).toBeGreaterThan(0);
  expect(before).not.toBe('');
});

test('certificates of a base are told of once for all that end together', () => {
  const { world } = BASES['kubeadm-node'](1_795_521_600_000);
  const found = upcoming(world);
  expect(found.some(({ label }) => label.includes(' expire'))).toBe(true);
  expect(new Set(found.map(({ at, label }) => `${at} ${label}`)).size).toBe(found.length);
  const last = found.at(-1)?.at ?? 0;
  expect(upcoming({ ...world, now: last }), 'what is past is not told').toEqual([]);
});

test('how far away something is, in words', () => {
  expect([1, 7_000, 119_000, 240_000, 10_800_000, 31_536_000_000].map(inText)).toEqual([
    'in 1 s',
    'in 7 s',
    'in 119 s',
    'in 4 min',
    'in 3 h',
    'in 365 days',
  ]);
});
