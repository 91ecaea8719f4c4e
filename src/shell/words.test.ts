import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from './words.ts';

function words(line: string): readonly string[] | string {
  const split = splitWords(line);
  return split.ok ? split.words.map(({ text }) => text) : split.message;
}

test.each([
  ['curl -sk  https://x', ['curl', '-sk', 'https://x']],
  [`curl -H 'A: b c' "d e"f`, ['curl', '-H', 'A: b c', 'd ef']],
  [String.raw`curl a\ b "c\"d" '\n'`, ['curl', 'a b', 'c"d', '\\n']],
  ['curl x # a comment', ['curl', 'x']],
  ['curl x#y', ['curl', 'x#y']],
  ['$ curl x', ['curl', 'x']],
  ['# curl x', ['curl', 'x']],
  ['root@node01:~# curl x', ['curl', 'x']],
  ['root@node01:/etc/kubernetes$ sudo curl x', ['sudo', 'curl', 'x']],
  ['[root@node01 ~]# curl x', ['curl', 'x']],
  ['curl \\\n  -k x', ['curl', '-k', 'x']],
  ['curl x;', ['curl', 'x']],
  ['curl x\n', ['curl', 'x']],
  ['curl ~/ca.crt ~', ['curl', '/root/ca.crt', '/root']],
  ["curl ''", ['curl', '']],
  ['curl https://x/run/a?cmd=*', ['curl', 'https://x/run/a?cmd=*']],
  ["curl 'a$b' '`'", ['curl', 'a$b', '`']],
  ['curl a$ 5', ['curl', 'a$', '5']],
  ['# just a comment', []],
  ['', []],
])('%s splits as in bash', (line, expected) => {
  expect(words(line)).toEqual(expected);
});

test.each([
  ["curl 'x", "bash: unexpected EOF while looking for matching `'' (opened at column 6)"],
  ['curl "x', 'bash: unexpected EOF while looking for matching `"\' (opened at column 6)'],
  ['curl x | jq .', 'found `|` (a pipe)'],
  ['curl x > f', 'found `>` (a redirection)'],
  ['curl x 2>&1', 'found `>` (a redirection)'],
  ['curl x && ls', 'found `&&` (a second command)'],
  ['curl x; ls', 'found `;` (a second command)'],
  ['curl x\nls', 'found a second line'],
  ['curl -H "Authorization: Bearer $(cat t)" x', 'found `$( )` (the output of another command)'],
  ['curl https://x/run?a=1&b=2', 'Quote a URL that has & in it.'],
  ['curl -H "Authorization: Bearer $TOKEN" x', 'column 32: $TOKEN is not expanded here'],
  [['curl $', '{HOST}:10250'].join(''), '{HOST} is not expanded here'],
])('%s is refused in words', (line, expected) => {
  const said = words(line);
  expect(typeof said).toBe('string');
  expect(said).toContain(expected);
});

test('any text is split or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      const split = splitWords(line);
      return split.ok ? split.words.every(({ column }) => column >= 1) : split.message.endsWith('\n');
    }),
  );
});
