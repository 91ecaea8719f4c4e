import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renamedDeep, renaming } from './renaming.ts';

test('whole words are renamed, wherever they stand', () => {
  const rename = renaming({ node01: 'quay07', bob: 'karl', 'guests.crt': 'visitors.crt' });
  expect(rename('bob’s web-node01: curl --cert /root/bob.crt --key bob.key')).toBe(
    'karl’s web-quay07: curl --cert /root/karl.crt --key karl.key',
  );
  expect(rename('system:node:node01,bob bob')).toBe('system:node:quay07,karl karl');
  expect(rename('node011 bobsled kebob bob_2 ébob')).toBe('node011 bobsled kebob bob_2 ébob');
  expect(rename('pki/guests.crt guests_crt guestsXcrt')).toBe('pki/visitors.crt guests_crt guestsXcrt');
  expect(rename(String.raw`printf 'a\nbob\tbob\n'`)).toBe(String.raw`printf 'a\nkarl\tkarl\n'`);
});

test('names that change places are renamed once, and the longer of two is meant', () => {
  expect(renaming({ bob: 'karl', karl: 'bob' })('bob and karl')).toBe('karl and bob');
  expect(renaming({ pier: 'quay', 'pier=north': 'pier=east' })('pier=north pier')).toBe('pier=east quay');
  expect(renaming({})('bob')).toBe('bob');
});

test('what a name turns into is taken as it is', () => {
  expect(renaming({ bob: '$1$&' })('bob')).toBe('$1$&');
  expect(renaming({ 'a.b*c': 'x' })('a.b*c aXbbc')).toBe('x aXbbc');
});

test('keys and texts of any depth are renamed, and nothing else', () => {
  const value = { 'node01/x': ['bob', { n: 1, yes: true, none: null }] };
  const rename = renaming({ node01: 'quay07', bob: 'karl' });
  expect(renamedDeep(value, rename)).toEqual({ 'quay07/x': ['karl', { n: 1, yes: true, none: null }] });
});

test('among words of any kind exactly those that are names change (property)', () => {
  const word = fc.oneof(
    fc.constantFrom('node01', 'bob', 'node011', 'bobby', 'xbob', 'bob1', 'node01_'),
    fc.stringMatching(/^[a-z0-9_]{1,8}$/),
  );
  const gap = fc.constantFrom(' ', '-', '/', ':', '.', ', ', '\n', '(', ')"', '=', '’s ');
  const names: Readonly<Record<string, string>> = { node01: 'quay07', bob: 'karl' };
  const rename = renaming(names);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { maxLength: 20 }), (pieces) => {
      const renamed = pieces.map(([one, between]) => (Object.hasOwn(names, one) ? names[one] : one) + between).join('');
      expect(rename(pieces.flat().join(''))).toBe(renamed);
    }),
  );
});

test('any names and any text give a text (property)', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (names, text) => {
      expect(typeof renaming(names)(text)).toBe('string');
    }),
  );
});
