import { goQuote } from '../config/go/quote.ts';
import type { Json, JsonObject } from '../json.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt } from './json.ts';
import { subdomainErrors } from './serve/write/names.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** Fills in what the API server fills in: the group of a roleRef and of User and Group subjects. */
export function withRbacDefaults(kind: string, object: JsonObject): JsonObject {
  if (kind !== 'ClusterRoleBinding' && kind !== 'RoleBinding') return object;
  const roleRef = objectAt(object, 'roleRef');
  const subjects = objectsAt(object, 'subjects').map((subject) => {
    const named = textAt(subject, 'kind') === 'User' || textAt(subject, 'kind') === 'Group';
    return named && textAt(subject, 'apiGroup') === '' ? { apiGroup: RBAC, ...subject } : subject;
  });
  return {
    ...object,
    roleRef: textAt(roleRef, 'apiGroup') === '' ? { apiGroup: RBAC, ...roleRef } : roleRef,
    ...(valueAt(object, 'subjects') === null ? {} : { subjects }),
  };
}

/**
 * What the API server finds wrong with an RBAC object, each as `field: message`; `old` is the object it replaces.
 * Models pkg/apis/rbac/validation/validation.go, v1.36.
 */
export function rbacErrors(kind: string, object: JsonObject, old: JsonObject | null): readonly string[] {
  switch (kind) {
    case 'ClusterRole':
    case 'Role':
      return objectsAt(object, 'rules').flatMap((rule, index) => ruleErrors(rule, kind === 'Role', `rules[${index}]`));
    case 'ClusterRoleBinding':
    case 'RoleBinding':
      return [
        ...roleRefErrors(kind, objectAt(object, 'roleRef')),
        ...objectsAt(object, 'subjects').flatMap((subject, index) =>
          subjectErrors(subject, kind === 'RoleBinding', `subjects[${index}]`),
        ),
        ...(old === null ? [] : changedRoleRef(objectAt(object, 'roleRef'), objectAt(old, 'roleRef'))),
      ];
    default:
      return [];
  }
}

function ruleErrors(rule: JsonObject, namespaced: boolean, path: string): readonly string[] {
  const errors: string[] = [];
  const urls = textsAt(rule, 'nonResourceURLs');
  const none = (key: string) => textsAt(rule, key).length === 0;
  if (none('verbs')) errors.push(`${path}.verbs: Required value: verbs must contain at least one value`);
  if (urls.length > 0) {
    const field = `${path}.nonResourceURLs: Invalid value: ${JSON.stringify(urls)}: `;
    if (namespaced) errors.push(`${field}namespaced rules cannot apply to non-resource URLs`);
    if (!none('apiGroups') || !none('resources') || !none('resourceNames')) {
      errors.push(`${field}rules cannot apply to both regular resources and non-resource URLs`);
    }
    return errors;
  }
  if (none('apiGroups')) {
    errors.push(`${path}.apiGroups: Required value: resource rules must supply at least one api group`);
  }
  if (none('resources')) {
    errors.push(`${path}.resources: Required value: resource rules must supply at least one resource`);
  }
  return errors;
}

function roleRefErrors(kind: string, roleRef: JsonObject): readonly string[] {
  const kinds = kind === 'ClusterRoleBinding' ? ['ClusterRole'] : ['Role', 'ClusterRole'];
  const errors: string[] = [];
  if (textAt(roleRef, 'apiGroup') !== RBAC)
    errors.push(unsupported('roleRef.apiGroup', textAt(roleRef, 'apiGroup'), [RBAC]));
  if (!kinds.includes(textAt(roleRef, 'kind'))) {
    errors.push(unsupported('roleRef.kind', textAt(roleRef, 'kind'), kinds));
  }
  if (textAt(roleRef, 'name') === '') errors.push('roleRef.name: Required value');
  return errors;
}

function subjectErrors(subject: JsonObject, namespaced: boolean, path: string): readonly string[] {
  const errors: string[] = [];
  const group = textAt(subject, 'apiGroup');
  const name = textAt(subject, 'name');
  if (name === '') errors.push(`${path}.name: Required value`);
  switch (textAt(subject, 'kind')) {
    case 'ServiceAccount':
      if (name !== '') {
        errors.push(...subdomainErrors(name).map((why) => `${path}.name: Invalid value: ${goQuote(name)}: ${why}`));
      }
      if (group !== '') errors.push(unsupported(`${path}.apiGroup`, group, ['']));
      if (!namespaced && textAt(subject, 'namespace') === '') errors.push(`${path}.namespace: Required value`);
      break;
    case 'User':
    case 'Group':
      if (group !== RBAC) errors.push(unsupported(`${path}.apiGroup`, group, [RBAC]));
      break;
    default:
      errors.push(unsupported(`${path}.kind`, textAt(subject, 'kind'), ['ServiceAccount', 'User', 'Group']));
  }
  return errors;
}

function changedRoleRef(roleRef: JsonObject, old: JsonObject): readonly string[] {
  const same = ['apiGroup', 'kind', 'name'].every((key) => textAt(roleRef, key) === textAt(old, key));
  if (same) return [];
  const value: Json = {
    APIGroup: textAt(roleRef, 'apiGroup'),
    Kind: textAt(roleRef, 'kind'),
    Name: textAt(roleRef, 'name'),
  };
  return [`roleRef: Invalid value: ${JSON.stringify(value)}: cannot change roleRef`];
}

function unsupported(field: string, value: string, supported: readonly string[]): string {
  return `${field}: Unsupported value: ${goQuote(value)}: supported values: ${supported.map((item) => goQuote(item)).join(', ')}`;
}
