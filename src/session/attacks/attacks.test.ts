import { expect, test } from 'vitest';
import { answerInWords } from '#engine/explain/answer.ts';
import { ask } from '../asked.ts';
import { started } from '../asking/bases.fixture.ts';
import { attacksOn } from './attacks.ts';

const open = started('lecture-node');
const hardened = started('kubeadm-node');
const attacks = attacksOn(hardened.here, hardened.world).flatMap((group) => group.attacks);

const answer = (line: string, { world, node }: typeof open): string => {
  const { trace, stderr } = ask(line, world, node);
  return trace?.kind === 'request' ? answerInWords(trace).headline : stderr;
};

test('both bases offer the whole collection', () => {
  expect(attacks).toHaveLength(15);
  expect(attacksOn(open.here, open.world)).toEqual(attacksOn(hardened.here, hardened.world));
});

test.each(attacks)('$id: a hardened node answers $hardened.answer', ({ line, hardened: { answer: expected } }) => {
  expect(answer(line, hardened)).toBe(expected);
});

test.each(attacks)('$id: a node that is open lets it in', ({ line, id }) => {
  expect(answer(line, open)).toBe(id.startsWith('exec-') ? '101' : '200');
});

test('a password that is in the environment comes out', () => {
  const line = attacks.find(({ id }) => id === 'env-password')?.line ?? '';
  expect(ask(line, open.world, open.node).stdout).toContain('DB_PASSWORD=s3cr3t');
});

test('an attack whose credential is not there is not offered', () => {
  const { here, world } = open;
  const files = Object.fromEntries(Object.entries(here.host.files).filter(([path]) => !path.startsWith('/root/')));
  const ids = attacksOn({ ...here, host: { ...here.host, files } }, world).flatMap((group) =>
    group.attacks.map(({ id }) => id),
  );
  expect(ids).not.toContain('stolen-token');
  expect(ids).not.toContain('forged-certificate');
  expect(ids).toContain('node-credential');
});
