import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASH_SAYS } from './bash.fixture.ts';
import { check } from './check.ts';

test.each(Object.entries(BASH_SAYS))('what bash says is %s is so', (verdict, texts) => {
  for (const text of texts) {
    const checked = check(text);
    expect([text, checked.kind === 'wrong' ? `wrong at ${checked.token}` : checked.kind]).toEqual([text, verdict]);
  }
});

test('what is open is told by what closes it', () => {
  expect(check('echo "a')).toMatchObject({ kind: 'unfinished', wanted: '"' });
  expect(check('echo $(a')).toMatchObject({ kind: 'unfinished', wanted: ')' });
  expect(check('cat <<E\na')).toMatchObject({ kind: 'unfinished', isDocument: true });
  expect(check('echo a\\')).toMatchObject({ kind: 'unfinished', wanted: null, isDocument: false });
});

const pieces = [
  'if',
  'then',
  'fi',
  'for',
  'in',
  'do',
  'done',
  'case',
  'esac',
  '{',
  '}',
  '(',
  ')',
  '$(',
  '"',
  "'",
  '`',
  '&&',
  '||',
  '|',
  ';',
  ';;',
  '&',
  '<<',
  'E',
  '\n',
  ' ',
  '\\',
  '((',
  '[[',
  ']]',
  '>',
  '2>',
  '=',
  '#',
  'a',
];

test('any text is whole, unfinished or wrong', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((some) => some.join(' ')),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(['whole', 'unfinished', 'wrong']).toContain(check(any).kind);
    }),
    { numRuns: 300 },
  );
});

test('a thousand brackets are wrong, not too deep', () => {
  expect(check('( '.repeat(1000)).kind).toBe('wrong');
  expect(check('$('.repeat(300)).kind).toBe('unfinished');
});
