import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import '#shell/terminal/commands.table.ts';
import '#shell/terminal/terminal.ts';
import type { Exam } from '#packs/exam.ts';
import { parseScenario } from '#packs/parse.ts';
import { plainKeeper } from '../keeping/plainKeeper.ts';
import { memory } from '../practice.fixture.ts';
import { resultSchema } from '../result/result.ts';
import type { SessionExam } from '../view/exam.ts';
import type { OpenTerminal } from '../view/terminal.ts';
import { openPastExam } from './pastExam.ts';
import { type ExamInput, openExam } from './sessionExam.ts';

vi.setConfig({ testTimeout: 20_000 });

const IDS = ['the-flag-that-wins', '401-or-403', 'the-pilots-licence'];
const EXAM: Exam = {
  id: 'fixture',
  title: 'A fixture',
  order: 1,
  minutes: 30,
  pass: 67,
  notes: true,
  says: ['Three questions.'],
  tasks: IDS.map((scenario, index) => ({ scenario, weight: index + 1 })),
};
const SCENARIOS = IDS.map((id) => {
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  // Of the mistakes that a seed may plant, the one that is written.
  const { variants: _, ...scenario } = parsed.scenario;
  return scenario;
});

/** A browser: its storage outlives the pages that are opened in it. */
function browser() {
  const storage = memory();
  const clock = { wall: 1_800_000_000_000, steady: 0, full: false };
  const pass = (minutes: number): void => {
    clock.wall += minutes * 60_000;
    clock.steady += minutes * 60_000;
  };
  const input = (seed: number): ExamInput => {
    clock.steady = 0;
    return {
      exam: EXAM,
      scenarios: SCENARIOS,
      seed,
      clock: { now: () => clock.wall },
      steady: { now: () => clock.steady },
      progress: {
        load: storage.load,
        save(key, text) {
          if (clock.full) throw new Error('QuotaExceededError');
          storage.save(key, text);
        },
      },
      openKeeper: (run) => Promise.resolve({ ...plainKeeper(storage, run), leave: () => {} }),
      forgetRun: () => Promise.resolve(),
      onForeignChange: () => {},
    };
  };
  const page = (seed = 1): SessionExam => openExam(input(seed));
  const past = (ended: number): SessionExam | null => openPastExam(input(1), ended);
  return { storage, clock, pass, page, past };
}

async function typed(terminal: OpenTerminal, ...lines: readonly string[]): Promise<string> {
  let text = '';
  for (const line of lines) await terminal.run(line, (piece) => (text += piece.text), 80);
  return text;
}

test('begun, worked in, loaded anew, paused and handed in: what was done is kept, counted and explained', async () => {
  const { pass, page, storage } = browser();
  const exam = page(5);
  expect([exam.view().phase, exam.view().left]).toEqual(['ready', 30 * 60_000]);
  exam.begin();
  const [first = '', second = ''] = exam.view().tasks.map(({ host }) => host);
  const session = await exam.session(1);
  expect(session.view()).toMatchObject({ solved: false, debrief: [], hints: { left: 0 } });
  // Nothing judges or advises: no mark behind a beaten line, no risky setting, nothing ready to be asked.
  const { files, settings, readyRequests } = session.view();
  expect([files.flatMap(({ marks }) => marks), settings.filter(({ risky }) => risky), readyRequests]).toEqual([
    [],
    [],
    [],
  ]);
  expect(session.configuration().rows.filter(({ verdict }) => verdict !== 'fine')).toEqual([]);
  session.commands.restart();
  expect([session.diagnosis(), session.counterfactual.view(1, '401')]).toEqual([[], null]);
  session.commands.undo();
  const terminal = await session.terminal.open();
  expect([terminal.prompt(), await typed(terminal, 'kubectl get pods')]).toEqual([
    'candidate@terminal:~$ ',
    'kubectl is not configured here: solve each question on its own host, ssh HOST.\n',
  ]);
  await typed(terminal, `ssh ${first}`);
  expect(terminal.prompt()).toMatch(/^root@.*:~# $/);
  pass(2);
  // The first task of three: the stranger.
  await typed(
    terminal,
    `sed -i 's/ --anonymous-auth=true//' /usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf`,
    'systemctl daemon-reload && systemctl restart kubelet',
  );
  expect(await typed(terminal, 'exit')).toBe(`logout\nConnection to ${first} closed.\n`);
  expect(await typed(terminal, `ssh ${second}`)).toContain('question 2');
  expect([exam.view().current, exam.arriving(), exam.arriving()]).toEqual([2, `ssh ${second}`, null]);
  expect(terminal.prompt()).toBe('candidate@terminal:~$ ');
  exam.flag(3, true);
  exam.note('look at 3');

  const again = page();
  pass(1);
  again.tick();
  expect(again.view()).toMatchObject({ seed: 5, phase: 'running', current: 2, notes: 'look at 3', unanswered: [2, 3] });
  expect(again.view().tasks.map(({ flagged, touched }) => [flagged, touched])).toEqual([
    [false, true],
    [false, false],
    [true, false],
  ]);
  again.pause();
  pass(23);
  again.tick();
  expect([again.view().warning, again.view().left]).toEqual([5, 4 * 60_000]);
  again.resume();
  expect(await again.report()).toBeNull();
  again.submit();
  const report = await again.report();
  if (report === null) throw new Error('no report');
  expect([report.score, report.passed, report.tasks.map(({ thousandths }) => thousandths)]).toEqual([
    5,
    false,
    [333, 0, 0],
  ]);
  const [task] = report.tasks;
  expect(task?.spent).toBe(120_000);
  expect(task?.lost[0]).toMatchObject({
    title: 'A known user without rights is refused too',
    words: expect.stringMatching(/^Expected 403 for \w+, got 200\./),
    trace: expect.stringMatching(/got in/),
  });
  expect(task?.lost[0]?.causes.map(({ label }) => label).join()).toContain('--authorization-mode=AlwaysAllow');
  expect(task?.lost[1]?.words).toContain('It is judged once');
  expect(task?.mistakes.map(({ id }) => id)).toContain('W8');
  expect(task?.timeline.map(({ at, points }) => [at, Math.round(points)])).toEqual([
    [120_000, 0],
    [120_000, 6],
  ]);
  expect(report.domains.map(({ of }) => Math.round(of)).reduce((sum, of) => sum + of)).toBe(100);

  const result: unknown = JSON.parse((await again.result('Ada')) ?? '');
  expect(v.parse(resultSchema, result)).toMatchObject({ name: 'Ada', lab: 'fixture', seed: 5, score: 5 });
  const review = await again.review(1);
  review.archive.walkTo(0);
  expect(review.view().tasks.map(({ state }) => state)).toEqual(['unmet', 'unmet', 'waiting']);

  expect(again.earlier().map(({ score, seed }) => [score, seed])).toEqual([[5, 5]]);
  again.again(6);
  expect([again.view().phase, again.view().seed, again.view().notes]).toEqual(['ready', 6, '']);
  expect(await await page().report()).toBeNull();
  expect(page().view().seed).toBe(6);
  expect([...storage.kept.keys()].filter((key) => key.startsWith('exam-fixture')).length).toBeGreaterThan(0);
});

test('full storage is told, and the exam goes on in memory', async () => {
  const { clock, page } = browser();
  const exam = page();
  exam.begin();
  clock.full = true;
  exam.note('not kept');
  expect(exam.view()).toMatchObject({ notes: 'not kept', saved: { state: 'unsaved' } });
  (await exam.session(1)).commands.stop();
  const { text } = await exam.exported();
  const other = browser();
  other.pass(10);
  const taken = other.page(9);
  expect(await taken.takeUp('{"runs":[]}')).toMatch(/not a file/);
  expect(await taken.takeUp(text)).toBeNull();
  expect(taken.view()).toMatchObject({
    seed: 1,
    phase: 'running',
    notes: 'not kept',
    unanswered: [2, 3],
    left: 20 * 60_000,
  });
  expect((await taken.session(1)).view().strip.state).toBe('stopped');
  clock.full = false;
  exam.note('kept again');
  expect(exam.view().saved.state).toBe('saved');
});

test('a page that another one went on with does not write over it', () => {
  const { page } = browser();
  const first = page();
  first.begin();
  const second = page();
  second.flag(1, true);
  first.note('too late');
  expect(first.view().saved.words).toBe('not saved: another tab went on');
  expect(page().view().tasks[0]?.flagged).toBe(true);
});

test('whatever lies in storage, an exam opens', () => {
  const { page, storage } = browser();
  for (const text of ['', '{', 'null', '{"format":1}', JSON.stringify({ format: 1, exam: 'fixture', seed: 1 })]) {
    storage.save('portside.exam.fixture', text);
    expect(page().view().phase).toBe('ready');
  }
});

test('an exam that was taken before can be looked back on while another one is taken', async () => {
  const { page, past, pass } = browser();
  const exam = page(5);
  exam.begin();
  const [first = ''] = exam.view().tasks.map(({ host }) => host);
  const terminal = await (await exam.session(1)).terminal.open();
  await typed(
    terminal,
    `ssh ${first}`,
    `sed -i 's/ --anonymous-auth=true//' /usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf`,
    'systemctl daemon-reload && systemctl restart kubelet',
  );
  pass(3);
  exam.submit();
  const report = await exam.report();
  exam.again(6);
  exam.begin();
  const [record] = exam.earlier();
  expect(record).toMatchObject({ seed: 5, score: report?.score, kept: true });
  const before = past(record?.ended ?? 0);
  expect(await before?.report()).toEqual(report);
  const review = await before?.review(1);
  const view = review?.view();
  expect(view?.saved.words).toBe('nothing is kept here');
  expect(review?.view()).toBe(view);
  expect(review?.archive.timeline().steps).toHaveLength(report?.tasks[0]?.timeline.length ?? -1);
  expect([exam.view().phase, page().view().seed, past(1)]).toEqual(['running', 6, null]);
});

test('what a question began with is not told as the learner’s own wrong fix', async () => {
  const { page } = browser();
  const exam = page(5);
  exam.begin();
  exam.submit();
  const report = await exam.report();
  expect(report?.tasks.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  expect(report?.tasks[0]?.found.map(({ id }) => id)).not.toEqual([]);
});

test('of two tabs the one that was opened last goes on; the other one rests, and may take it back', async () => {
  const { page, pass } = browser();
  const one = page(5);
  one.begin();
  one.note('of the first');
  pass(1);
  const other = page();
  expect([other.view().elsewhere, other.view().notes]).toEqual([false, 'of the first']);
  one.flag(2, true);
  expect([one.view().elsewhere, one.view().saved.state]).toEqual([true, 'unsaved']);
  other.note('of the second');
  one.note('of nobody');
  pass(1);
  one.takeOver();
  expect([one.view().elsewhere, one.view().notes, one.view().seed]).toEqual([false, 'of the second', 5]);
  other.submit();
  expect([other.view().elsewhere, page().view().phase]).toEqual([true, 'running']);
});

test('a start page that lay open does not begin over an exam that another tab began', () => {
  const { page } = browser();
  const [idle, busy] = [page(5), page(6)];
  busy.begin();
  idle.begin();
  expect([idle.view().elsewhere, page().view().seed]).toEqual([true, 6]);
  idle.takeOver();
  expect(idle.view()).toMatchObject({ phase: 'running', seed: 6 });
});
