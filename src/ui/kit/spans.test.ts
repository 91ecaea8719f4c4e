import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spans } from './spans.ts';

test('code, links, emphasis', () => {
  expect(spans('From [not-modelled.md](not-modelled.md), **all** of `a*b[c](d)`.')).toEqual([
    { kind: 'text', text: 'From not-modelled.md, all of ' },
    { kind: 'code', text: 'a*b[c](d)' },
    { kind: 'text', text: '.' },
  ]);
  expect(spans('a copy ([why](x/y.md)), b')).toEqual([{ kind: 'text', text: 'a copy, b' }]);
  expect(spans('a ` b')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'text', text: '` b' },
  ]);
});

test('any text has stretches, and none is lost but marks', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(spans(text).every((span) => span.text.length > 0)).toBe(true);
      if (!/[`*[\]]/.test(text))
        expect(
          spans(text)
            .map((span) => span.text)
            .join(''),
        ).toBe(text);
    }),
  );
});
