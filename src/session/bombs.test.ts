import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFIG, DROP_IN, FLAGS, practice } from './practice.fixture.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');

/** Nine lists of nine, each of the one before: a few hundred characters that mean half a billion values. */
const BOMB = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
for (let level = 1; level < 9; level += 1) {
  BOMB.push(
    `a${level}: &a${level} [${Array(9)
      .fill(`*a${level - 1}`)
      .join(', ')}]`,
  );
}

test('an alias bomb in config.yaml is refused in the kubelet’s own words', () => {
  const { session, replace, file } = practice(REAL);
  replace(DROP_IN, FLAGS, '');
  session.commands.edit(
    CONFIG,
    `kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\n${BOMB.join('\n')}\n`,
  );
  expect(file(CONFIG).problems[0]?.message).toContain('document contains excessive aliasing');
  session.commands.daemonReload();
  session.commands.restart();
  expect(
    session
      .view()
      .journal.map(({ text }) => text)
      .join('\n'),
  ).toContain('document contains excessive aliasing');
});

test('one in a static pod’s manifest leaves the kubelet running', () => {
  const { session } = practice(REAL);
  session.commands.edit('/etc/kubernetes/manifests/bomb.yaml', `apiVersion: v1\nkind: Pod\n${BOMB.join('\n')}\n`);
  session.commands.restart();
  expect(session.view().strip.state).toBe('running');
});
