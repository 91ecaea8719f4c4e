import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { commandsOf } from './reader.ts';
import { standingJson, standingText } from './report.ts';

test('a scenario or a base, with or without --json', () => {
  expect(readArguments(['401-or-403'])).toEqual({ kind: 'scenario', name: '401-or-403', json: false });
  expect(readArguments(['--json', '401-or-403'])).toMatchObject({ kind: 'scenario', json: true });
  expect(readArguments(['--base', 'kubeadm'])).toEqual({ kind: 'base', name: 'kubeadm', json: false });
  expect(readArguments(['--base=kubeadm', '--json'])).toEqual({ kind: 'base', name: 'kubeadm', json: true });
  expect(readArguments(['--help', 'x'])).toEqual({ kind: 'help' });
  for (const words of [[], ['--base'], ['--what'], ['a', 'b'], ['--base', 'a', 'b']])
    expect(readArguments(words).kind, words.join(' ')).toBe('wrong');
});

test('lines that go on are one command', () => {
  const isOpen = (text: string) => text.startsWith('cat <<E') && !text.endsWith('\nE');
  expect([...commandsOf('ls\ncat <<E\na\nE\n\necho', isOpen)]).toEqual([['ls'], ['cat <<E', 'a', 'E'], [''], ['echo']]);
  expect([...commandsOf('cat <<E\na', isOpen)]).toEqual([['cat <<E', 'a']]);
});

test('a standing tells tasks, what must work, and the score', () => {
  const standing = {
    scenario: { title: 'Title', goal: 'Goal.' },
    tasks: [{ id: 't', title: 'Task', state: 'met', detail: 'So it is.' }],
    mustWork: [{ id: 'w', title: 'Work', works: false, detail: '' }],
    solved: false,
  } as const;
  expect(standingText(standing)).toBe(
    'Title: Goal.\n\nmet     Task\n        So it is.\n\nbroken  Work\n\n1 of 1 tasks met. Not solved.\n',
  );
  expect(standingJson(standing)).toMatchObject({ solved: false, met: 1, of: 1 });
});
