import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Surroundings } from './programs.ts';
import { run } from './shell.ts';

const AROUND: Surroundings = {
  hostname: 'web',
  user: 0,
  group: 0,
  accounts: true,
  environment: { HOME: '/root', DB_PASSWORD: 's3cr3t' },
  read: (path) => (path === '/etc/motd' ? 'one\ntwo\nthree\n' : null),
  list: (path) => (path === '/' ? ['bin', 'etc'] : null),
  has: (name) => name !== 'curl',
  processes: ['nginx'],
  now: Date.UTC(2026, 10, 24, 9),
};

function said(script: string, budget = 1000): string {
  return run(['sh', '-c', script], AROUND, budget)
    .pieces.map(({ text }) => text)
    .join('');
}

test.each([
  ['echo hello', 'hello\n'],
  ["echo 'a  b' $DB_PASSWORD", 'a  b s3cr3t\n'],
  ["echo '$DB_PASSWORD'", '$DB_PASSWORD\n'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
  ['echo "${HOME}/x"', '/root/x\n'],
  ['false && echo no; true && echo yes || echo no', 'yes\n'],
  ['false || echo saved', 'saved\n'],
  ['cat /etc/motd | grep tw', 'two\n'],
  ['cat /etc/motd | tail -n 1', 'three\n'],
  ['echo x > /dev/null', ''],
  ['cat /nope 2>&1', "cat: can't open '/nope': No such file or directory\n"],
  ['curl x', 'sh: curl: not found\n'],
  ['X=5; echo $X', '5\n'],
  ['exit 3; echo no', ''],
  ['exec echo last; echo no', 'last\n'],
  ['sh -c "echo inner"', 'inner\n'],
  ["echo 'open", 'sh: syntax error: unterminated quoted string\n'],
  ['id -un; whoami', 'root\nroot\n'],
  ['test -f /etc/motd && [ -d / ] && [ "$HOME" = /root ] && ! [ -z x ] && echo all', 'all\n'],
])('%s', (script, expected) => {
  expect(said(script)).toBe(expected);
});

test('exit codes come through', () => {
  expect(run(['false'], AROUND, 1).end).toEqual({ at: 0, code: 1 });
  expect(run(['sh', '-c', 'exit 7'], AROUND, 1).end).toEqual({ at: 0, code: 7 });
  expect(run(['sh', '-c', 'curl'], AROUND, 1).end?.code).toBe(127);
});

test('time passes while it sleeps', () => {
  const short = run(['sh', '-c', 'echo a; sleep 2; echo b'], AROUND, 5000);
  expect(short.pieces.map(({ at }) => at)).toEqual([0, 2000]);
  expect(short.end).toEqual({ at: 2000, code: 0 });
  expect(run(['sleep', 'infinity'], AROUND, 5000).end).toBeNull();
});

test('a loop speaks as often as there was time for', () => {
  expect(run(['sh', '-c', 'while true; do echo tick; sleep 10; done'], AROUND, 35_000).pieces).toHaveLength(4);
});

test('no script hangs or throws', { timeout: 30_000 }, () => {
  const word = fc.constantFrom(
    'while',
    'do',
    'done',
    'true',
    'echo',
    ';',
    '|',
    '&&',
    '||',
    "'",
    '"',
    '$X',
    '>',
    'sh -c',
    '\n',
    'exec',
    '(',
  );
  fc.assert(fc.property(fc.array(word), (words) => void said(words.join(' '))));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void said(text)));
  expect(
    run(['sh', '-c', 'while true; do while true; do while true; do :; done; done; done'], AROUND, 1).end,
  ).toBeNull();
  const self = { ...AROUND, environment: { S: 'sh -c "$S"' } };
  expect(run(['sh', '-c', 'sh -c "$S"'], self, 1).end).toBeNull();
});
