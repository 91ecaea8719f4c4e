import { expect, test } from 'vitest';
import { minorOf, releaseOf, traitRow } from './release.ts';
import { TRAITS } from './traits.table.ts';
import { VERSIONS } from './versions.table.ts';

test('every trait has a value in every version, and every row a source', () => {
  for (const { version } of VERSIONS) {
    const { traits } = releaseOf(version);
    for (const { trait } of TRAITS) expect(traits[trait]).not.toBeUndefined();
  }
  for (const { says, source } of TRAITS) {
    expect(says).toMatch(/\.$|`$/);
    expect(source).toMatch(/^(recorded|read in upstream): /);
  }
});

test('the newest row that is not above the minor counts', () => {
  expect(releaseOf('1.31.14').traits.refusalNames).toBe('first');
  expect(releaseOf('1.32.0').traits.refusalNames).toBe('all');
  expect(releaseOf('1.36.3').traits.redirect).toBe(307);
  expect(traitRow('redirect', 35, 'upstream').since).toBe(0);
});

test('a build of its own differs in its own rows alone', () => {
  const [upstream, recorded] = [releaseOf('1.31.14'), releaseOf('1.31.14+downstream')];
  expect(upstream.traits.unknownGate).toBe('refused');
  expect(recorded.traits).toEqual({ ...upstream.traits, unknownGate: 'taken' });
  expect(minorOf('1.31.14+downstream')).toBe(31);
});

test('a text that is no version has minor 0', () => {
  expect(minorOf('')).toBe(0);
  expect(minorOf('x.y')).toBe(0);
});
