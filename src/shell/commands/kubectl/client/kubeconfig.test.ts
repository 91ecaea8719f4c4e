import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Files } from '#engine/host/files.ts';
import { writeText } from '#engine/host/files.ts';
import { kubeconfigFiles, loadKubeconfig } from './kubeconfig.ts';

const A =
  'current-context: a\ncontexts:\n- {name: a, context: {cluster: one, user: u}}\nclusters:\n- {name: one, cluster: {server: "https://a"}}\n';
const B =
  'current-context: b\ncontexts:\n- {name: b, context: {cluster: one, user: u}}\nclusters:\n- {name: one, cluster: {server: "https://b"}}\n';

function load(texts: Readonly<Record<string, string>>, names: readonly string[], explicit = false) {
  const files = Object.entries(texts).reduce<Files>((sofar, [path, text]) => writeText(sofar, path, text, 0), {});
  return loadKubeconfig(files, names, explicit, '/root');
}

test('finds the files by flag, variable and home', () => {
  expect(kubeconfigFiles('/x', { KUBECONFIG: '/a' })).toEqual(['/x']);
  expect(kubeconfigFiles('', { KUBECONFIG: '/a::/b:/a' })).toEqual(['/a', '/b']);
  expect(kubeconfigFiles('', { HOME: '/home/me' })).toEqual(['/home/me/.kube/config']);
});

test('of several files the first to say something wins', () => {
  const loaded = load({ '/root/a': A, '/b': B }, ['a', '/nope', '/b']);
  if (!loaded.ok) throw new Error('it must load');
  expect(loaded.value.currentContext).toBe('a');
  expect([...loaded.value.contexts.keys()]).toEqual(['a', 'b']);
  expect(loaded.value.clusters.get('one')).toEqual({ value: { server: 'https://a' }, file: '/root/a' });
});

test('words a file that is not there, a broken one and broken data as client-go does', () => {
  const error = (texts: Readonly<Record<string, string>>, explicit = false) => {
    const loaded = load(texts, ['x'], explicit);
    return loaded.ok ? null : loaded.error;
  };
  expect(error({})).toBeNull();
  expect(error({}, true)).toMatchObject({ message: 'stat x: no such file or directory' });
  expect(error({ '/root/x/y': '' })).toMatchObject({
    message: 'error loading config file "x": read x: is a directory',
  });
  expect(error({ '/root/x': 'foo: [bar\n' })).toMatchObject({
    message: `error loading config file "x": yaml: line 1: did not find expected ',' or ']'`,
  });
  const data = 'users:\n- {name: u, user: {client-key-data: "!!!"}}\n';
  expect(error({ '/root/x': data })).toMatchObject({
    message: 'error loading config file "x": illegal base64 data at input byte 0',
  });
});

test('no text throws', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('clusters: 5', 'users: [1]', 'contexts:\n- {context: x}', '- a'),
  );
  fc.assert(
    fc.property(text, (one) => load({ '/root/x': one }, ['x']) !== undefined),
    { numRuns: 150 },
  );
});
