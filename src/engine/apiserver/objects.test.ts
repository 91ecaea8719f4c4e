import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { reviewAccess } from './access.ts';
import { kubeadmBindings } from './bootstrap.data.ts';
import { objectAt } from './json.ts';
import { newCluster } from './newCluster.ts';
import { applyObject, deleteObject, objectOf } from './objects.ts';

const EMPTY = newCluster({
  clientCA: '',
  serviceAccountKey: { privateKey: '', publicKey: '' },
  endpoint: '10.0.0.10:6443',
  objects: kubeadmBindings,
});
const RBAC = 'rbac.authorization.k8s.io/v1';
const role = (name: string, rules: readonly JsonObject[] | null): JsonObject => ({
  apiVersion: RBAC,
  kind: 'ClusterRole',
  metadata: { name },
  rules,
});
const bind = (name: string, to: string, subjects: readonly JsonObject[] = []): JsonObject => ({
  apiVersion: RBAC,
  kind: 'ClusterRoleBinding',
  metadata: { name },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: to },
  subjects,
});
const GET = { apiGroups: [''], resources: ['nodes/log'], verbs: ['get'] };
const refused = (object: JsonObject, cluster = EMPTY) => applyObject(cluster, object).error;

test('created, unchanged, configured, deleted', () => {
  const created = applyObject(EMPTY, role('x', [GET]));
  expect(created.stdout).toBe('clusterrole.rbac.authorization.k8s.io/x created\n');
  const { rules, metadata, kind, apiVersion } = role('x', [GET]);
  const again = applyObject(created.cluster, { rules, kind, metadata, apiVersion } as JsonObject);
  expect(again).toEqual({ cluster: created.cluster, stdout: 'clusterrole.rbac.authorization.k8s.io/x unchanged\n' });
  const changed = applyObject(created.cluster, role('x', null));
  expect(changed.stdout).toBe('clusterrole.rbac.authorization.k8s.io/x configured\n');
  const reference = { kind: 'ClusterRole', namespace: '', name: 'x' };
  const gone = deleteObject(changed.cluster, reference);
  expect(gone.stdout).toBe('clusterrole.rbac.authorization.k8s.io "x" deleted\n');
  expect(deleteObject(gone.cluster, reference).error).toBe(
    'Error from server (NotFound): clusterroles.rbac.authorization.k8s.io "x" not found\n',
  );
});

test('a namespaced object goes to default; its uid is new each time it is created', () => {
  const account: JsonObject = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'sa' } };
  const reference = { kind: 'ServiceAccount', namespace: 'default', name: 'sa' };
  const first = applyObject(EMPTY, account);
  expect(first.stdout).toBe('serviceaccount/sa created\n');
  expect(applyObject(first.cluster, account).stdout).toBe('serviceaccount/sa unchanged\n');
  const gone = deleteObject(first.cluster, reference);
  expect(gone.stdout).toBe('serviceaccount "sa" deleted from default namespace\n');
  const second = applyObject(gone.cluster, account);
  const uid = (cluster: typeof EMPTY) => objectAt(objectOf(cluster, reference) ?? {}, 'metadata').uid;
  expect(uid(second.cluster)).not.toBe(uid(first.cluster));
  expect(uid(first.cluster)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a roleRef never changes', () => {
  const bound = applyObject(EMPTY, bind('b', 'view'));
  expect(refused(bind('b', 'edit'), bound.cluster)).toBe(
    'The ClusterRoleBinding "b" is invalid: roleRef: Invalid value: {"APIGroup":"rbac.authorization.k8s.io","Kind":"ClusterRole","Name":"edit"}: cannot change roleRef\n',
  );
});

test('the words of refusal', () => {
  expect(refused({ metadata: { name: 'x' } })).toBe(
    `error: unable to decode "STDIN": Object 'Kind' is missing in '{"metadata":{"name":"x"}}'\n`,
  );
  expect(refused({ apiVersion: 'v2', kind: 'Toaster', metadata: { name: 'x' } })).toBe(
    'error: resource mapping not found for name: "x" namespace: "" from "STDIN": no matches for kind "Toaster" in version "v2"\nensure CRDs are installed first\n',
  );
  expect(refused({ apiVersion: 'v1', kind: 'ServiceAccount' })).toContain('resource name may not be empty');
  expect(refused(role('x', [{ apiGroups: [''], resources: ['nodes'] }]))).toBe(
    'The ClusterRole "x" is invalid: rules[0].verbs: Required value: verbs must contain at least one value\n',
  );
  expect(
    refused(
      bind('x', 'view', [
        { kind: 'ServiceAccount', name: 'sa' },
        { kind: 'Robot', name: 'r' },
      ]),
    ),
  ).toBe(
    'The ClusterRoleBinding "x" is invalid: [subjects[0].namespace: Required value, subjects[1].kind: Unsupported value: "Robot": supported values: "ServiceAccount", "User", "Group"]\n',
  );
  expect(refused({ ...role('x', []), rules: [{ ...GET, verbs: 'get' }] })).toBe(
    'Error from server (BadRequest): error when creating "STDIN": ClusterRole in version "v1" cannot be handled as a ClusterRole: json: cannot unmarshal string into Go struct field PolicyRule.rules.verbs of type []string\n',
  );
  expect(refused({ ...role('x', []), rules: [{ ...GET, verb: ['get'] }] })).toBe(
    'Error from server (BadRequest): error when creating "STDIN": ClusterRole in version "v1" cannot be handled as a ClusterRole: strict decoding error: unknown field "rules[0].verb"\n',
  );
  expect(refused(role('x', []), { ...EMPTY, reachable: false })).toBe(
    'The connection to the server 10.0.0.10:6443 was refused - did you specify the right host or port?\n',
  );
});

test('any object whatsoever is applied or refused, and questions are answered after it', () => {
  const kinds = fc.constantFrom(
    'ClusterRole',
    'ClusterRoleBinding',
    'Role',
    'RoleBinding',
    'ServiceAccount',
    '__proto__',
    '',
  );
  const version = fc.constantFrom(RBAC, 'v1', '');
  const json = fc.jsonValue();
  const anyObject = fc.record({
    kind: kinds,
    apiVersion: version,
    metadata: fc.oneof(json, fc.record({ name: fc.constantFrom('x', '__proto__', ''), namespace: json, labels: json })),
    rules: fc.oneof(json, fc.array(fc.record({ verbs: json, apiGroups: json, resources: json }))),
    roleRef: json,
    subjects: fc.oneof(json, fc.array(json)),
    aggregationRule: json,
  });
  fc.assert(
    fc.property(anyObject, (object) => {
      const change = applyObject(EMPTY, object as JsonObject);
      if (change.error !== undefined) expect(change.cluster).toBe(EMPTY);
      else expect(change.stdout).toMatch(/ (created|configured|unchanged)\n$/);
      reviewAccess(change.cluster, {
        subject: { user: 'eve', groups: [], extra: {} },
        verb: 'get',
        group: '',
        version: 'v1',
        resource: 'nodes',
        subresource: 'proxy',
        namespace: 'default',
        name: 'n1',
      });
    }),
  );
});
