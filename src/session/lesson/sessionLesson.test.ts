import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parseLesson } from '#packs/parseLesson.ts';
import { memory } from '../practice.fixture.ts';
import { openSession } from '../session.ts';
import { startWorld } from '../startWorld.ts';
import { lessonNote } from './note.ts';
import { scenarioOf } from './scenarioOf.ts';
import { sessionLesson } from './sessionLesson.ts';

// A prediction's lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

const ID = 'the-captain';
const parsed = parseLesson(ID, ID, readFileSync(`scenarios/${ID}/lesson.yaml`, 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { lesson } = parsed;
const scenario = scenarioOf(lesson);
const { world: start, node } = startWorld(scenario);
const [first, second, third] = lesson.predictions.map(({ id }) => id);
if (first === undefined || second === undefined || third === undefined) throw new Error('no predictions');

async function opened(progress = memory()) {
  const clock = { now: () => 1000 };
  const session = openSession({ scenario, start, node, clock, progress, stays: true });
  return { session, lesson: await sessionLesson({ lesson, of: 10, start, node, session, progress, clock }), progress };
}

test('a step tells what holds once it was tried, and predictions open once all were', async () => {
  const { session, lesson: open } = await opened();
  expect(open.view().steps.map(({ holds, request }) => [holds.length, request])).toEqual([
    [0, true],
    [0, false],
    [0, false],
    [0, true],
  ]);
  expect(lessonNote(open.view(), session.view(), 5)).toBe(null);
  const told = vi.fn();
  open.subscribe(told);
  session.commands.ask(lesson.steps[0]?.line ?? '', null);
  expect(told).toHaveBeenCalled();
  expect(open.view().steps[0]?.holds).toEqual(lesson.steps[0]?.holds);
  for (const { task, text } of [
    { task: 'what-is-aboard', text: 'nginx' },
    { task: 'reports-back', text: 'Ready' },
  ])
    session.commands.reply(task, text);
  expect(open.view().predictionsOpen).toBe(false);
  session.commands.ask(lesson.steps[3]?.line ?? '', null);
  expect(open.view()).toMatchObject({ predictionsOpen: true, closing: [] });
  expect(lessonNote(open.view(), session.view(), 5)).toEqual({ met: 4, tasks: 7, solved: false, at: 5 });
  // The port is shut with the kubelet, and what was tried stays tried.
  session.commands.stop();
  expect(open.view().predictionsOpen).toBe(true);
});

test('the kubelet judges on a copy; the guesses are there after a reload, and the first ones stay', async () => {
  const { lesson: open, session, progress } = await opened();
  const before = session.view();
  await Promise.all([open.predict(first, '401', 95), open.predict(first, '200', 50)]);
  await open.predict(second, 'refused', 75);
  await open.predict(third, 'nonsense', 75);
  expect(session.view()).toBe(before);
  const judged = () => open.view().predictions.map((one) => one.judged);
  expect(judged()).toMatchObject([
    { guess: '401', right: false, journey: { headline: '200', number: 0 } },
    { guess: 'refused', right: true, journey: { headline: 'refused' } },
    null,
  ]);
  await open.predict(third, '401', 75);
  expect(open.view().closing).toEqual(lesson.closing);
  expect(JSON.stringify(judged())).not.toContain('"kind":"place"');

  const later = await opened(progress);
  expect(later.lesson.view()).toEqual({ ...open.view(), steps: later.lesson.view().steps });
  later.lesson.again();
  expect(later.lesson.view().predictions.every((one) => one.judged === null)).toBe(true);
  await later.lesson.predict(first, '200', 95);
  const record: unknown = JSON.parse(progress.load('portside.predictions') ?? '');
  expect(record).toContainEqual(
    expect.objectContaining({
      prediction: first,
      guesses: [expect.objectContaining({ right: false }), expect.objectContaining({ right: true })],
    }),
  );
});

test('what was predicted in two tabs of a lesson is all kept, and the first guess stands', async () => {
  const { lesson: one, progress } = await opened();
  const { lesson: other } = await opened(progress);
  await one.predict(first, '401', 95);
  await other.predict(second, 'refused', 75);
  await other.predict(first, '200', 50);
  expect(other.view().predictions.map(({ judged }) => judged?.guess)).toEqual(['401', 'refused', undefined]);
  one.again();
  const { lesson: later } = await opened(progress);
  await later.predict(third, '401', 50);
  expect(later.view().predictions.map(({ judged }) => judged?.guess)).toEqual([undefined, undefined, '401']);
});
