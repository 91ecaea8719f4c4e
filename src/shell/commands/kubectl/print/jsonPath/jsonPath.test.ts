import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#engine/json.ts';
import { findResults, resultsText } from './evaluate.ts';
import { parseJsonPath, relaxed } from './parse.ts';

const PODS: Json = {
  kind: 'List',
  items: [
    { name: 'web', tags: ['a', 'b', 'c'], n: 1, labels: { 'app.kubernetes.io/name': 'x' } },
    { name: 'db', tags: [], n: 2, ready: true },
  ],
};

function print(template: string, allowMissingKeys = true): string {
  const parsed = parseJsonPath(template);
  if (!parsed.ok) return `parse: ${parsed.error}`;
  const found = findResults(parsed.nodes, PODS, { allowMissingKeys });
  return found.ok ? resultsText(found.results) : `error: ${found.error}`;
}

test.each([
  ['{.kind}', 'List'],
  ['{.items[*].name}', 'web db'],
  ['{.items[0].tags[1]} {.items[0].tags[-1]}', 'b c'],
  ['{.items[0].tags[0:2]}', 'a b'],
  ['{.items[0].tags[::2]}', 'a c'],
  ['{.items[0].tags}', '["a","b","c"]'],
  ['{.items[0].labels.app\\.kubernetes\\.io/name}', 'x'],
  ["{.items[0].labels['app\\.kubernetes\\.io/name']}", 'x'],
  // Points part a key in brackets too.
  ["{.items[0].labels['app.kubernetes.io/name']}", ''],
  ['{range .items[*]}{.name}={.n}{"\\n"}{end}', 'web=1\ndb=2\n'],
  ['{range .items[*]}{.name}:{range .tags[*]}<{@}>{end};{end}!', 'web:<a><b><c>;db:;!'],
  ['{.items[?(@.n>1)].name}', 'db'],
  ['{.items[?(@.name=="web")].n}', '1'],
  ['{.items[?(@.ready)].name}', 'db'],
  ['{..name}', 'web db'],
  ["{.items[0]['name','n']}", 'web 1'],
  ['{.nope}', ''],
  ['text {.kind} more', 'text List more'],
])('%s prints %s', (template, expected) => {
  expect(print(template)).toBe(expected);
});

test('says what is wrong with a template as kubectl does', () => {
  expect(print('{.a')).toBe('parse: unclosed action');
  expect(print('{.items[0}')).toBe('parse: unterminated array');
  expect(print('{.items[x]}')).toBe('parse: invalid array index x');
  expect(print('{"a}')).toBe('parse: unterminated quoted string');
  expect(print('{.a..  ..b}')).toContain('parse:');
  expect(print('{.items[9]}')).toBe('error: array index out of bounds: index 9, length 2');
  expect(print('{foo}')).toBe('error: unrecognized identifier foo');
  expect(print('{end}')).toBe('error: not in range, nothing to end');
  expect(print('{.nope}', false)).toBe('error: nope is not found');
});

test('completes fields that are written without their marks', () => {
  for (const text of ['metadata.name', '.metadata.name', '{metadata.name}', '{.metadata.name}']) {
    expect(relaxed(text)).toEqual({ ok: true, path: '{.metadata.name}' });
  }
  expect(relaxed('{a}{b}')).toMatchObject({ ok: false });
});

test('no template throws or runs on without end', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '.',
    '..',
    '[',
    ']',
    '*',
    '?(',
    ')',
    '@',
    'items',
    'name',
    '"',
    "'",
    '\\',
    ':',
    '-1',
    ',',
    'range',
    'end',
    ' ',
    '==',
    '0',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      expect(typeof print(pieces.join(''))).toBe('string');
    }),
    { numRuns: 400 },
  );
  expect(print('{..*..*..*..*..*..*..*..*..*..*..*..*..*..*..*..*..*..*}')).toBeTypeOf('string');
});
