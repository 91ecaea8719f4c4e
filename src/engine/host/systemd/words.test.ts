import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextWord, splitRelaxed } from './words.ts';

function words(text: string, keepUnknown: boolean): readonly string[] {
  const found: string[] = [];
  for (let from = 0; ; ) {
    const word = nextWord(text, from, { escapes: true, keepUnknown });
    if (word === null) return found;
    if (word === 'invalid') return [...found, 'INVALID'];
    found.push(word.text);
    from = word.end;
  }
}

// What extract_first_word of libsystemd-shared 252 returned: strict, then with unknown escapes kept.
test.each([
  ['a"b c"d', ['ab cd'], ['ab cd']],
  ["a'b c'd", ['ab cd'], ['ab cd']],
  ['"" x', ['', 'x'], ['', 'x']],
  ['a\\x20b', ['a b'], ['a b']],
  ['\\101\\n', ['A\n'], ['A\n']],
  ['\\s|', [' |'], [' |']],
  ['\\u00e9', ['é'], ['é']],
  ['\\U0001f600', ['😀'], ['😀']],
  ['\\q', ['INVALID'], ['\\q']],
  ['a\\', ['INVALID'], ['a\\']],
  ['"a\\"b"', ['a"b'], ['a"b']],
  ["'a\\'b'", ["a'b"], ["a'b"]],
  ['\\400', ['INVALID'], ['\\400']],
  ['\\000', ['INVALID'], ['\\000']],
  ['\\x00', ['INVALID'], ['\\x00']],
  ['\\12', ['INVALID'], ['\\12']],
  ['"a', ['INVALID'], ['INVALID']],
  ['a\\ b', ['INVALID'], ['a\\ b']],
  ['  a \t b\n', ['a', 'b'], ['a', 'b']],
])('%j', (text, strict, kept) => {
  expect(words(text, false)).toEqual(strict);
  expect(words(text, true)).toEqual(kept);
});

// What replace_env_argv of libsystemd-shared 252 made of `$V`.
test.each([
  ['a "b c" d', ['a', 'b c', 'd']],
  ["'x", ['x']],
  ['"x y', ['x y']],
  ['a\\ b\\', ['a b']],
  ['a\\nb', ['anb']],
  ['""', ['']],
  ['  ', []],
  ['a""b', ['ab']],
  ['x "\\"y"', ['x', '"y']],
  ["it's ok", ['its ok']],
])('splits the value %j', (value, expected) => {
  expect(splitRelaxed(value).map((word) => word.text)).toEqual(expected);
});

test('any text splits, and words lie one behind the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab "\'\\x0 \n$🙂') }), fc.boolean(), (text, keepUnknown) => {
      let end = 0;
      for (;;) {
        const word = nextWord(text, end, { escapes: true, keepUnknown });
        if (word === null || word === 'invalid') return;
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeGreaterThan(word.start);
        end = word.end;
      }
    }),
  );
});
