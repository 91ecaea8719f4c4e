import { expect, test } from 'vitest';
import { tool } from './tool.ts';

/** Complaints by which a library's types would turn into `any` without a word: names or modules that are not there. */
const LOST_TYPE = /^node_modules\/.*error TS(2304|2307|2503|2552|2580|2584|2688|2792|7016)\b/;

/**
 * `skipLibCheck` keeps the type checker from reading declaration files closely: a name missing there is silently `any`.
 * Here it reads them, once, with the names that the pure layers have.
 */
test('no library that the engine uses has types that the pure layers cannot read', () => {
  const args = [
    '-p',
    'src/engine',
    '--noEmit',
    '--skipLibCheck',
    'false',
    '--incremental',
    'false',
    '--pretty',
    'false',
  ];
  const { output } = tool('tsc', [
    ...args,
    '--composite',
    'false',
    '--emitDeclarationOnly',
    'false',
    '--declaration',
    'false',
  ]);
  expect(output).not.toMatch(/error TS(5023|5069|18003)/);
  const lost = output.split('\n').filter((line) => LOST_TYPE.test(line));
  expect(lost).toEqual([]);
}, 120_000);

test('the type checker did read the libraries', () => {
  const { output } = tool('tsc', ['-p', 'src/engine', '--listFilesOnly']);
  for (const library of ['xstate', 'yaml']) expect(output).toContain(`node_modules/${library}/`);
}, 120_000);
