import { expect, test } from 'vitest';
import { after, NODE, nodeOf, started, textOf, write } from '#engine/world/playground.fixture.ts';
import type { World } from '#engine/world/world.ts';
import { boundSubjects } from './boundSubjects.ts';
import { heldIdentities, homeFiles } from './heldFiles.ts';
import { MOST_IDENTITIES } from './identities.ts';
import { gridPainter } from './sessionGrid.ts';

const rowsOf = (world: World) => gridPainter(NODE)(world, 'network').identities;
const held = (world: World) =>
  heldIdentities(homeFiles(nodeOf(world).host.files)).map(({ id, options }) => [id, options]);

const RBAC = 'rbac.authorization.k8s.io';
const bind = (kind: string, name: string, subject: Record<string, string>, role = 'node-metrics', namespace = '') =>
  ({
    type: 'apply',
    object: {
      apiVersion: `${RBAC}/v1`,
      kind,
      metadata: namespace === '' ? { name } : { name, namespace },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
      subjects: [subject],
    },
  }) as const;

test('everybody has a row, once', () => {
  const { rows, leftOut } = rowsOf(started());
  expect(rows.map(({ id }) => id)).toEqual([
    'stranger',
    '/root/admin.crt',
    '/root/bob.crt',
    '/root/intruder.crt',
    '/root/prometheus.token',
    'bad-token',
    'node',
    'api-server',
    'group system:masters',
    'group kubeadm:cluster-admins',
    'group system:bootstrappers:kubeadm:default-node-token',
    'user system:kube-controller-manager',
    'user system:kube-scheduler',
    'group system:monitoring',
    'user system:kube-proxy',
  ]);
  expect(leftOut).toBe(0);
});

test('a file that a learner adds has a row: by its name, its own key, or any key that fits', () => {
  const world = started();
  const [certificate, key] = [textOf(world, '/root/bob.crt'), textOf(world, '/root/bob.key')];
  expect(
    held(
      after(
        world,
        write('/root/copy.pem', `${certificate}${key}`),
        write('/root/renamed.crt', textOf(world, '/root/admin.crt')),
        write('/root/my stolen.token', `${textOf(world, '/root/prometheus.token')}`),
        write('/root/keyless.crt', textOf(world, '/etc/kubernetes/pki/ca.crt')),
        write('/root/notes.txt', 'two words'),
      ),
    ),
  ).toEqual([
    ['/root/admin.crt', '--cert admin.crt --key admin.key'],
    ['/root/bob.crt', '--cert bob.crt --key bob.key'],
    ['/root/copy.pem', '--cert copy.pem'],
    ['/root/intruder.crt', '--cert intruder.crt --key intruder.key'],
    ['/root/my stolen.token', `-H "Authorization: Bearer $(cat 'my stolen.token')"`],
    ['/root/prometheus.token', '-H "Authorization: Bearer $(cat prometheus.token)"'],
    ['/root/renamed.crt', '--cert renamed.crt --key admin.key'],
  ]);
});

test('subjects of bindings come with what they would show, and whoever has a file already is not shown twice', () => {
  const world = after(
    started(),
    bind('ClusterRoleBinding', 'b1', { kind: 'User', apiGroup: RBAC, name: 'carol' }),
    bind('ClusterRoleBinding', 'b2', { kind: 'User', apiGroup: RBAC, name: 'bob' }),
    bind('ClusterRoleBinding', 'b3', { kind: 'ServiceAccount', name: 'ghost', namespace: 'default' }),
    bind(
      'RoleBinding',
      'b4',
      { kind: 'ServiceAccount', name: 'prometheus', namespace: 'monitoring' },
      'view',
      'default',
    ),
    bind('RoleBinding', 'b5', { kind: 'User', apiGroup: RBAC, name: 'dave' }, 'node-metrics', 'default'),
    bind('ClusterRoleBinding', 'b6', { kind: 'Group', apiGroup: RBAC, name: 'system:unauthenticated' }),
  );
  const ids = rowsOf(world).rows.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['user carol', 'user system:serviceaccount:default:ghost', 'user dave']));
  expect(ids).not.toContain('user bob');
  expect(ids).not.toContain('user system:anonymous');
  const painting = gridPainter(NODE)(world, 'network');
  const texts = (id: string) =>
    painting.now.answers[0]?.map((offers) => {
      const answer = offers[ids.indexOf(id)];
      return answer?.kind === 'http' ? answer.status : 0;
    });
  // Healthz, pods, metrics: the binding gives metrics. A RoleBinding gives nothing, an account that is not there is nobody.
  expect(texts('user carol')?.slice(0, 3)).toEqual([403, 403, 200]);
  expect(texts('user dave')?.slice(0, 3)).toEqual([403, 403, 403]);
  expect(texts('user system:serviceaccount:default:ghost')?.slice(0, 3)).toEqual([401, 401, 401]);
});

test('no more rows than there is room for, and the rest is counted', () => {
  const many = Array.from({ length: MOST_IDENTITIES }, (_, index) =>
    bind('ClusterRoleBinding', `many-${index}`, { kind: 'User', apiGroup: RBAC, name: `user-${index}` }),
  );
  const { rows, leftOut } = rowsOf(after(started(), ...many));
  expect(rows).toHaveLength(MOST_IDENTITIES);
  expect(leftOut).toBe(15);
});

test('bindings whose role says nothing of nodes name nobody', () => {
  const { cluster } = after(
    started(),
    bind('ClusterRoleBinding', 'v', { kind: 'User', apiGroup: RBAC, name: 'v' }, 'view'),
  );
  expect(boundSubjects(cluster).map(({ subject }) => subject.name)).not.toContain('v');
});
