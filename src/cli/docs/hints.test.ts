import { expect, test } from 'vitest';
import { readPacks } from '#packs/readPack.ts';
import type { Hints, Scenario } from '#packs/schema.ts';
import { packFolder } from '../packFolder.ts';

const scenarios = readPacks(packFolder('scenarios')).packs.flatMap((pack) =>
  pack.kind === 'scenario' ? [pack.scenario] : [],
);

/** What a line of a solution does, and the words by which an answer tells it. */
const TOLD: readonly (readonly [done: RegExp, told: RegExp])[] = [
  [/^systemctl daemon-reload/, /daemon-reload/],
  [/^systemctl restart/, /restart/i],
  [/^ssh controlplane/, /controlplane/],
  [/^ssh node02/, /node02/],
  [/^chmod/, /chmod/],
  [/^chown/, /chown/],
  [/^sysctl/, /sysctl/],
  [/certificate approve/, /approve/],
  [/^kubectl create/, /kubectl create|\bbind|\brole\b|\bnodes\//i],
  [/^kubectl delete/, /delete/i],
  [/^sleep ([3-9]\d|\d{3})/, /wait|minute|seconds/i],
];

/** What the answer of a way leaves out of it. */
function untold({ answer }: Hints, solution: readonly string[]): readonly string[] {
  return solution.flatMap((line) => {
    const reply = /^#\s*answer\s+\S+:\s*(.+)$/.exec(line)?.[1];
    if (reply !== undefined) return answer.includes(reply) ? [] : [line];
    return TOLD.filter(([done, told]) => done.test(line) && !told.test(answer)).map(() => line);
  });
}

/** Every way of a scenario that has hints: its own, and those of what a seed plants. */
function waysOf({ id, hints, solution, variants }: Scenario) {
  const own = hints === undefined ? [] : [{ id, hints, solution }];
  const planted = (variants?.plants ?? []).flatMap((plant) =>
    plant.hints === undefined ? [] : [{ id: `${id}: ${plant.id}`, hints: plant.hints, solution: plant.solution }],
  );
  return [...own, ...planted];
}

const ways = scenarios.flatMap(waysOf);

test('whoever follows the answer leaves no step of the solution out', () => {
  const short = ways
    .map(({ id, hints, solution }) => [id, ...untold(hints, solution)])
    .filter(({ length }) => length > 1);
  expect(short).toEqual([]);
});

test('a nudge asks, and does not give the answer', () => {
  const given =
    /\b(true|false|Webhook|restart|daemon-reload|approve)\b|kubectl (create|delete|apply|edit)|chmod \d|: \d|[a-z]+[A-Z]\w+: /;
  expect(ways.filter(({ hints }) => given.test(hints.nudge)).map(({ id, hints }) => `${id}: ${hints.nudge}`)).toEqual(
    [],
  );
  expect(
    ways.filter(({ hints }) => !/[?.]$/.test(hints.nudge)).map(({ id, hints }) => `${id}: ${hints.nudge}`),
  ).toEqual([]);
});

test('the three levels differ, and each debrief says something after success', () => {
  for (const { hints, id } of ways) expect(new Set(Object.values(hints)).size, id).toBe(3);
  const terse = scenarios.filter(({ debrief }) => debrief.join(' ').length < 120);
  expect(terse.map(({ id, debrief }) => `${id}: ${debrief.join(' ')}`)).toEqual([]);
});
