import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFIG, DROP_IN, EXTRA, type Practice, practice, UNIT } from './practice.fixture.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');
const open = (): Practice => practice(REAL);

/** Line and column of the middle of a word in a file. */
function placeOf({ file }: Practice, path: string, word: string): readonly [line: number, column: number] {
  const rows = file(path).text.split('\n');
  const line = rows.findIndex((row) => row.includes(word));
  return [line + 1, (rows[line] ?? '').indexOf(word) + Math.ceil(word.length / 2) + 1];
}

test.each([
  ['a field', CONFIG, 'healthzPort', 'healthzPort'],
  ['a field inside others', CONFIG, 'enabled', 'enabled'],
  ['a unit key', UNIT, 'RestartSec', 'RestartSec'],
  ['a flag in a unit', DROP_IN, '--anonymous-auth', '--anonymous-auth'],
])('%s is explained where it stands', (_name, path, word, label) => {
  const practised = open();
  const found = practised.session.help.hover(path, ...placeOf(practised, path, word));
  expect(found?.label).toContain(label);
  expect(found?.detail).not.toBe('');
  expect(found?.documentation).not.toBe('');
});

test('a flag in an environment file is explained, and completed from its dashes on', () => {
  const practised = open();
  practised.session.commands.edit(EXTRA, 'KUBELET_EXTRA_ARGS=--read-only-port=0 --max');
  expect(practised.session.help.hover(EXTRA, 1, 24)?.label).toContain('--read-only-port');
  expect(practised.session.help.hover(EXTRA, 1, 3)).toBeNull();
  const offered = practised.session.help.complete(EXTRA, 1, 44).map(({ label }) => label);
  expect(offered).toEqual(expect.arrayContaining(['--max-pods', '--anonymous-auth']));
  expect(practised.session.help.complete(EXTRA, 1, 4)).toEqual([]);
});

test('fields and unit keys are completed', () => {
  const { session } = open();
  session.commands.edit(CONFIG, 'kind: KubeletConfiguration\nauthentication:\n  anon\nread');
  const labels = (line: number, column: number) =>
    session.help.complete(CONFIG, line, column).map(({ label }) => label);
  expect(labels(4, 5)).toContain('readOnlyPort');
  expect(labels(3, 7)).toContain('anonymous');
  session.commands.edit(UNIT, '[Service]\nRest');
  expect(session.help.complete(UNIT, 2, 5).map(({ label }) => label)).toContain('Restart');
});

test('nothing is known of places and files that are not there', () => {
  const { session } = open();
  expect(session.help.hover('/nowhere', 1, 1)).toBeNull();
  expect(session.help.complete('/nowhere', 1, 1)).toEqual([]);
  for (const path of [CONFIG, UNIT, DROP_IN, EXTRA]) {
    expect(session.help.hover(path, 9999, 9999)).toBeNull();
    expect(session.help.hover(path, 0, 0)).toBeNull();
    expect(Array.isArray(session.help.complete(path, 9999, -1))).toBe(true);
  }
});
