import { expect, test } from 'vitest';
import { readText } from '#engine/host/files.ts';
import { contextOf, runLine, worldAfter } from '../../context.fixture.ts';
import { WARM } from '../../nodeWorld.fixture.ts';
import { kubectl } from '../kubectl.ts';
import { kubeconfigText, readFileConfig } from './kubeconfigFile.ts';

const FILE = '/root/.kube/config';
const textOf = (world: typeof WARM, path = FILE) => readText(world.nodes.node01?.host.files ?? {}, path) ?? '';

test('a change of the context is one event, and kubectl goes by it at once', () => {
  const { stdout, events } = runLine(kubectl, 'config set-context --current --namespace=kube-system', WARM);
  expect(stdout).toBe('Context "kubernetes-admin@kubernetes" modified.\n');
  expect(events.map(({ type }) => type)).toEqual(['write']);
  const world = worldAfter(WARM, events);
  expect(textOf(world)).toContain('    namespace: kube-system\n');
  expect(runLine(kubectl, 'get cm kubeadm-config -o name', world).stdout).toBe('configmap/kubeadm-config\n');
});

test('what is refused changes nothing', () => {
  for (const line of ['use-context nope', 'unset foo', 'set-context', 'delete-user nope', 'rename-context a b']) {
    expect(runLine(kubectl, `config ${line}`, WARM)).toMatchObject({ exitCode: 1, events: [] });
  }
});

test('a new file is its owner’s alone', () => {
  const context = { ...contextOf(WARM).environment, KUBECONFIG: '/tmp/new' };
  const { events } = runLine(kubectl, 'config set-cluster c --server=https://a', WARM, { environment: context });
  expect(events.map(({ type }) => type)).toEqual(['write', 'chmod']);
  expect(textOf(worldAfter(WARM, events), '/tmp/new')).toBe(
    'apiVersion: v1\nclusters:\n- cluster:\n    server: https://a\n  name: c\ncontexts: null\ncurrent-context: ""\nkind: Config\nusers: null\n',
  );
});

test('what kubectl wrote it writes again to the letter', () => {
  const text = textOf(WARM);
  const once = kubeconfigText(readFileConfig(text));
  expect(kubeconfigText(readFileConfig(once))).toBe(once);
});

test('keys and certificates are not shown', () => {
  const { stdout } = runLine(kubectl, 'config view', WARM);
  expect(stdout).toContain('client-key-data: DATA+OMITTED');
  expect(runLine(kubectl, 'config view --raw', WARM).stdout).not.toContain('OMITTED');
});
