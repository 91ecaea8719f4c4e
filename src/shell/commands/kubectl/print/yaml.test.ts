import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '#engine/config/decode/tree.ts';
import { parseYaml } from '#engine/config/decode/yaml.ts';
import type { Json } from '#engine/json.ts';
import { keyOrder } from './keyOrder.ts';
import { yamlText } from './yaml.ts';

/** What Go's decoder reads in a text. */
function read(text: string): Json {
  const parsed = parseYaml(text);
  return parsed.ok ? plain(parsed.tree) : parsed.error;
}

test('writes lists, maps and empty ones as Kubernetes does', () => {
  const value = { b: [1, { a: 'x', c: ['y', ['z', 'w']] }, [], {}], a: { d: null, c: true }, e: {}, n: 1.5 };
  expect(yamlText(value)).toBe(
    'a:\n  c: true\n  d: null\nb:\n- 1\n- a: x\n  c:\n  - "y"\n  - - z\n    - w\n- []\n- {}\ne: {}\n"n": 1.5\n',
  );
  expect(yamlText('text')).toBe('text\n');
  expect(yamlText([])).toBe('[]\n');
});

test('quotes what would be read as something else', () => {
  const texts = [
    'no',
    '010',
    '1e3',
    '2026-11-24T13:04:42Z',
    '12:30:45',
    '',
    '~',
    ': x',
    '- x',
    "'q",
    '#c',
    'a: b',
    '@x',
  ];
  expect(yamlText(texts)).toBe(
    '- "no"\n- "010"\n- "1e3"\n- "2026-11-24T13:04:42Z"\n- "12:30:45"\n- ""\n- "~"\n- \': x\'\n- \'- x\'\n- \'\'\'q\'\n- \'#c\'\n- \'a: b\'\n- \'@x\'\n',
  );
  expect(yamlText(['a:b', 'it’s', 'a\tb', '😀', 'x '])).toBe('- a:b\n- it’s\n- "a\\tb"\n- "\\U0001F600"\n- \'x \'\n');
});

test('writes several lines as a block, and says how they begin and end', () => {
  expect(yamlText({ a: 'x\ny\n', b: 'x\ny', c: 'x\n\n', d: ' x\ny' })).toBe(
    'a: |\n  x\n  y\nb: |-\n  x\n  y\nc: |+\n  x\n\nd: |2-\n   x\n  y\n',
  );
});

test('folds at the first space behind column 80', () => {
  const words = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
  const lines = yamlText({ a: words }).split('\n');
  expect(lines[0]?.length).toBeGreaterThan(80);
  expect(lines[1]).toMatch(/^ {2}word\d+/);
  expect(read(lines.join('\n'))).toEqual({ a: words });
});

test('orders keys by their numbers', () => {
  expect(['a10', 'a2', 'b', 'a', '1', 'a1'].sort(keyOrder)).toEqual(['1', 'a', 'a1', 'a2', 'a10', 'b']);
});

test('what is written is read back as it was', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b c', ' ', '\n', ':', '#', '-', "'", '"', '1', 'no', 'é', '\\', '[', ',', '?'),
  });
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9.-]{0,6}$/), tie('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, (one) => {
      expect(JSON.parse(JSON.stringify(read(yamlText({ one }))))).toEqual(JSON.parse(JSON.stringify({ one })));
    }),
    { numRuns: 150 },
  );
});
