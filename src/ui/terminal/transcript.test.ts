import { expect, test } from 'vitest';
import { pieces } from './settle.ts';
import { Printed, saidOf, withEntry } from './transcript.ts';

test('what a line prints is kept up to a bound, colours taken out', () => {
  const printed = new Printed();
  printed.add('\u001b[31mone\u001b[0m\ntw');
  printed.add('o');
  expect(printed.entry(1, 'x')).toEqual({ number: 1, line: 'x', lines: ['one', 'two'], more: 0 });
  printed.add(`\n${'y\n'.repeat(1000)}`);
  const entry = printed.entry(2, 'x');
  expect([entry.lines.length, entry.more]).toEqual([200, 802]);
  const wide = new Printed();
  for (let round = 0; round < 100; round += 1) wide.add('x'.repeat(1000));
  expect(wide.entry(1, '').lines[0]?.length).toBeLessThan(5000);
});

test('not too much is said aloud, and the prompt when there is nothing', () => {
  expect(saidOf({ number: 1, line: '', lines: [], more: 0 }, '# ')).toBe('# ');
  const lines = Array.from({ length: 30 }, (_, index) => `${index}`);
  expect(saidOf({ number: 1, line: '', lines, more: 5 }, '# ').split('\n').at(-1)).toBe('… 20 more lines');
});

test('the oldest entries go', () => {
  const entries = Array.from({ length: 25 }, (_, number) => ({ number, line: '', lines: [], more: 0 }));
  const kept = entries.reduce<ReturnType<typeof withEntry>>(withEntry, []);
  expect([kept.length, kept[0]?.number]).toEqual([20, 5]);
});

test('a long text comes in pieces that tear no character', () => {
  const text = `x${'😀'.repeat(20_000)}`;
  const parts = pieces(text);
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBeGreaterThan(2);
  // Half a character cannot be encoded.
  for (const part of parts) expect(() => encodeURIComponent(part)).not.toThrow();
  expect(pieces('')).toEqual([]);
});
