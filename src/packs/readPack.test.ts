import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, PACK_FILES, readPack, readPacks } from './readPack.ts';

const ID = 'the-flag-that-wins';
const SCENARIO = readFileSync(`scenarios/${ID}/scenario.yaml`, 'utf8');

function exam(...scenarios: readonly string[]): string {
  const tasks = scenarios.map((scenario) => `  - {scenario: ${scenario}, weight: 50}`).join('\n');
  return `id: trial\ntitle: Trial\norder: 1\nminutes: 30\nsays: [Two tasks.]\ntasks:\n${tasks}\n`;
}

function problemsOf(files: Readonly<Record<string, string>>, folder = ID): readonly string[] {
  const read = readPack(folder, files);
  return read.ok
    ? []
    : read.problems.map(({ file, line, message, advice }) => `${file}:${line}: ${message}. ${advice}`);
}

test('a folder with one pack file is that pack', () => {
  expect(readPack(ID, { 'scenario.yaml': SCENARIO })).toMatchObject({ ok: true, pack: { kind: 'scenario' } });
  expect(readPack('trial', { 'exam.yaml': exam('a', 'b') })).toMatchObject({ ok: true, pack: { kind: 'exam' } });
});

test.each<[string, Readonly<Record<string, string>>, readonly RegExp[]]>([
  ['without a pack file', {}, [/^scenarios\/the-flag-that-wins:1: the folder has no scenario\.yaml.* Write one/]],
  [
    'with two',
    { 'scenario.yaml': SCENARIO, 'exam.yaml': exam('a', 'b') },
    [/\/exam\.yaml:1: the folder already has a scenario\.yaml\. A folder holds one pack/],
  ],
  [
    'with another file',
    { 'scenario.yaml': SCENARIO, 'notes.md': 'x' },
    [/\/notes\.md:1: stray file: no pack reads it\. A pack is one file/],
  ],
  [
    'with a pack file that is misspelt',
    { 'scenarios.yml': SCENARIO },
    [/no scenario\.yaml/, /\/scenarios\.yml:1: stray file.* Did you mean scenario\.yaml\?/],
  ],
])('a folder %s is a problem with advice', (_name, files, expected) => {
  const problems = problemsOf(files);
  expect(problems).toHaveLength(expected.length);
  for (const [index, words] of expected.entries()) expect(problems[index]).toMatch(words);
});

test('a file beside the folders, and a scenario that an exam draws and that is not there, are problems', () => {
  const entries: readonly Entry[] = [
    { kind: 'file', name: 'notes.txt' },
    { kind: 'folder', name: ID, files: { 'scenario.yaml': SCENARIO } },
    { kind: 'folder', name: 'trial', files: { 'exam.yaml': exam(ID, 'the-flag-that-win') } },
  ];
  const { packs, problems } = readPacks(entries);
  expect(packs.map(({ kind }) => kind)).toEqual(['scenario', 'exam']);
  expect(problems).toEqual([
    {
      file: 'scenarios/notes.txt',
      line: 1,
      message: 'stray file: packs stand in folders',
      advice: 'Give it a folder of its own, or remove it.',
    },
    {
      file: 'scenarios/trial/exam.yaml',
      line: 8,
      message: 'tasks.1.scenario: there is no scenario "the-flag-that-win"',
      advice: `Did you mean ${ID}?`,
    },
  ]);
});

test('an exam that draws a scenario twice, or is not called like its folder, is a problem', () => {
  expect(problemsOf({ 'exam.yaml': exam('a', 'a') }, 'other')).toEqual([
    'scenarios/other/exam.yaml:1: id "trial" is not the name of its folder "other". Give both the same name.',
    'scenarios/other/exam.yaml:8: the scenario "a" is drawn twice. Draw each scenario once; give it more weight instead.',
  ]);
});

test('any names and texts whatever give packs or problems', () => {
  const names = fc.oneof(fc.constantFrom(...PACK_FILES), fc.string());
  const texts = fc.oneof(fc.string(), fc.json(), fc.constantFrom(SCENARIO, exam('a', 'b')));
  fc.assert(
    fc.property(fc.string(), fc.dictionary(names, texts, { maxKeys: 3 }), (folder, files) => {
      const { packs, problems } = readPacks([{ kind: 'folder', name: folder, files }]);
      expect(packs.length + problems.length).toBeGreaterThan(0);
      for (const { file, line, message, advice } of problems) {
        expect([file, message, advice].every((words) => words.trim() !== '')).toBe(true);
        expect(line).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['scenario', ID],
  ['lesson', 'the-captain'],
  ['exam', 'exam-morning-watch'],
])('a %s with anything cut out of it or put into it is a pack or problems on its lines', (kind, folder) => {
  const file = `${kind}.yaml`;
  const real = readFileSync(`scenarios/${folder}/${file}`, 'utf8');
  const put = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('constructor', '__proto__', '- ', '{}', '[]', 'null'),
  );
  const cut = fc.record({ at: fc.nat(real.length), length: fc.nat(40), put });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
      const text = cuts.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), real);
      const read = readPack(folder, { [file]: text });
      if (read.ok) return;
      expect(read.problems.length).toBeGreaterThan(0);
      for (const { line, message, advice } of read.problems) {
        expect(message.trim() === '' || advice.trim() === '').toBe(false);
        expect(line >= 1 && line <= text.split('\n').length).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
