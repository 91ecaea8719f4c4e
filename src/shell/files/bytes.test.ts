import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, bytesOf, bytesOfLatin1, latin1Of, textOf } from './bytes.ts';

test('a text goes to UTF-8 and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(textOf(bytesOf(text))).toBe(text);
      expect([...bytesOf(text)]).toEqual([...new TextEncoder().encode(text)]);
      expect(byteLength(text)).toBe(bytesOf(text).length);
      expect([...bytesOfLatin1(latin1Of(bytesOf(text)))]).toEqual([...bytesOf(text)]);
    }),
    { numRuns: 100 },
  );
});

test('bytes that are no UTF-8 become replacement characters, as a decoder makes them', () => {
  for (const bytes of [[0xff], [0xc3], [0xe2, 0x82], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x61, 0x80, 0x62]])
    expect(textOf(bytes).replace(/\ufffd+/g, '?')).toBe(
      new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\ufffd+/g, '?'),
    );
});
