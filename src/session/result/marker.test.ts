import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import '#shell/terminal/commands.table.ts';
import { parseScenario } from '#packs/parse.ts';
import { publishLab } from '../lab/publish.ts';
import { readyLab } from '../lab/readLab.ts';
import { playOf } from '../play.ts';
import type { LabDraft } from '../view/lab.ts';
import { assignmentOf } from './assignment.ts';
import { boardView } from './board.ts';
import { makeResult } from './makeResult.ts';
import { marker } from './marker.ts';
import { scriptedRun } from './scriptedRun.ts';

const ID = 'the-flag-that-wins';
const text = readFileSync(`scenarios/${ID}/scenario.yaml`, 'utf8');
const parsed = parseScenario('scenario.yaml', ID, text);
if (!parsed.ok) throw new Error('the scenario cannot be read');
const { scenario } = parsed;
const SEED = 4711;
const DRAFT: LabDraft = {
  title: 'Class',
  message: 'One.\n\nTwo.',
  items: [{ kind: 'scenario', id: ID }],
  seed: SEED,
  minutes: 30,
  allowed: { hints: false, diagnosis: true, checks: true, solutions: false, sandbox: false },
  leaveOut: 'nothing',
  packs: [],
};

function labOf(draft: LabDraft, whose: 'learners' | 'instructor') {
  const published = publishLab(draft);
  if (!published.ok) throw new Error(published.words);
  const file = (whose === 'learners' ? published.learners : published.instructor) ?? published.learners;
  const read = readyLab(JSON.parse(file.text));
  if (!read.ok) throw new Error(read.words);
  return read.ready;
}

const lab = labOf(DRAFT, 'learners');
const assignment = assignmentOf(lab.lab, lab.digest, () => null);
const known = { scenarioOf: (id: string) => (id === ID ? scenario : null), examOf: () => null };
const { mark, timeline } = marker({ ...known, lab });
const lines = playOf(scenario, SEED).scenario.solution;
const whole = await scriptedRun(scenario, { seed: SEED, lines });
const edits = lines.filter((line) => !line.includes('systemctl'));
const unfinished = await scriptedRun(scenario, { seed: SEED, lines: edits });

function handedIn(run: typeof whole, judged = true, of = assignment): string {
  const parts = [{ scenario, run, spent: 1000 }];
  const made = makeResult({ assignment: of, name: 'Ada', began: 1, ended: 2, judged, parts });
  if (made === null) throw new Error('it is too long');
  return made.text;
}

test('what was done is scored as the learner’s page scored it, minute by minute', () => {
  const verdict = mark(handedIn(whole));
  expect(verdict).toMatchObject({ kind: 'marked', name: 'Ada', score: 100, claimed: 100, agrees: true });
  if (verdict.kind !== 'marked') return;
  expect(verdict.cells.every(({ state, metAt }) => state === 'met' && metAt !== null)).toBe(true);
  expect(timeline('a.json', handedIn(whole))?.parts[0]?.timeline.steps.length).toBe(whole.steps.length);
});

test('an edit that nobody restarted for is named, and a forged score is exposed', () => {
  const honest = mark(handedIn(unfinished));
  expect(honest).toMatchObject({ agrees: true, score: 0 });
  const forged = mark(handedIn(unfinished).replaceAll('"score":0', '"score":100'));
  expect(forged).toMatchObject({ agrees: false, score: 0, claimed: 100 });
  const board = boardView(
    [
      { file: 'a', verdict: honest },
      { file: 'b', verdict: forged },
      { file: 'c', verdict: mark('{}') },
      { file: 'd', verdict: mark(handedIn(unfinished, true, { ...assignment, id: '0123456789ab' })) },
      {
        file: 'e',
        verdict: mark(
          handedIn(unfinished, true, { ...assignment, id: '0123456789ab' }).replaceAll('"score":0', '"score":9'),
        ),
      },
    ],
    { lab: lab.digest, seed: SEED },
  );
  expect(board.rows.map(({ standing }) => standing)).toEqual(['verified', 'differs', 'other', 'differs']);
  // A forged score does not hide that it is of another lab; and who was given something else is not counted among the class.
  expect(board.rows.map(({ foreign }) => foreign)).toEqual([false, false, true, true]);
  expect(board.broken).toEqual([{ file: 'c', reason: expect.stringContaining('no result') }]);
  expect(board.stuck[0]).toMatchObject({ learners: 2, of: 2, misconception: expect.stringMatching(/^W/) });
});

test('a log with a step more or less gives another score than it says', () => {
  const result = JSON.parse(handedIn(whole));
  result.parts[0].run.steps.pop();
  result.parts[0].run.at -= 1;
  expect(mark(JSON.stringify(result))).toMatchObject({ agrees: false });
});

test('a lab whose checks were left out is scored by the instructor’s file alone', () => {
  const draft: LabDraft = { ...DRAFT, leaveOut: 'checks', packs: [{ id: ID, title: '', tasks: 3, text }] };
  const [learners, instructors] = [labOf(draft, 'learners'), labOf(draft, 'instructor')];
  expect(learners.digest).toBe(instructors.digest);
  expect([learners.judgeable, instructors.judgeable]).toEqual([false, true]);
  const stripped = JSON.stringify(learners.lab.packs);
  expect(stripped).not.toMatch(/solution|"wrong|debrief|checks\\?":\s*\[/);
  const of = assignmentOf(learners.lab, learners.digest, () => null);
  const unjudged = handedIn(whole, false, of);
  expect(marker({ ...known, lab: instructors }).mark(unjudged)).toMatchObject({
    score: 100,
    claimed: null,
    agrees: true,
  });
  expect(marker({ ...known, lab: learners }).mark(unjudged)).toMatchObject({ kind: 'broken' });
});

test('bombs, nonsense, and any change of a result never throw', () => {
  const bomb = JSON.parse(handedIn(whole));
  const restart = { kind: 'restart', events: [{ type: 'restart', node: 'n', unit: 'kubelet.service' }] };
  bomb.parts[0].run.steps = Array.from({ length: 5000 }, () => restart);
  bomb.parts[0].run.at = 5000;
  expect(mark(JSON.stringify(bomb))).toMatchObject({ kind: 'broken', reason: expect.stringContaining('too long') });
  expect(mark('x'.repeat(3_000_000))).toMatchObject({ kind: 'broken' });
  const honest = handedIn(unfinished);
  fc.assert(
    fc.property(fc.nat(honest.length), fc.nat(8), fc.string({ maxLength: 6 }), (at, cut, put) => {
      const verdict = mark(honest.slice(0, at) + put + honest.slice(at + cut));
      return verdict.kind === 'broken' || verdict.cells.length > 0;
    }),
    { numRuns: 60 },
  );
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (any) => mark(any).kind === 'broken'));
});

test('whoever watches may stop it', () => {
  const impatient = marker({ ...known, lab, watch: () => () => false });
  expect(impatient.mark(handedIn(whole))).toMatchObject({ kind: 'broken' });
});
