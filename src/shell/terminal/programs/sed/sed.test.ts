import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { desk } from '../../typing.fixture.ts';
import { emptyMemory, runSed } from './run.ts';
import { sedProgram } from './script.ts';

vi.setConfig({ testTimeout: 20_000 });

/** Scripts, and what sed 4.9 of Debian 12 makes of `abc` by them. */
const REAL: readonly (readonly [script: string, printed: string])[] = [
  ['s|b|x \\\\\\n&|', 'ax \\\nbc\n'],
  ['s|b|\\\\n|', 'a\\nc\n'],
  ['s|b|\\n|', 'a\nc\n'],
  ['s|b|\\\\\\\\n|', 'a\\\\nc\n'],
  ['s|b|\\&|', 'a&c\n'],
  ['s|b|[&]|', 'a[b]c\n'],
  ['s|b|\\\\&|', 'a\\bc\n'],
  ['s|b|\\\\\\&|', 'a\\&c\n'],
  ['s|b|\\t|', 'a\tc\n'],
  ['s|b|\\\\t|', 'a\\tc\n'],
  ['s|b|x\\\ny|', 'ax\nyc\n'],
  ['s|b|x\\\\\\\ny|', 'ax\\\nyc\n'],
  ['s|\\(b\\)|\\1\\\\|', 'ab\\c\n'],
  ['s|\\(b\\)|\\\\\\1|', 'a\\bc\n'],
  ['s|b|\\||', 'a|c\n'],
  ['s|b|\\x41\\x26\\x5c\\o101\\d0651|', 'aA&\\AA1c\n'],
  ['s|b|\\cA\\a\\f\\v\\q|', 'a\x01\x07\f\vqc\n'],
  ['s/[/]/x/; /b/{s,b,\\,\\\\\\n,}', 'a,\\\nc\n'],
  ['/z/a\\\ns/b/x\n2!{y/a/s/;s/b/\\\\t/}', 's\\tc\n'],
  [':s;s/b/\\\\n/;ts', 'a\\nc\n'],
  ['s/b/\\9/;p', "sed: -e expression #1, char 8: invalid reference \\9 on `s' command's RHS\n"],
  ['s/[(]b/\\1/', "sed: -e expression #1, char 10: invalid reference \\1 on `s' command's RHS\n"],
  ['s/b/x\\', "sed: -e expression #1, char 6: unterminated `s' command\n"],
  ['p;s/b', "sed: -e expression #1, char 5: unterminated `s' command\n"],
  ['s/b/x\ny/', "sed: -e expression #1, char 5: unterminated `s' command\n"],
];

test('a replacement is what GNU sed makes of it', async () => {
  const { type } = await desk();
  for (const [script, printed] of REAL) expect(await type(`printf 'abc\\n' | sed '${script}'`)).toBe(printed);
});

test('so it is with several scripts, extended patterns, in files, and in a file of its own', async () => {
  const { type } = await desk();
  await type("printf 'abc\\n' > a; cp a b; printf 's/a/\\\\\\\\n/\\n' > script");
  expect(await type('cat script; sed -f script a; sed -nf script -e p a')).toBe('s/a/\\\\n/\n\\nbc\n\\nbc\n');
  expect(await type("sed -E -e 's/(b)/\\1\\\\n/' --expression='s/c/\\\\t/' a")).toBe('ab\\n\\t\n');
  expect(await type("sed -i.old 's/b/\\\\n/' b; cat b b.old")).toBe('a\\nc\nabc\n');
  expect(await type("sed -n -e p -e 's/b/\\9/' a")).toBe(
    "sed: -e expression #2, char 7: invalid reference \\9 on `s' command's RHS\n",
  );
  expect(await type("printf 'p\\ns/b\\n' > script; sed -f script a")).toBe(
    "sed: file script line 2: unterminated `s' command\n",
  );
  expect(await type("sed 's/b/\\U&\\E-&/' a; sed 's/b/x/e' a")).toBe(
    'aB-bc\nportside: sed: commands that a script runs are not modelled\n',
  );
});

const CONFIG = 'kind: X\\nauthentication:\\n  anonymous:\\n    enabled: true\\n  webhook:\\n    enabled: true\\nend: 1';

/** Words behind `sed`, and what sed 4.9 prints for the lines of a configuration, the last one without its end. */
const EDITS: readonly (readonly [words: string, printed: string])[] = [
  ["-n '/^auth/,/^[a-z]/p'", 'authentication:\n  anonymous:\n    enabled: true\n  webhook:\n    enabled: true\nend: 1'],
  ["'/anon/,/enabled/s/true/false/;/anon/,/enabled/s/enabled/x/' | sed -n 3,4p", '  anonymous:\n    x: false\n'],
  ["'0,/enabled/s//X/' | grep -c X:", '1\n'],
  ["-n '/web/,2p'", '  webhook:\n'],
  ["-n '5,2p;/web/,+1p'", '  webhook:\n  webhook:\n    enabled: true\n'],
  ["-n 'n;n;2,4p'", '  anonymous:\n'],
  ["-n '$=;$p'", '7\nend: 1'],
  ["':a;N;$!ba;s/\\n */,/g'", 'kind: X,authentication:,anonymous:,enabled: true,webhook:,enabled: true,end: 1'],
  ["-n '$!{h;d};H;x;p'", '    enabled: true\nend: 1'],
  ["'2,6c changed'", 'kind: X\nchanged\nend: 1'],
  ["'1!d;a\\  two' ", 'kind: X\n  two\n'],
  ["-E '1!d;s/(k)(i)/\\u\\2\\1/;s/x*/-/3g'", 'Ik-n-d-:- -X-\n'],
  ["-s '3q5' > /dev/null; echo $?", '5\n'],
  ["-n '1l;1{y/kX/Kx/;p;q}'", 'kind: X$\nKind: x\n'],
  ["'s/(a/b/' | wc -l; sed 's/\\(a/b/'", '6\nsed: -e expression #1, char 8: Unmatched ( or \\(\n'],
  ["'{p'", "sed: -e expression #1, char 0: unmatched `{'\n"],
  ["'k'", "sed: -e expression #1, char 1: unknown command: `k'\n"],
  ["'ba'", "sed: can't find label for jump to `a'\n"],
  ["'s//x/'", 'sed: -e expression #1, char 0: no previous regular expression\n'],
  ["':a;ba'", 'portside: sed: the script does not come to its end\n'],
];

test('ranges, blocks, jumps and the hold space are those of GNU sed', async () => {
  const { type } = await desk();
  for (const [words, printed] of EDITS) expect(await type(`printf '${CONFIG}' | sed ${words}`)).toBe(printed);
});

test('a file edited in place keeps its mode, and what w writes is there', async () => {
  const { type } = await desk();
  await type("printf 'one\\ntwo' > a; cp a b; chmod 600 a");
  expect(await type("sed -i.bak -e 's/o/0/w out' a b nope; cat a b a.bak out; stat -c %a a a.bak")).toBe(
    "sed: can't read nope: No such file or directory\n0ne\ntw00ne\ntw0one\ntwo0ne\ntw0\n0ne\ntw0\n600\n600\n",
  );
});

test('any script whatsoever comes to an end', () => {
  const piece = fc.constantFrom(
    ...[
      's',
      '/',
      '\\',
      'n',
      '[',
      ']',
      '(',
      '|',
      '\n',
      'a',
      'y',
      ';',
      '{',
      '}',
      '1',
      '&',
      ' ',
      '*',
      'N',
      'b',
      '$',
      ',',
      '!',
      'D',
    ],
  );
  const lines = ['ab', 'n/1', ''].map((text) => ({ text, isEnded: true, file: '-' }));
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.boolean(),
      (script, extended) => {
        const program = sedProgram(script, extended);
        if ('complaint' in program) return;
        const run = { ...program, isQuiet: false, end: '\n', read: () => null, write: () => undefined };
        expect(runSed(run, lines, emptyMemory()).text).toBeTypeOf('string');
      },
    ),
  );
});
