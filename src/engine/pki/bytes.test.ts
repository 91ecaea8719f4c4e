import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url, utf8Bytes, utf8Text } from './bytes.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const bytes = fc.uint8Array({ maxLength: 80 });
const asBytes = (codes: Uint8Array) => String.fromCharCode(...codes);

test('base64 is everybody else’s base64', () => {
  fc.assert(
    fc.property(bytes, (codes) => {
      expect(encodeBase64(asBytes(codes))).toBe(Buffer.from(codes).toString('base64'));
      expect(encodeBase64Url(asBytes(codes))).toBe(Buffer.from(codes).toString('base64url'));
      expect(decodeBase64(encodeBase64(asBytes(codes)))).toBe(asBytes(codes));
      expect(decodeBase64Url(encodeBase64Url(asBytes(codes)))).toBe(asBytes(codes));
    }),
  );
});

test('UTF-8 goes both ways, and what is none is told', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toBe(Buffer.from(text).toString('latin1'));
    }),
  );
  fc.assert(
    fc.property(bytes, (codes) => {
      const text = utf8Text(asBytes(codes));
      let expected: string | null;
      try {
        expected = decoder.decode(codes);
      } catch {
        expected = null;
      }
      expect(text).toBe(expected);
    }),
    { numRuns: 60 },
  );
});
