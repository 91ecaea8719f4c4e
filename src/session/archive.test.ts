import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEEPING } from './keeping/words.ts';
import { CONFIG, DROP_IN, FLAGS, memory, type Practice, practice } from './practice.fixture.ts';
import { readSaved } from './saved/saved.ts';
import { foreignSchema } from './saved/schema.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');
const ID = 'the-flag-that-wins';
const HEALTH = 'curl -sk https://localhost:10250/healthz';
const open = (progress = memory()): Practice => practice(REAL, progress);

/** A run with a crash loop in it. */
function lived(progress = memory()): Practice {
  const practised = open(progress);
  const { session, replace } = practised;
  replace(DROP_IN, FLAGS, '');
  session.commands.daemonReload();
  replace(CONFIG, 'memorySwap: {}', 'memorySwap: 7');
  session.commands.restart();
  session.commands.advance(25_000);
  replace(CONFIG, 'memorySwap: 7', 'memorySwap: {}');
  session.commands.advance(10_000);
  session.commands.ask(HEALTH, null);
  session.commands.ask('curl --nonsense', null);
  return practised;
}

const written = (steps: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ format: 2, scenario: ID, steps, at: steps.length, hintsOpened: 0, note: '', ...more });

const refusal = (text: string): string => {
  const offered = open().session.archive.offer(text);
  return offered.ok ? '' : offered.words;
};

test('the timeline tells each step, its time, its answer and what followed by itself', () => {
  const { session } = lived();
  const { start, at, steps } = session.archive.timeline();
  expect([start, at]).toEqual(['09:00:00', 9]);
  expect(steps.map(({ title, clock, answer }) => [title, clock, answer?.headline ?? null])).toEqual([
    ['Edited 10-kubeadm.conf', '09:00:00', null],
    ['systemctl daemon-reload', '09:00:00', null],
    ['Edited config.yaml', '09:00:00', null],
    ['Restarted the kubelet', '09:00:00', null],
    ['Waited', '09:00:25', null],
    ['Edited config.yaml', '09:00:25', null],
    ['Waited', '09:00:35', null],
    [HEALTH, '09:00:35', expect.stringMatching(/^\d+$/)],
    ['curl --nonsense', '09:00:35', null],
  ]);
  expect(steps[3]?.consequences).toEqual([expect.stringMatching(/^It ended with status 1: .*memorySwap/)]);
  expect(steps[4]?.consequences[0]).toBe('systemd started the kubelet again 2 times');
  expect(steps[6]?.consequences).toEqual(['systemd started the kubelet again once', 'It runs now']);
  expect(steps[8]?.consequences).toEqual(['curl did not send it: exit code 2']);
});

test('walking leads to any step and back, and what lies ahead stays', () => {
  const { session, file } = lived();
  const whole = session.view();
  session.archive.walkTo(3);
  expect(file(CONFIG).text).toContain('memorySwap: 7');
  expect(session.archive.timeline().steps.map(({ ahead }) => ahead)).toEqual([
    ...Array(3).fill(false),
    ...Array(6).fill(true),
  ]);
  session.archive.walkTo(0);
  expect([session.view().undo, session.archive.changes()]).toEqual([null, []]);
  session.archive.walkTo(99);
  expect(session.view()).toEqual(whole);
});

test('while steps lie ahead a crash loop does not run on by itself', () => {
  const { session, clock } = lived();
  session.archive.walkTo(4);
  clock.at += 60_000;
  session.commands.tick();
  expect(session.view()).toMatchObject({ node: { clock: '09:00:00' }, redo: 'wait', strip: { state: 'waiting' } });
});

test('the files that differ from the start, with both texts', () => {
  const { session, file } = open();
  const before = file(CONFIG).text;
  session.commands.edit(CONFIG, 'x\n');
  session.commands.ask('curl -sk https://localhost:10250/healthz -o constructor', null);
  expect(session.archive.changes()).toEqual([
    { node: '', path: '/root/constructor', before: '', after: expect.any(String) },
    { node: '', path: CONFIG, before, after: 'x\n' },
  ]);
});

test('notes go with their step through undo, redo, saving and typing on', () => {
  const progress = memory();
  const { session } = open(progress);
  session.commands.edit(CONFIG, 'a');
  session.archive.note(1, 'first try');
  session.archive.note(0, 'what I learnt');
  session.commands.edit(CONFIG, 'ab');
  session.archive.walkTo(1);
  session.archive.note(2, 'ahead');
  session.archive.note(7, 'nowhere');
  const notes = (of: Practice): readonly string[] => {
    const { note, steps } = of.session.archive.timeline();
    return [note, ...steps.map((step) => step.note)];
  };
  expect(notes(open(progress))).toEqual(['what I learnt', 'first try', 'ahead']);
  session.archive.walkTo(2);
  session.archive.note(1, '');
  expect(notes(open(progress))).toEqual(['what I learnt', '', 'ahead']);
});

test('an exported run is the same run where it is imported', () => {
  const { session } = lived();
  session.archive.note(2, 'n');
  session.archive.walkTo(6);
  const { name, text } = session.archive.exported();
  expect(name).toBe('portside-the-flag-that-wins-19700101-0000.json');
  const other = open();
  const offered = other.session.archive.offer(text);
  expect(offered).toMatchObject({ ok: true, words: '9 steps, 2 requests among them; 3 undone.', replaces: false });
  if (offered.ok) expect(offered.accept()).toBeNull();
  expect(other.session.view()).toEqual(session.view());
  expect(other.session.archive.timeline()).toEqual(session.archive.timeline());
  expect(other.session.archive.offer(text)).toMatchObject({ replaces: true });
});

test('a run of the first format opens, with what was undone', () => {
  const write = (text: string) => ({
    kind: 'edit',
    path: CONFIG,
    events: [{ type: 'write', node: 'worker-1', path: CONFIG, text }],
  });
  const first = { format: 1, scenario: ID, played: [write('a')], undone: [write('c'), write('b')], hintsOpened: 1 };
  const progress = memory(new Map([[`portside.session.${ID}`, JSON.stringify(first)]]));
  const { session } = open(progress);
  expect(session.archive.timeline()).toMatchObject({
    at: 1,
    steps: [{ ahead: false }, { ahead: true }, { ahead: true }],
  });
  session.commands.redo();
  expect(JSON.parse(progress.kept.get(`portside.session.${ID}`) ?? '')).toMatchObject({
    format: 3,
    at: 2,
    steps: ['a', 'b', 'c'].map(write),
    hintsOpened: 1,
  });
});

test('what a learner did opens again, however much it was; a stranger may not do as much', () => {
  const write = { type: 'write', node: 'node01', path: CONFIG, text: '#'.repeat(1_100_000) };
  const steps = [
    { kind: 'edit', path: CONFIG, events: [write] },
    { kind: 'wait', events: Array(2000).fill({ type: 'advance', milliseconds: 1 }) },
    ...Array(6000).fill({ kind: 'wait', events: [] }),
  ];
  const much = JSON.parse(written(steps));
  expect(readSaved(much)).toMatchObject({ kind: 'run', saved: { at: 6002 } });
  expect(readSaved(much, foreignSchema).kind).toBe('unreadable');
});

test('strangers’ runs are bounded in size, steps, events, text, depth and time', () => {
  const restart = { kind: 'restart', events: [{ type: 'restart', node: 'worker-1', unit: 'kubelet.service' }] };
  const wait = { kind: 'wait', events: [{ type: 'advance', milliseconds: 1 }] };
  expect(refusal(' '.repeat(2_097_153))).toBe(KEEPING.tooLarge);
  expect(refusal('{')).toBe(KEEPING.notJson);
  expect(refusal('['.repeat(1_000_000))).toBe(KEEPING.notJson);
  expect(refusal(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).toBe(KEEPING.notARun('format'));
  expect(refusal(written([], { note: '['.repeat(3) })).length).toBe(0);
  expect(refusal(written(Array(5001).fill(wait)))).toBe(KEEPING.notARun('steps'));
  expect(refusal(written([{ kind: 'wait', events: Array(1001).fill(wait.events[0]) }]))).toBe(
    KEEPING.notARun('steps.0.events'),
  );
  expect(refusal(written([{ kind: 'ask', line: 'x'.repeat(200_000), guess: null, events: [] }]))).toBe(
    KEEPING.notARun('steps.0.line'),
  );
  expect(refusal(written(Array(2000).fill(restart)))).toBe(KEEPING.tooCostly);
  expect(refusal(written([wait], { scenario: 'other' }))).toContain('another scenario');
  expect(refusal(written([wait], { at: 2 }))).toBe(KEEPING.notARun('at'));
  expect(refusal(JSON.stringify({ format: 4 }))).toBe(KEEPING.newer);
});

test('a replay that takes too long by the clock is given up, and nothing changes', () => {
  const { session, clock } = open();
  const text = written([{ kind: 'wait', events: [{ type: 'advance', milliseconds: 1000 }] }]);
  const offered = session.archive.offer(text);
  let calls = 0;
  Object.defineProperty(clock, 'at', { get: () => (calls++ === 0 ? 0 : 60_000) });
  expect(offered.ok && offered.accept()).toBe(KEEPING.tooCostly);
  expect(session.archive.timeline().steps).toEqual([]);
});

test('keys that objects are born with are refused or harmless', () => {
  const write = (path: string, text: string) => ({
    kind: 'edit',
    path,
    events: [{ type: 'write', node: '__proto__', path, text }],
  });
  expect(refusal(`{"__proto__":{"polluted":1},${written([]).slice(1)}`)).not.toBe('');
  expect(refusal('{"__proto__":{"format":2}}')).not.toBe('');
  expect(refusal('{"constructor":1,"format":2}')).not.toBe('');
  const { session } = open();
  for (const path of ['/__proto__', '/constructor']) {
    const offered = session.archive.offer(written([write(path, 'x')]));
    expect(offered.ok && offered.accept()).toBeNull();
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(session.archive.changes()).toEqual([]);
});

test('no text whatsoever makes reading a run throw', () => {
  const { session } = open();
  const noise = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"format":1,"played":${json},"undone":${json}}`),
  );
  fc.assert(
    fc.property(noise, (text) => {
      expect(session.archive.offer(text).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a run of the second format opens, and one with lines of the terminal, whatever they did', () => {
  const wait = { kind: 'wait', events: [{ type: 'advance', milliseconds: 1 }] };
  expect(refusal(written([wait], { format: 2 }))).toBe('');
  const line = (events: readonly unknown[]) => ({ kind: 'line', node: 'worker-1', line: 'mkdir /tmp/d', events });
  const events = [
    { type: 'mkdir', node: 'worker-1', path: '/tmp/d' },
    { type: 'write', node: 'worker-1', path: '/tmp/d/a', text: 'x' },
    { type: 'chmod', node: 'worker-1', path: '/tmp/d/a', mode: 384 },
    { type: 'chown', node: 'worker-1', path: '/tmp/d/a', owner: 'nobody', group: 'nogroup' },
    { type: 'remove', node: 'worker-1', path: '/tmp/d/a' },
    { type: 'sysctl', node: 'worker-1', name: 'kernel.panic', value: '10' },
    { type: 'stop', node: 'worker-1', unit: 'containerd.service' },
  ];
  expect(refusal(written([line(events)], { format: 3 }))).toBe('');
  const relative = [{ type: 'mkdir', node: 'worker-1', path: 'd' }];
  expect(refusal(written([line(relative)], { format: 3 }))).toBe(KEEPING.notARun('steps.0.events.0.path'));
});
