import { expect, test } from 'vitest';
import { csvText, parseCsvRow } from './csv.ts';
import { labelKeyErrors, labelValueErrors } from './labels.ts';
import { parseBool, parseInteger, parseLevel } from './numbers.ts';
import { goQuote } from './quote.ts';

test('quotes like %q', () => {
  expect(goQuote('a "b"\n\t\\ é \u0001 \u200b')).toBe('"a \\"b\\"\\n\\t\\\\ é \\x01 \\u200b"');
});

test('reads integers of any base, within their size', () => {
  expect(parseInteger('0x1f', 32)).toEqual({ ok: true, value: 31 });
  expect(parseInteger('017', 32)).toEqual({ ok: true, value: 15 });
  expect(parseInteger('1_000', 32)).toEqual({ ok: true, value: 1000 });
  expect(parseInteger('3000000000', 32)).toEqual({
    ok: false,
    error: 'strconv.ParseInt: parsing "3000000000": value out of range',
  });
  expect(parseInteger('', 32)).toMatchObject({ error: 'strconv.ParseInt: parsing "": invalid syntax' });
  expect(parseLevel('-1')).toMatchObject({ error: 'strconv.ParseUint: parsing "-1": invalid syntax' });
  expect(parseBool('yes')).toMatchObject({ error: 'strconv.ParseBool: parsing "yes": invalid syntax' });
});

test('splits lists as CSV', () => {
  expect(parseCsvRow('a,"b,c",')).toEqual({ ok: true, fields: ['a', 'b,c', ''] });
  expect(parseCsvRow('a"b')).toMatchObject({ ok: false });
  expect(csvText(['a', 'b,c'])).toBe('[a,"b,c"]');
});

test('knows labels', () => {
  expect(labelKeyErrors('example.com/role')).toEqual([]);
  expect(labelKeyErrors('-x')).toHaveLength(1);
  expect(labelValueErrors('a'.repeat(64))).toEqual(['must be no more than 63 bytes']);
});
