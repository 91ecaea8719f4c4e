import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { desk } from '../typing.fixture.ts';
import { gnuScript } from './sedScript.ts';

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
  expect(await type("sed 's/b/\\U&/' a")).toMatch(/^portside: sed: .* not modelled\n$/);
});

test('any script whatsoever comes to an end', () => {
  const piece = fc.constantFrom('s', '/', '\\', 'n', '[', ']', '(', '|', '\n', 'a', 'y', ';', '{', '}', '1', '&', ' ');
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.boolean(),
      (script, extended) => {
        expect(gnuScript(script, extended)).toBeTypeOf('object');
      },
    ),
  );
});
