import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScenario } from './parse.ts';
import type { PackProblem } from './problem.ts';

const FOLDER = 'the-flag-that-wins';
const FILE = `scenarios/${FOLDER}/scenario.yaml`;
const REAL = readFileSync(FILE, 'utf8');

function problemsOf(text: string, folder = FOLDER): readonly PackProblem[] {
  const parsed = parseScenario(FILE, folder, text);
  return parsed.ok ? [] : parsed.problems;
}

/** The line of the first row that holds this text. */
const lineOf = (text: string, part: string) => text.split('\n').findIndex((row) => row.includes(part)) + 1;

test('the real scenario is read whole', () => {
  const parsed = parseScenario(FILE, FOLDER, REAL);
  expect(parsed).toMatchObject({ ok: true, scenario: { id: FOLDER, base: 'kubeadm-node' } });
  if (parsed.ok) expect(parsed.scenario.tasks[0]).toMatchObject({ afterRestart: false, after: [] });
});

test.each<[string, from: string | RegExp, to: string, part: string, message: RegExp, advice: RegExp]>([
  ['broken YAML', 'minutes: 10', 'minutes: [10', 'difficulty:', /flow|sequence|collection/i, /Mend the YAML/],
  ['a key given twice', 'minutes: 10', 'minutes: 10\nminutes: 11', 'minutes: 11', /unique/i, /Mend the YAML/],
  [
    'an unknown key',
    'minutes: 10',
    'minuts: 10\nminutes: 10',
    'minuts',
    /minuts/,
    /Remove the key, or mend its spelling/,
  ],
  ['a missing key', 'goal: Strangers', 'gaol: Strangers', 'id: the-flag', /^goal: missing$/, /^Add goal\.$/],
  ['a wrong type', 'minutes: 10', 'minutes: ten', 'minutes: ten', /^minutes: is "ten", not number$/, /Expected number/],
  ['a value of no list', 'base: kubeadm-node', 'base: moon', 'base: moon', /base/, /kubeadm-node/],
  ['a wrong type far inside', 'is: "401"', 'is: 401', 'is: 401', /tasks\.0\.checks\.0\.is/, /"401"/],
  [
    'a relative path',
    '- /etc/default/kubelet',
    '- etc/default/kubelet',
    '- etc/default',
    /tabs\.3.*absolute/,
    /absolute path/,
  ],
  [
    'a task that waits for nobody',
    'insider-refused]\n    afterRestart',
    'insider]\n    afterRestart',
    'after: [',
    /"insider"/,
    /Name one of: stranger-refused/,
  ],
  [
    'a wrong fix that fails nobody',
    'unmet: [insider-refused, stays-closed]',
    'unmet: []',
    'unmet: []',
    /names no task .* and nothing that it breaks/,
    /Say which/,
  ],
  [
    'a wrong fix that fails a stranger',
    'unmet: [insider-refused, stays-closed]',
    'unmet: [nobody]',
    'unmet: [nobody]',
    /"nobody" is no task/,
    /Name one of/,
  ],
  [
    'a wrong fix that breaks nothing known',
    'broken: [node,',
    'broken: [cargo,',
    'broken: [cargo',
    /"cargo" is nothing that must work/,
    /Name one of: node, logs, exec, shut/,
  ],
  [
    'a thing that must work with the id of a task',
    '- id: exec',
    '- id: stays-closed # a task',
    'stays-closed # a task',
    /"stays-closed" is taken/,
    /id of its own/,
  ],
  [
    'a benchmark number that is none',
    '[4.2.1, 4.2.2]',
    '[yes]',
    'ids: [yes]',
    /cis\.ids\.0.*4\.2\.1/,
    /number such as/,
  ],
  ['a difficulty that nobody knows', 'difficulty: 2', 'difficulty: 9', 'difficulty: 9', /difficulty/, /1 \| 2 \| 3/],
  [
    'two tasks of one id',
    '- id: stays-closed',
    '- id: insider-refused',
    'tasks:',
    /two tasks share an id/,
    /id of its own/,
  ],
])('%s is a problem with its line and advice', (_name, from, to, part, message, advice) => {
  const text = REAL.replace(from, to);
  expect(text).not.toBe(REAL);
  const problems = problemsOf(text);
  const found = problems.find((problem) => message.test(problem.message));
  expect(found, JSON.stringify(problems)).toMatchObject({ file: FILE, line: lineOf(text, part) });
  expect(found?.advice).toMatch(advice);
});

test('the id is the name of the folder', () => {
  expect(problemsOf(REAL, 'other')).toEqual([
    {
      file: FILE,
      line: lineOf(REAL, 'id: '),
      message: `id "${FOLDER}" is not the name of its folder "other"`,
      advice: 'Give both the same name.',
    },
  ]);
});

test.each([
  ['nothing', ''],
  ['a comment', '# later\n'],
  ['a word', 'hello'],
  ['a list', '- a\n'],
  ['null', 'null'],
])('%s is no scenario', (_name, text) => {
  const problems = problemsOf(text);
  expect(problems.length).toBeGreaterThan(0);
  for (const { line, advice } of problems) expect([line, advice]).toEqual([1, expect.stringMatching(/./)]);
});

test('an alias bomb is refused by name, not unfolded', () => {
  const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [...pair])) {
    rows.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(', ')}]`);
  }
  const problems = problemsOf(rows.join('\n'));
  expect(problems).toMatchObject([{ line: 1, message: expect.stringMatching(/alias/i) }]);
});

test('any text comes back as a scenario or as problems that each have a line and advice', () => {
  const cut = fc.record({ at: fc.nat(REAL.length), length: fc.nat(60), put: fc.string({ maxLength: 12 }) });
  const mutated = fc
    .array(cut, { minLength: 1, maxLength: 3 })
    .map((cuts) => cuts.reduce((text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length), REAL));
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: mutated }, fc.string(), fc.json()), (text) => {
      const parsed = parseScenario(FILE, FOLDER, text);
      if (parsed.ok) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      const rows = text.split('\n').length;
      for (const { file, line, message, advice } of parsed.problems) {
        expect([file, message, advice].every((words) => words.trim() !== '')).toBe(true);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(rows);
      }
    }),
    { numRuns: 200 },
  );
}, 30_000);
