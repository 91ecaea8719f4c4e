import { expect, test } from 'vitest';
import { expandHistory } from './historyExpansion.ts';

const history = ['ls /etc', 'systemctl restart kubelet', 'cat /a /b'];

test.each([
  ['!!', 'cat /a /b'],
  ['sudo !!', 'sudo cat /a /b'],
  ['!sys', 'systemctl restart kubelet'],
  ['!1', 'ls /etc'],
  ['!-2 --now', 'systemctl restart kubelet --now'],
  ['vi !$', 'vi /b'],
  ['ls !*', 'ls /a /b'],
  ['!?etc?', 'ls /etc'],
  ['echo "!!"', 'echo "cat /a /b"'],
])('%s', (line, expanded) => {
  expect(expandHistory(line, history)).toEqual({ ok: true, line: expanded, isChanged: true });
});

test.each([
  "echo '!!'",
  'echo a!',
  'echo "a!"',
  '! true',
  'a!=b',
  'echo \\!!',
  'echo $!',
  'ls [!a]*',
  'cat <<E\n!!\nE',
])('%s stays', (line) => {
  expect(expandHistory(line, history)).toEqual({ ok: true, line, isChanged: false });
});

test('what is not found is said as bash says it', () => {
  expect(expandHistory('!nope', history)).toEqual({ ok: false, message: 'bash: !nope: event not found\n' });
  expect(expandHistory('!!', [])).toEqual({ ok: false, message: 'bash: !!: event not found\n' });
});
