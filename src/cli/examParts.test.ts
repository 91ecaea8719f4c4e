import { expect, test } from 'vitest';
import { readPacks } from '#packs/readPack.ts';
import { drawnParts, examParts } from './examParts.ts';
import { packFolder } from './packFolder.ts';

const { packs } = readPacks(packFolder('scenarios'));
const exams = packs.flatMap((pack) => (pack.kind === 'exam' ? [pack.exam] : []));
const domains = new Map(
  packs.flatMap((pack) => (pack.kind === 'scenario' ? [[pack.scenario.id, pack.scenario.tags.cks] as const] : [])),
);
/** As the curriculum orders them. */
const CKS = ['Cluster Setup', 'Cluster Hardening', 'System Hardening', 'Monitoring, Logging and Runtime Security'];

test('exams are whole ones or sprints, worth 100 points, and say what they are not', () => {
  expect(exams.map(({ minutes }) => minutes).sort()).toEqual([120, 120, 30, 30, 30]);
  for (const { id, minutes, tasks, says } of exams) {
    const [least, most] = minutes === 120 ? [15, 17] : [4, 5];
    expect([id, tasks.length >= least && tasks.length <= most]).toEqual([id, true]);
    expect([id, tasks.reduce((sum, { weight }) => sum + weight, 0)]).toEqual([id, 100]);
    expect(says.join(' ')).toMatch(/This is not PSI, and none of the tasks is a question of the real exam/);
  }
});

test('whole exams share no task, and follow the order of the domains', () => {
  const whole = exams
    .filter(({ minutes }) => minutes === 120)
    .map(({ tasks }) => tasks.map(({ scenario }) => scenario));
  expect(new Set(whole.flat()).size).toBe(whole.flat().length);
  for (const scenarios of whole) {
    const places = scenarios.map((id) => CKS.indexOf(domains.get(id) ?? ''));
    expect(places).toEqual([...places].sort((left, right) => left - right));
  }
});

test('what is proved is each drawn scenario once a seed, or each task of each exam in its place', () => {
  const drawn = drawnParts(packs, 2);
  const ids = drawn.filter(({ seed }) => seed === 1).map(({ scenario }) => scenario.id);
  expect(new Set(ids)).toEqual(new Set(exams.flatMap(({ tasks }) => tasks.map(({ scenario }) => scenario))));
  expect([drawn.length, new Set(ids).size]).toEqual([2 * ids.length, ids.length]);
  const tasks = exams.flatMap((exam) => exam.tasks.map(({ scenario }, part) => ({ scenario, seed: 1, part })));
  expect(examParts(packs, 1).map((one) => ({ ...one, scenario: one.scenario.id }))).toEqual(tasks);
});
