import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieces, turns } from './pieces.ts';

test('a word that fits is whole; a longer one breaks behind = and /, not behind a hyphen', () => {
  expect(pieces('--anonymous-auth=false')).toEqual(['--anonymous-auth=false']);
  expect(pieces("--config-dir=/etc/kubernetes/kubelet.conf.d|'")).toEqual([
    '--config-dir=',
    '/etc/',
    'kubernetes/',
    "kubelet.conf.d|'",
  ]);
  expect(pieces('https://controlplane:6443/api/v1')).toEqual(['https://controlplane:6443/', 'api/', 'v1']);
  expect(pieces('nginx?command=id&output=1"').at(-1)).toBe('output=1"');
  expect(pieces('system:serviceaccount:monitoring:x')).toEqual(['system:', 'serviceaccount:', 'monitoring:', 'x']);
});

test('the pieces of any word are the word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (word) => {
      expect(pieces(word).join('')).toBe(word);
    }),
  );
});

test('flags, paths and names with hyphens are whole in a sentence, words are not', () => {
  expect(turns('Add --config=/x to 90-fleet.conf, as web-node01 - or KUBELET_EXTRA_ARGS - has it.')).toEqual([
    'Add ',
    '--config=/x',
    ' to ',
    '90-fleet.conf,',
    ' as ',
    'web-node01',
    ' - or ',
    'KUBELET_EXTRA_ARGS',
    ' - has it.',
  ]);
  fc.assert(fc.property(fc.string(), (text) => turns(text).join('') === text));
});
