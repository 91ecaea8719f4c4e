import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONFIG, memory, practice } from './practice.fixture.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');
const KUBECONFIG = '/etc/kubernetes/kubelet.conf';
const NEW = '/etc/kubernetes/kubelet.d/10-new.conf';

test('any file of the node can be opened; a file that is there no more, or never was, cannot', () => {
  const { session } = practice(REAL);
  expect(session.files.list()).toContainEqual({ path: KUBECONFIG, permissions: '-rw------- root root', open: false });
  expect(session.files.open(KUBECONFIG)).toBe(true);
  expect(session.view().files.at(-1)?.path).toBe(KUBECONFIG);
  expect(session.files.list()).toContainEqual(expect.objectContaining({ path: KUBECONFIG, open: true }));
  for (const path of ['/nowhere', '/etc/kubernetes/manifests', '__proto__'])
    expect(session.files.open(path)).toBe(false);
  const before = session.view().files.length;
  session.files.open(CONFIG);
  expect(session.view().files).toHaveLength(before);
});

test('a new file is a step like any other, and keeps its tab when the session opens again', () => {
  const progress = memory();
  const { session } = practice(REAL, progress);
  expect(session.files.create(NEW)).toBeNull();
  expect(session.view()).toMatchObject({ undo: 'edit of 10-new.conf' });
  session.commands.edit(NEW, 'kind: KubeletConfiguration\n');
  const again = practice(REAL, progress);
  expect(again.file(NEW)).toMatchObject({ text: 'kind: KubeletConfiguration\n', changed: true });
  again.session.commands.undo();
  expect(again.session.files.open(NEW)).toBe(false);
});

test.each([
  ['etc/kubelet', /whole path/],
  ['/etc/../x', /whole path/],
  ['/etc/', /whole path/],
  ['/etc/kubernetes/manifests', /is a directory/],
  ['/etc/kubernetes', /is a directory/],
  ['/etc/hosts/more', /\/etc\/hosts is a file/],
])('no file can be made at %s', (path, words) => {
  const { session } = practice(REAL);
  expect(session.files.create(path)).toMatch(words);
  expect(session.view().undo).toBeNull();
});

test('whatever is typed as a path makes a file or a sentence', () => {
  const { session } = practice(REAL);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `/${text}`),
      ),
      (path) => {
        const words = session.files.create(path);
        if (words === null) expect(session.files.open(path)).toBe(true);
        else expect(words).not.toBe('');
      },
    ),
    { numRuns: 30 },
  );
});
