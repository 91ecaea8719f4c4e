import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeJson, parseJson } from './json.ts';
import { plain } from './tree.ts';

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const parsed = parseJson(text);
      expect(parsed.ok && JSON.parse(JSON.stringify(plain(parsed.tree)))).toEqual(
        JSON.parse(JSON.stringify(JSON.parse(text))),
      );
    }),
  );
});

test.each([
  ['{', 'unexpected end of JSON input'],
  ['{a: 1}', "invalid character 'a' looking for beginning of object key string"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['{"a": 1,}', "invalid character '}' looking for beginning of object key string"],
  ['{"a": tru}', "invalid character '}' in literal true (expecting 'e')"],
  ['{"a": 1} x', "invalid character 'x' after top-level value"],
  ['{"a": "\n"}', "invalid character '\\n' in string literal"],
  ['{"a": [1 2]}', "invalid character '2' after array element"],
])('refuses %j in Go’s words', (text, error) => {
  expect(parseJson(text)).toMatchObject({ ok: false, error });
});

test('names duplicates by their path', () => {
  const parsed = parseJson('{"a": {"b": 1, "b": 2}}');
  expect(parsed.ok && parsed.duplicates[0]?.message).toBe('duplicate field "a.b"');
});

test('agrees with JSON.parse on what is JSON at all, and never throws', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, more]) => {
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + more + text.slice(cut + 1);
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), broken), (text) => {
      expect(parseJson(text).ok).toBe(isJson(text));
    }),
    { numRuns: 1000 },
  );
});

test('a brace makes a file JSON', () => {
  expect(looksLikeJson(' \n{}')).toBe(true);
  expect(looksLikeJson('a: {}')).toBe(false);
});
