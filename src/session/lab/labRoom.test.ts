import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario } from '#packs/parse.ts';
import { playOf } from '../play.ts';
import { assignmentOf } from '../result/assignment.ts';
import { newRun } from '../run.ts';
import { savedOf } from '../saved/saved.ts';
import { openSession } from '../session.ts';
import type { LabDraft } from '../view/lab.ts';
import { labRoom } from './labRoom.ts';
import { publishLab } from './publish.ts';
import { readLab } from './readLab.ts';

const ID = 'the-flag-that-wins';
const parsed = parseScenario('a.yaml', ID, readFileSync(`scenarios/${ID}/scenario.yaml`, 'utf8'));
if (!parsed.ok) throw new Error('the scenario cannot be read');
const { scenario } = parsed;
const DRAFT: LabDraft = {
  title: 'Über Häfen',
  message: '',
  items: [{ kind: 'scenario', id: ID }],
  seed: null,
  minutes: 10,
  allowed: { hints: false, diagnosis: false, checks: true, solutions: false, sandbox: false },
  leaveOut: 'nothing',
  packs: [],
};

function room(store: Map<string, string>, clock: { now(): number }, steady = { now: () => 0 }) {
  const published = publishLab(DRAFT);
  const read = readLab(published.ok ? published.learners.text : '');
  if (!read.ok) throw new Error(read.words);
  const { ready } = read;
  const progress = {
    load: (key: string) => store.get(key) ?? null,
    save: (key: string, text: string) => void store.set(key, text),
  };
  return labRoom({
    ready,
    assignment: assignmentOf(ready.lab, ready.digest, () => null),
    scenarios: [scenario],
    clock,
    steady,
    progress,
    openPart: async () => openSession({ ...playOf(scenario, null), clock, progress }),
    runOf: async () => savedOf(newRun(scenario, playOf(scenario, null).start)),
  });
}

test('a lab begins once, its deadline outlives the page, and what was done can be handed in after it', async () => {
  let now = 1_000_000;
  const store = new Map<string, string>();
  const lab = room(store, { now: () => now });
  await expect(lab.session(1)).rejects.toThrow('has not begun');
  lab.rename('Ada L.');
  lab.begin();
  expect(lab.view()).toMatchObject({
    phase: 'running',
    left: 600_000,
    items: [{ state: 'untouched', met: 0, tasks: 3 }],
  });
  await expect(lab.session(1)).resolves.toBeDefined();
  now += 599_000;
  const again = room(store, { now: () => now });
  again.begin();
  expect(again.view()).toMatchObject({ phase: 'running', left: 1000, name: 'Ada L.' });
  now += 60_000;
  again.tick();
  expect(again.view()).toMatchObject({ phase: 'over', left: 0 });
  await expect(again.session(1)).rejects.toThrow('time is over');
  const handed = await again.handIn();
  if ('words' in handed) throw new Error(handed.words);
  expect(handed.file.name).toBe('portside-uber-hafen-ada-l.json');
  expect(JSON.parse(handed.file.text)).toMatchObject({ name: 'Ada L.', score: 0, began: 1_000_000, ended: 1_600_000 });
  expect(again.view().handedIn).toBe(1);
});

test('a clock that is set back gives nobody time, in the page or after it', () => {
  const store = new Map<string, string>();
  const clock = { wall: 1_000_000, steady: 0 };
  const open = () => room(store, { now: () => clock.wall }, { now: () => clock.steady });
  const lab = open();
  lab.rename('Ada');
  lab.begin();
  clock.wall += 300_000;
  clock.steady += 300_000;
  lab.tick();
  clock.wall -= 3_600_000;
  clock.steady += 60_000;
  lab.tick();
  expect(lab.view()).toMatchObject({ phase: 'running', left: 240_000 });
  clock.steady = 0;
  const again = open();
  expect(again.view().left).toBe(240_000);
  clock.steady += 240_000;
  again.tick();
  expect(again.view().phase).toBe('over');
});

test('two tabs of one lab lose nothing of each other’s', async () => {
  const store = new Map<string, string>();
  let now = 1_000_000;
  const [one, other] = [room(store, { now: () => now }), room(store, { now: () => now })];
  one.rename('Ada');
  one.begin();
  now += 1000;
  other.begin();
  one.spend(1, 500);
  other.spend(1, 700);
  await one.handIn();
  await other.handIn();
  expect(room(store, { now: () => now }).view()).toMatchObject({ name: 'Ada', left: 599_000, handedIn: 2 });
  expect([...store.values()].some((text) => text.includes('"spent":1200'))).toBe(true);
});

test('what lies in storage may be anything', () => {
  const store = new Map<string, string>();
  const fresh = room(store, { now: () => 1 });
  for (const text of ['', 'null', '{"began":-1}', '{"name":"x","began":5,"handedIn":1,"items":{"77":{}}}']) {
    store.set(`portside.lab.${fresh.view().digest}`, text);
    expect(room(store, { now: () => 1 }).view()).toMatchObject({ phase: 'ready', name: '' });
  }
});
