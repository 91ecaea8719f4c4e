import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { reviewAccess } from './access.ts';
import { newCluster } from './newCluster.ts';
import { applyObject } from './objects.ts';
import { authorizeRbac } from './rbac.ts';
import type { AccessQuestion } from './review.ts';
import { smallestRole } from './smallestRole.ts';

const RBAC = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const clusterRole = (name: string, rules: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  ...RBAC,
  kind: 'ClusterRole',
  metadata: { name },
  rules,
  ...more,
});
const binding = (
  kind: string,
  name: string,
  role: string,
  subjects: readonly JsonObject[],
  namespace = '',
): JsonObject => ({
  ...RBAC,
  kind,
  metadata: namespace === '' ? { name } : { name, namespace },
  roleRef: { kind: 'ClusterRole', name: role },
  subjects,
});
const cluster = (...objects: readonly JsonObject[]) =>
  newCluster({ clientCA: '', serviceAccountKey: { privateKey: '', publicKey: '' }, endpoint: 'api:6443', objects });

const ask = (user: string, verb: string, subresource: string, more: Partial<AccessQuestion> = {}): AccessQuestion => ({
  subject: { user, groups: ['crew', 'system:authenticated'], extra: {} },
  verb,
  group: '',
  version: 'v1',
  resource: 'nodes',
  subresource,
  namespace: '',
  name: 'n1',
  ...more,
});

const rule = (resources: readonly string[], verbs: readonly string[], more: JsonObject = {}): JsonObject => ({
  apiGroups: [''],
  resources,
  verbs,
  ...more,
});
const USER = { kind: 'User', name: 'eve' };
const may = (given: JsonObject, question: AccessQuestion) =>
  authorizeRbac(cluster(clusterRole('r', [given]), binding('ClusterRoleBinding', 'b', 'r', [USER])), question).allowed;

test.each([
  ['the very subresource', rule(['nodes/metrics'], ['get']), 'get', 'metrics', true],
  ['the resource does not cover its subresources', rule(['nodes'], ['*']), 'get', 'metrics', false],
  ['nodes/* is not a pattern', rule(['nodes/*'], ['get']), 'get', 'metrics', false],
  ['*/metrics is one', rule(['*/metrics'], ['get']), 'get', 'metrics', true],
  ['*/metrics is no other subresource', rule(['*/metrics'], ['get']), 'get', 'stats', false],
  ['* is everything', rule(['*'], ['get']), 'get', 'proxy', true],
  ['verb * matches the empty verb', rule(['nodes/proxy'], ['*']), '', 'proxy', true],
  ['no other verb matches the empty one', rule(['nodes/proxy'], ['get', 'create']), '', 'proxy', false],
  ['another group', rule(['nodes/metrics'], ['get'], { apiGroups: ['apps'] }), 'get', 'metrics', false],
  ['group *', rule(['nodes/metrics'], ['get'], { apiGroups: ['*'] }), 'get', 'metrics', true],
  ['this node by name', rule(['nodes/metrics'], ['get'], { resourceNames: ['n1'] }), 'get', 'metrics', true],
  ['another node by name', rule(['nodes/metrics'], ['get'], { resourceNames: ['n2'] }), 'get', 'metrics', false],
  ['a URL is no resource', { nonResourceURLs: ['*'], verbs: ['*'] }, 'get', 'metrics', false],
] as const)('%s', (_label, given, verb, subresource, expected) => {
  expect(may(given, ask('eve', verb, subresource))).toBe(expected);
});

test('an allow names binding, role, rule and subject, in the words of RBAC too', () => {
  const world = cluster(
    clusterRole('r', [rule(['nodes/stats'], ['get']), rule(['nodes/log'], ['get'])]),
    binding('ClusterRoleBinding', 'a', 'none', [USER]),
    binding('ClusterRoleBinding', 'b', 'r', [{ kind: 'ServiceAccount', namespace: 'obs', name: 'sa' }]),
  );
  expect(authorizeRbac(world, ask('system:serviceaccount:obs:sa', 'get', 'log'))).toEqual({
    allowed: true,
    reason: 'RBAC: allowed by ClusterRoleBinding "b" of ClusterRole "r" to ServiceAccount "sa/obs"',
    by: 'RBAC',
    rule: {
      binding: { kind: 'ClusterRoleBinding', namespace: '', name: 'b' },
      role: { kind: 'ClusterRole', namespace: '', name: 'r' },
      rule: 1,
      through: 'ServiceAccount obs/sa',
    },
    considered: ['system:basic-user', 'system:discovery', 'system:public-info-viewer', 'b'].filter(
      (name) => name === 'b',
    ),
  });
  expect(authorizeRbac(world, ask('eve', 'get', 'log')).reason).toBe(
    'RBAC: clusterrole.rbac.authorization.k8s.io "none" not found',
  );
});

test('a RoleBinding counts in its namespace and nowhere else', () => {
  const world = cluster(
    clusterRole('r', [rule(['nodes/proxy', 'pods'], ['*'])]),
    binding('RoleBinding', 'b', 'r', [USER, { kind: 'ServiceAccount', name: 'local' }], 'dev'),
  );
  expect(authorizeRbac(world, ask('eve', 'get', 'proxy')).allowed).toBe(false);
  const pods = { resource: 'pods', namespace: 'dev' };
  expect(authorizeRbac(world, ask('eve', 'get', '', pods)).allowed).toBe(true);
  expect(authorizeRbac(world, ask('eve', 'get', '', { ...pods, namespace: 'prod' })).allowed).toBe(false);
  const local = authorizeRbac(world, ask('system:serviceaccount:dev:local', 'get', '', pods));
  expect(local.reason).toBe('RBAC: allowed by RoleBinding "b/dev" of ClusterRole "r" to ServiceAccount "local/dev"');
});

test('an aggregated role holds the rules of the roles that it selects', () => {
  const labelled = (name: string, label: string): JsonObject => ({
    ...clusterRole(name, [rule([`nodes/${name}`], ['get'])]),
    metadata: { name, labels: { side: label } },
  });
  const world = cluster(
    labelled('metrics', 'yes'),
    labelled('proxy', 'no'),
    clusterRole('sum', [rule(['*'], ['*'])], {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { side: 'yes' } }] },
    }),
    binding('ClusterRoleBinding', 'b', 'sum', [USER]),
  );
  expect(authorizeRbac(world, ask('eve', 'get', 'metrics')).allowed).toBe(true);
  expect(authorizeRbac(world, ask('eve', 'get', 'proxy')).allowed).toBe(false);
});

const word = fc.constantFrom(
  '*',
  'get',
  'create',
  'nodes',
  'nodes/*',
  'nodes/proxy',
  '*/proxy',
  'nodes/metrics',
  '',
  'apps',
  'n1',
  'n2',
  'eve',
  'crew',
  'r',
  'q',
);
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const anyRule = fc.record({
  apiGroups: words,
  resources: words,
  verbs: words,
  resourceNames: fc.array(word, { maxLength: 2 }),
});
const anySubject = fc.record({
  kind: fc.constantFrom('User', 'Group'),
  name: fc.constantFrom('eve', 'crew', 'mallory'),
});

test('nothing is allowed that no rule grants', () => {
  fc.assert(
    fc.property(
      fc.array(anyRule, { maxLength: 3 }),
      fc.array(anySubject, { maxLength: 2 }),
      fc.constantFrom('get', 'create', ''),
      fc.constantFrom('proxy', 'metrics', ''),
      (rules, subjects, verb, subresource) => {
        const world = cluster(clusterRole('r', rules), binding('ClusterRoleBinding', 'b', 'r', subjects));
        const decision = reviewAccess(world, ask('eve', verb, subresource));
        const names = subjects.some(({ kind, name }) => (kind === 'User' ? name === 'eve' : name === 'crew'));
        const full = subresource === '' ? 'nodes' : `nodes/${subresource}`;
        const grants = rules.some(
          (given) =>
            (given.verbs.includes('*') || given.verbs.includes(verb as never)) &&
            (given.apiGroups.includes('*') || given.apiGroups.includes('')) &&
            (given.resources.includes('*') ||
              given.resources.includes(full as never) ||
              (subresource !== '' && given.resources.includes(`*/${subresource}` as never))) &&
            (given.resourceNames.length === 0 || given.resourceNames.includes('n1')),
        );
        expect(decision.allowed).toBe(names && grants);
        expect(decision.rule === null).toBe(!decision.allowed);
      },
    ),
  );
});

test('a denied question has a smallest role that allows it and its neighbours not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('system:anonymous', 'eve', 'system:serviceaccount:obs:sa', '', 'Zoë/Ä'),
      fc.constantFrom('get', 'create', ''),
      fc.constantFrom('proxy', 'metrics', 'pods'),
      (user, verb, subresource) => {
        const question = ask(user, verb, subresource);
        const { role, binding: bound } = smallestRole(cluster(), question);
        const applied = applyObject(applyObject(cluster(), role).cluster, bound);
        if (user === '') {
          expect(applied.error).toContain('subjects[0].name: Required value');
          return;
        }
        expect(applied.error).toBeUndefined();
        expect(reviewAccess(applied.cluster, question).allowed).toBe(true);
        expect(reviewAccess(applied.cluster, { ...question, name: 'n2' }).allowed).toBe(false);
        expect(reviewAccess(applied.cluster, { ...question, subresource: 'log' }).allowed).toBe(false);
        expect(reviewAccess(applied.cluster, ask('other', verb, subresource)).allowed).toBe(false);
      },
    ),
  );
});
