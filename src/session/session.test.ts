import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { KEEPING } from './keeping/words.ts';
import { CONFIG, DROP_IN, EXTRA, FLAGS, memory, type Practice, practice, UNIT } from './practice.fixture.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');
const PODS = 'curl -sk https://localhost:10250/pods';
const KEY = 'portside.session.the-flag-that-wins';
const open = (progress = memory()): Practice => practice(REAL, progress);

test('edits in a row to one file are one step; undo and redo name it and bring the text back', () => {
  const { session, file } = open();
  const before = session.view();
  const original = file(CONFIG).text;
  for (const text of ['a', 'ab', 'abc']) session.commands.edit(CONFIG, text);
  expect([file(CONFIG).text, session.view().undo, session.view().redo]).toEqual(['abc', 'edit of config.yaml', null]);
  session.commands.edit(DROP_IN, 'x');
  session.commands.edit(CONFIG, 'abcd');
  session.commands.undo();
  expect([file(CONFIG).text, file(DROP_IN).text]).toEqual(['abc', 'x']);
  session.commands.undo();
  session.commands.undo();
  expect(file(CONFIG).text).toBe(original);
  expect({ ...session.view(), redo: null }).toEqual(before);
  session.commands.undo();
  session.commands.redo();
  expect(file(CONFIG).text).toBe('abc');
  session.commands.edit(EXTRA, 'X=1\n');
  expect(session.view().redo).toBeNull();
});

test('an edit that changes nothing is no step, and tells nobody', () => {
  const { session, file } = open();
  const listener = vi.fn();
  const leave = session.subscribe(listener);
  session.commands.edit(CONFIG, file(CONFIG).text);
  session.commands.undo();
  session.commands.redo();
  expect(listener).not.toHaveBeenCalled();
  session.commands.restart();
  expect(listener).toHaveBeenCalledTimes(1);
  leave();
  session.commands.restart();
  expect(listener).toHaveBeenCalledTimes(1);
});

test('a saved session opens again with the same view', () => {
  const progress = memory();
  const first = open(progress);
  first.session.commands.ask(PODS, '401');
  first.clock.at += 5000;
  first.replace(DROP_IN, FLAGS, '');
  first.session.commands.daemonReload();
  first.clock.at += 61_000;
  first.session.commands.restart();
  first.session.commands.ask(PODS, '401');
  first.session.commands.ask('curl --nonsense', null);
  first.session.commands.stop();
  first.session.commands.undo();
  first.session.commands.openHint();
  expect(first.session.view()).toMatchObject({ predictions: { right: 1, asked: 2 }, redo: 'stop', solved: true });
  expect(open(progress).session.view()).toEqual(first.session.view());
});

test('any steps whatsoever are restored to the same view', () => {
  const move = fc.oneof(
    fc.record({
      kind: fc.constant('edit' as const),
      path: fc.constantFrom(CONFIG, DROP_IN, EXTRA, UNIT),
      text: fc.string(),
    }),
    fc.record({ kind: fc.constant('cut' as const), path: fc.constantFrom(CONFIG, DROP_IN, UNIT), at: fc.nat(600) }),
    fc.constantFrom('restart', 'daemonReload', 'start', 'stop', 'undo', 'redo', 'openHint').map((kind) => ({ kind })),
    fc.record({
      kind: fc.constant('ask' as const),
      line: fc.oneof(
        fc.constant(PODS),
        fc.string().map((text) => `curl ${text}`),
      ),
    }),
    fc.record({ kind: fc.constant('wait' as const), seconds: fc.nat(90) }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 8 }), (moves) => {
      const progress = memory();
      const { session, clock, file } = open(progress);
      for (const each of moves) {
        if ('text' in each) session.commands.edit(each.path, each.text);
        else if ('at' in each) session.commands.edit(each.path, file(each.path).text.slice(each.at));
        else if ('line' in each) session.commands.ask(each.line, '200');
        else if ('seconds' in each) clock.at += each.seconds * 1000;
        else session.commands[each.kind as 'restart' | 'daemonReload' | 'undo']();
      }
      expect(open(progress).session.view()).toEqual(session.view());
    }),
    { numRuns: 25 },
  );
}, 60_000);

test.each([
  ['no JSON', '{'],
  ['another scenario', JSON.stringify({ format: 1, scenario: 'x', played: [], undone: [], hintsOpened: 0 })],
  ['a later format', JSON.stringify({ format: 99 })],
  ['an empty run', JSON.stringify({ format: 2 })],
])('%s is set aside in words, and a fresh session opens', (_name, text) => {
  const progress = memory(new Map([[KEY, text]]));
  const { session } = open(progress);
  const [notice] = session.archive.notices();
  expect(notice?.words).toContain('kept aside, untouched');
  expect(progress.kept.get(`${KEY}.set-aside`)).toBe(text);
  session.commands.restart();
  expect(session.view().saved.state).toBe('saved');
});

test('saved events on nodes that are not there open as a session that ignores them', () => {
  const events = [{ type: 'restart', node: '__proto__', unit: 'kubelet.service' }];
  const played = [{ kind: 'restart', events }];
  const text = JSON.stringify({ format: 1, scenario: 'the-flag-that-wins', played, undone: [], hintsOpened: 99 });
  const view = open(memory(new Map([[KEY, text]]))).session.view();
  expect(view).toMatchObject({ saved: { state: 'saved' }, strip: { state: 'running' }, hints: { left: 0 } });
});

test.each([
  ['shut', new Error('SecurityError')],
  ['full', new Error('QuotaExceededError')],
] as const)('storage that is %s is told in words, and the session goes on', (why, error) => {
  const fails = () => {
    throw error;
  };
  const { session, file } = practice(REAL, { load: why === 'shut' ? fails : () => null, save: fails });
  session.commands.edit(CONFIG, 'x');
  expect(session.view().saved).toEqual({ state: 'unsaved', words: KEEPING.unsaved[why] });
  expect(session.archive.notices()).toEqual([{ id: why, words: KEEPING.notices[why], offers: ['export'] }]);
  expect(file(CONFIG).text).toBe('x');
});

test('time passes on the node with the next step, in whole seconds and never for long', () => {
  const { session, clock } = open();
  expect(session.view().node.clock).toBe('09:00:00');
  clock.at += 1999;
  session.commands.ask(PODS, null);
  expect(session.view().node.clock).toBe('09:00:01');
  clock.at += 86_400_000;
  session.commands.ask(PODS, null);
  expect(session.view().node.clock).toBe('09:10:01');
  clock.at -= 500_000;
  session.commands.ask(PODS, null);
  expect(session.view().node.clock).toBe('09:10:01');
  session.commands.advance(20_000);
  expect([session.view().node.clock, session.view().undo]).toEqual(['09:10:21', 'wait']);
});

test('what a crash loop started by itself is not undone by typing on', () => {
  const { session, clock, replace } = open();
  replace(CONFIG, 'memorySwap: {}', 'memorySwap: 7');
  session.commands.restart();
  expect(session.view().strip.state).toBe('waiting');
  replace(CONFIG, 'memorySwap: 7', 'memorySwap: {}');
  clock.at += 15_000;
  replace(CONFIG, 'memorySwap: {}', 'memorySwap: {} # mended');
  expect(session.view().strip).toMatchObject({
    state: 'running',
    running: { text: expect.stringMatching(/^pid \d+, since 09:00$/) },
  });
});

test('hints open one after another; starting over closes them and takes every step back', () => {
  const { session } = open();
  const before = session.view();
  for (let count = 0; count < 5; count += 1) session.commands.openHint();
  expect(session.view().hints).toMatchObject({ left: 0, opened: expect.objectContaining({ length: 3 }) });
  session.commands.edit(CONFIG, '');
  session.commands.startOver();
  expect(session.view()).toEqual(before);
});

test('a crash loop that is watched counts down second by second, is one undo step, and is saved as it went', () => {
  const progress = memory();
  const { session, clock, replace } = open(progress);
  session.commands.tick();
  expect(session.view().undo).toBeNull();
  replace(CONFIG, 'memorySwap: {}', 'memorySwap: 7');
  session.commands.restart();
  const seen: (number | null)[] = [];
  for (let second = 0; second < 130; second += 1) {
    clock.at += 1000;
    session.commands.tick();
    seen.push(session.view().strip.restartInSeconds);
  }
  expect(seen.slice(0, 11)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 10, 9]);
  expect(session.view().node.clock).toBe('09:02:10');
  expect(open(progress).session.view()).toEqual(session.view());
  session.commands.undo();
  session.commands.undo();
  expect([session.view().node.clock, session.view().undo]).toEqual(['09:00:00', 'restart']);
});
