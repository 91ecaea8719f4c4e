import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNREADABLE } from '../words/timeline.ts';
import { LONGEST_TAKEN, linkTo, packRun, runInFragment, takesRuns, unpackRun, withoutRun } from './link.ts';

test.each(['', '{}', 'ÄÖ \u{1f6a2} \u0000 \ufeff', '\ufeff{}', 'x'.repeat(70_000)])(
  'what a link carries comes out as it went in: %#',
  async (text) => {
    const fragment = await packRun(text);
    expect(await unpackRun(runInFragment(`#${fragment}`) ?? '')).toEqual({ ok: true, text });
  },
);

test('a run is found among other words of a fragment, and only there', () => {
  expect(runInFragment('#run=abc')).toBe('abc');
  expect(runInFragment('#scenario=x&run=a-_c')).toBe('a-_c');
  expect(runInFragment('#/the-flag-that-wins?run=abc')).toBe('abc');
  expect(runInFragment('#overrun=abc')).toBeNull();
  expect(runInFragment('')).toBeNull();
});

test('a link keeps the page and its route, and lets go of the run when it was looked at', () => {
  expect(linkTo('http://a/b/?editor=plain#/x?run=old', 'run=new')).toBe('http://a/b/?editor=plain#/x?run=new');
  expect(linkTo('http://a/b/', 'run=new')).toBe('http://a/b/#run=new');
  expect([withoutRun('#/x?run=abc'), withoutRun('#run=abc')]).toEqual(['#/x', '']);
});

test('what is too long for a link makes none', async () => {
  const noise = Array.from({ length: 30_000 }, (_, index) => ((index * 7919) % 65_521).toString(36)).join('');
  expect(await packRun(noise)).toBeNull();
});

test('a small link that unpacks to very much is stopped on the way', async () => {
  const bomb = deflateRawSync(Buffer.alloc(40_000_000)).toString('base64url');
  expect(bomb.length).toBeLessThan(LONGEST_TAKEN);
  expect(await unpackRun(bomb)).toEqual({ ok: false, words: UNREADABLE.linkTooLarge });
});

test('what is no link is refused in words', async () => {
  const broken = { ok: false, words: UNREADABLE.linkBroken };
  expect(await unpackRun('a'.repeat(LONGEST_TAKEN + 1))).toEqual({ ok: false, words: UNREADABLE.linkTooLong });
  expect(await unpackRun('***')).toEqual(broken);
  expect(await unpackRun('')).toEqual(broken);
  expect(await unpackRun(deflateRawSync(Buffer.from([0xff, 0xfe])).toString('base64url'))).toEqual(broken);
  await fc.assert(
    fc.asyncProperty(fc.base64String(), async (text) => {
      expect(typeof (await unpackRun(text)).ok).toBe('boolean');
    }),
    { numRuns: 30 },
  );
});

test('no link is offered where a run is one of several', () => {
  expect(['#/scenario/a', '#/lesson/a', '#/sandbox/a?run=x', ''].filter(takesRuns)).toHaveLength(4);
  expect(['#/exam/sprint-doors/7', '#/lab?kept=0123456789ab&item=2'].filter(takesRuns)).toEqual([]);
});
