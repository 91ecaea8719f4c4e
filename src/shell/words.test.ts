import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Opened } from './paths.ts';
import { splitWords } from './words.ts';

const FILES: Readonly<Record<string, string>> = {
  t: 'token\n\n',
  'my t': 'b',
  words: ' a  b\nc ',
  void: '\n',
  nul: 'x\0y',
};

const read = (name: string): Opened => {
  if (name === '/root') return { missing: 'directory' };
  return name in FILES ? { text: FILES[name] ?? '' } : { missing: 'no-file' };
};

function words(line: string): readonly string[] | string {
  const split = splitWords(line, read);
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
  ['curl -H "A: $(cat t | tr -d x)" x', 'found `$( )` (the output of another command)'],
  ['curl $(cat -n t)', 'found `$( )`'],
  ['curl $(cat)', 'found `$( )`'],
  ['curl $(cat $T)', 'found `$( )`'],
  ['curl $(cat *.t)', 'found `$( )`'],
  ['curl "$(kubectl create token a)"', 'found `$( )`'],
  ['curl `cat t`', '(the output of another command)'],
  ['curl https://x/run?a=1&b=2', 'Quote a URL that has & in it.'],
  ['curl -H "Authorization: Bearer $TOKEN" x', 'column 32: $TOKEN is not expanded here'],
  [['curl $', '{HOST}:10250'].join(''), '{HOST} is not expanded here'],
])('%s is refused in words', (line, expected) => {
  const said = words(line);
  expect(typeof said).toBe('string');
  expect(said).toContain(expected);
});

test.each([
  ['curl -H "A: Bearer $(cat t)" x', ['curl', '-H', 'A: Bearer token', 'x'], ''],
  ['curl "$(<t)$( < t )"', ['curl', 'tokentoken'], ''],
  [`curl $(cat t 'my t' "my t")`, ['curl', 'token', 'bb'], ''],
  ['curl x$(cat words)y', ['curl', 'x', 'a', 'b', 'c', 'y'], ''],
  ['curl "$(cat words)"', ['curl', ' a  b\nc '], ''],
  ['curl $(cat void) "$(cat void)"', ['curl', ''], ''],
  ['curl $(cat nul)', ['curl', 'xy'], 'bash: warning: command substitution: ignored null byte in input\n'],
  ["curl '$(cat t)'", ['curl', '$(cat t)'], ''],
  [
    'curl "$(cat no ~/no t)"',
    ['curl', 'token'],
    'cat: no: No such file or directory\ncat: /root/no: No such file or directory\n',
  ],
  ['curl "$(cat /root)"', ['curl', ''], 'cat: /root: Is a directory\n'],
  ['curl $(<no) $(</root)', ['curl'], 'bash: no: No such file or directory\n'],
])('%s puts in what the files hold', (line, expected, stderr) => {
  const split = splitWords(line, read);
  expect(split.ok && { words: split.words.map(({ text }) => text), stderr: split.stderr }).toEqual({
    words: expected,
    stderr,
  });
});

test('any text is split or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      const split = splitWords(line, read);
      return split.ok ? split.words.every(({ column }) => column >= 1) : split.message.endsWith('\n');
    }),
  );
});
