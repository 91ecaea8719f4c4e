import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { desk } from '../typing.fixture.ts';
import { jqProgram } from './jqProgram.ts';
import { jsonFault } from './jsonFault.ts';

vi.setConfig({ testTimeout: 20_000 });

/** Lines, and what jq 1.6 of Debian 12 prints for them. */
const REAL: readonly (readonly [line: string, printed: string])[] = [
  ['printf Unauthorized | jq .', 'parse error: Invalid numeric literal at EOF at line 1, column 12\n'],
  ['echo Unauthorized | jq .; echo $?', 'parse error: Invalid numeric literal at line 2, column 0\n4\n'],
  ["echo '404 page not found' | jq .", '404\nparse error: Invalid numeric literal at line 1, column 9\n'],
  ["echo 'apiVersion: v1' | jq .kind", 'parse error: Invalid numeric literal at line 1, column 11\n'],
  ['printf \'{"a":1\' | jq .', 'parse error: Unfinished JSON term at EOF at line 1, column 6\n'],
  ["echo '[1,]' | jq .", 'parse error: Expected another array element at line 1, column 4\n'],
  ["echo '{a:1}' | jq .", 'parse error: Invalid numeric literal at line 1, column 3\n'],
  ['echo \'{"a":1}}\' | jq -c .', '{"a":1}\nparse error: Unmatched \'}\' at line 1, column 8\n'],
  ['echo \'{"a":[1]}\' | jq .a.b; echo $?', 'jq: error (at <stdin>:1): Cannot index array with string "b"\n5\n'],
  [
    "echo '{}' | jq 'foo(1;2)'; echo $?",
    'jq: error: foo/2 is not defined at <top-level>, line 1:\nfoo(1;2)\njq: 1 compile error\n3\n',
  ],
  ['jq . nope; jq --version', 'jq: error: Could not open file nope: No such file or directory\njq-1.6\n'],
  [
    "echo '{}' | jq -c '.a.b.c = false | .a.d.e += 1, (.x.y |= 7)'",
    '{"a":{"b":{"c":false},"d":{"e":1}}}\n{"a":{"b":{"c":false}},"x":{"y":7}}\n',
  ],
  ['echo \'{"a":{"b":1},"c":2}\' | jq -c \'del(.a.b, .c)\'', '{"a":{}}\n'],
  ["echo '[3,1]' | jq -c 'group_by(.)'", '[[1],[3]]\n'],
  [
    'echo \'{"a":[{"n":"x"}]}\' | jq \'(.a[] | select(.n=="x")).v = 1\'',
    'portside: jq: an update of places that are searched for is not modelled\n',
  ],
];

const shared = desk();

test.each(REAL)('%s', async (line, printed) => {
  const { type } = await shared;
  expect(await type(line)).toBe(printed);
});

test('JSON has no fault, and no text or program is too strange', () => {
  fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === null));
  fc.assert(
    fc.property(fc.string(), (text) => {
      jsonFault(text);
      jqProgram(text);
    }),
  );
});
