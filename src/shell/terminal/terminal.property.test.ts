// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the shell's own
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { check } from './grammar/check.ts';
import { desk } from './typing.fixture.ts';

// The interpreter is a megabyte of script, which a busy machine may take seconds to read.
vi.setConfig({ testTimeout: 20_000 });

const WORDS = [
  'echo',
  'cat',
  'ls',
  '-l',
  '/etc',
  '/etc/hosts',
  'kubectl',
  'get',
  'systemctl',
  'restart',
  'kubelet',
  '|',
  '&&',
  '||',
  ';',
  '&',
  '>',
  '>>',
  '<',
  '/tmp/x',
  '$(',
  ')',
  '"',
  "'",
  '`',
  '$x',
  'x=1',
  '{',
  '}',
  'if',
  'then',
  'fi',
  'for',
  'i',
  'in',
  'do',
  'done',
  'while',
  'true',
  '!',
  '[[',
  ']]',
  '((',
  '))',
  '<<E',
  '\n',
  'E',
  '\\',
  '*',
  '${x:?a}',
  'exit',
  'set',
  '-e',
  '-x',
  'sed',
  '-i',
  's/a/b/',
  'rm',
  '-r',
  'cd',
  'eval',
  'source',
  'unset',
  'PATH',
  'k',
  '$RANDOM',
  'declare',
  '-A',
  'a[1]=(',
  'xargs',
  'find',
  '-exec',
  '{}',
  'jq',
  '.',
  'awk',
  '{print}',
  'read',
  'local',
  'return',
  'sleep',
  '1e9',
  'sudo',
  '-i',
];

test('no line of input throws, and each ends', async () => {
  const { typed, terminal } = await desk();
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      const { events, exitCode } = await typed(text);
      expect(Number.isInteger(exitCode)).toBe(true);
      expect(typeof terminal.prompt()).toBe('string');
      if (terminal.depth() === 0 && check(text).kind !== 'whole' && !text.includes('<<')) expect(events).toEqual([]);
    }),
    { numRuns: 120 },
  );
}, 20_000);

test('whatever is typed, completion and the question whether it goes on have an answer', async () => {
  const { terminal, world } = await desk();
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' ')),
      ),
      fc.nat(40),
      (text, cursor) => {
        const { from, candidates, common } = terminal.complete(text, Math.min(cursor, text.length), world());
        expect(from).toBeLessThanOrEqual(text.length);
        for (const { insert } of candidates) expect(insert.startsWith(common)).toBe(true);
        expect(typeof terminal.isUnfinished(text)).toBe('boolean');
      },
    ),
    { numRuns: 80 },
  );
});
