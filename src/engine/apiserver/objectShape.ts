import { goQuote } from '../config/go/quote.ts';
import { POD_FIELDS } from '../host/containers/podFields.table.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { asObject } from './json.ts';

/** How a field decodes: a text, an integer, anything, a map of texts, a list of one shape, or an object of named fields. */
type Shape =
  | { readonly is: 'text' | 'integer' | 'truth' | 'any'; readonly go: string }
  | { readonly is: 'texts-by-key'; readonly go: string }
  | { readonly is: 'list'; readonly go: string; readonly of: Shape }
  | { readonly is: 'object'; readonly go: string; readonly fields: Readonly<Record<string, Shape>> };

const TEXT: Shape = { is: 'text', go: 'string' };
const ANY: Shape = { is: 'any', go: '' };
const INTEGER: Shape = { is: 'integer', go: 'int32' };
const LONG: Shape = { is: 'integer', go: 'int64' };

/** The whole numbers of a pod that Go keeps in 64 bits; all others have 32. */
const LONGS: readonly string[] = [
  'activeDeadlineSeconds',
  'expirationSeconds',
  'fsGroup',
  'runAsGroup',
  'runAsUser',
  'supplementalGroups',
  'terminationGracePeriodSeconds',
  'tolerationSeconds',
];
const TRUTH: Shape = { is: 'truth', go: 'bool' };
const TEXTS_BY_KEY: Shape = { is: 'texts-by-key', go: 'map[string]string' };
const TEXTS: Shape = { is: 'list', go: '[]string', of: TEXT };

const object = (go: string, fields: Readonly<Record<string, Shape>>): Shape => ({ is: 'object', go, fields });
const listOf = (of: Shape): Shape => ({ is: 'list', go: `[]${of.go}`, of });

const METADATA = object('v1.ObjectMeta', {
  name: TEXT,
  generateName: TEXT,
  namespace: TEXT,
  uid: TEXT,
  resourceVersion: TEXT,
  labels: TEXTS_BY_KEY,
  annotations: TEXTS_BY_KEY,
  creationTimestamp: ANY,
  deletionTimestamp: ANY,
  deletionGracePeriodSeconds: ANY,
  generation: ANY,
  selfLink: TEXT,
  ownerReferences: ANY,
  finalizers: TEXTS,
  managedFields: ANY,
});

const RULES = listOf(
  object('v1.PolicyRule', {
    verbs: TEXTS,
    apiGroups: TEXTS,
    resources: TEXTS,
    resourceNames: TEXTS,
    nonResourceURLs: TEXTS,
  }),
);

const TOP = { apiVersion: TEXT, kind: TEXT, metadata: METADATA };

const BINDING = {
  ...TOP,
  roleRef: object('v1.RoleRef', { apiGroup: TEXT, kind: TEXT, name: TEXT }),
  subjects: listOf(object('v1.Subject', { kind: TEXT, apiGroup: TEXT, name: TEXT, namespace: TEXT })),
};

const TAINTS = listOf(object('v1.Taint', { key: TEXT, value: TEXT, effect: TEXT, timeAdded: ANY }));

/** The kinds whose fields are checked; others are kept as they come. */
const SHAPES: Readonly<Record<string, Shape>> = {
  ConfigMap: object('ConfigMap', { ...TOP, data: TEXTS_BY_KEY, binaryData: TEXTS_BY_KEY, immutable: TRUTH }),
  Secret: object('Secret', {
    ...TOP,
    data: TEXTS_BY_KEY,
    stringData: TEXTS_BY_KEY,
    type: TEXT,
    immutable: TRUTH,
  }),
  Namespace: object('Namespace', {
    ...TOP,
    spec: object('v1.NamespaceSpec', { finalizers: TEXTS }),
    status: ANY,
  }),
  Node: object('Node', {
    ...TOP,
    spec: object('v1.NodeSpec', {
      podCIDR: TEXT,
      podCIDRs: TEXTS,
      providerID: TEXT,
      unschedulable: TRUTH,
      taints: TAINTS,
      configSource: ANY,
      externalID: TEXT,
    }),
    status: ANY,
  }),
  CertificateSigningRequest: object('CertificateSigningRequest', {
    ...TOP,
    spec: object('v1.CertificateSigningRequestSpec', {
      request: TEXT,
      signerName: TEXT,
      expirationSeconds: INTEGER,
      usages: TEXTS,
      username: TEXT,
      uid: TEXT,
      groups: TEXTS,
      extra: ANY,
    }),
    status: ANY,
  }),
  ClusterRole: object('ClusterRole', { ...TOP, rules: RULES, aggregationRule: ANY }),
  Role: object('Role', { ...TOP, rules: RULES }),
  ClusterRoleBinding: object('ClusterRoleBinding', BINDING),
  RoleBinding: object('RoleBinding', BINDING),
  ServiceAccount: object('ServiceAccount', {
    ...TOP,
    secrets: listOf(
      object('v1.ObjectReference', {
        kind: TEXT,
        namespace: TEXT,
        name: TEXT,
        uid: TEXT,
        apiVersion: TEXT,
        resourceVersion: TEXT,
        fieldPath: TEXT,
      }),
    ),
    imagePullSecrets: listOf(object('v1.LocalObjectReference', { name: TEXT })),
    automountServiceAccountToken: TRUTH,
  }),
};

/**
 * What is wrong with an object's shape, as Go's decoder says it, or null: first a value of another type, then fields
 * that the kind does not have.
 */
export function shapeError(kind: string, value: JsonObject): string | null {
  const { mismatch, unknown } = shapeProblems(kind, value);
  if (mismatch !== null) return mismatch;
  return unknown.length === 0 ? null : `strict decoding error: ${unknown.join(', ')}`;
}

/** A value that Go's decoder refuses, and the fields that it passes over: `unknown field "spec.foo"`. */
export interface ShapeProblems {
  readonly mismatch: string | null;
  readonly unknown: readonly string[];
}

/** Both kinds of problems apart, since a client may say that unknown fields are to be ignored. */
export function shapeProblems(kind: string, value: JsonObject): ShapeProblems {
  const shape = kind === 'Pod' ? podShape() : Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  if (shape === undefined) return { mismatch: null, unknown: [] };
  return {
    mismatch: wrongType(shape, value, kind, ''),
    unknown: unknownFields(shape, value, '').map((path) => `unknown field ${goQuote(path)}`),
  };
}

/** An object without the fields that its kind does not have, as Go's decoder leaves it. */
export function pruned(kind: string, value: JsonObject): JsonObject {
  const shape = kind === 'Pod' ? podShape() : Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  return shape === undefined ? value : asObject(pruneValue(shape, value));
}

function pruneValue(shape: Shape, value: Json): Json {
  if (shape.is === 'list' && Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => pruneValue(shape.of, item));
  }
  if (shape.is !== 'object' || value === null || !isObject(value)) return value;
  const { fields } = shape;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, Json][] => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      return field === undefined ? [] : [[key, pruneValue(field, item)]];
    }),
  );
}

let pod: Shape | null = null;

/** A Pod's shape, from the table of its fields; types that contain themselves end where they meet themselves. */
function podShape(): Shape {
  pod ??= object('Pod', { ...TOP, spec: tableShape('PodSpec', []), status: ANY });
  return pod;
}

function tableShape(type: string, above: readonly string[]): Shape {
  const row = Object.hasOwn(POD_FIELDS, type) ? POD_FIELDS[type] : undefined;
  if (row === undefined || above.includes(type)) return ANY;
  const fields = row.split(' ').map((field): readonly [string, Shape] => {
    const [name = '', kind = 'any'] = field.split(':');
    const bare = name.replace(/[?*]$/, '');
    const shape = kindShape(kind, [...above, type]);
    return [bare, LONGS.includes(bare) ? long(shape) : shape];
  });
  return object(`v1.${type}`, Object.fromEntries(fields));
}

function long(shape: Shape): Shape {
  if (shape.is === 'list') return listOf(long(shape.of));
  return shape.is === 'integer' ? LONG : shape;
}

function kindShape(kind: string, above: readonly string[]): Shape {
  if (kind.startsWith('[]')) return listOf(kindShape(kind.slice(2), above));
  if (kind === '{}string') return TEXTS_BY_KEY;
  switch (kind) {
    case 'string':
      return TEXT;
    case 'int':
      return INTEGER;
    case 'bool':
      return TRUTH;
    default:
      return tableShape(kind, above);
  }
}

function isInteger(value: Json, go: string): boolean {
  return Number.isInteger(value) && (go === 'int64' || Math.abs(Number(value)) < 2 ** 31);
}

/** The first value, in the order of the text, that cannot become what its field is; null becomes the empty value of anything. */
function wrongType(shape: Shape, value: Json, parent: string, path: string): string | null {
  if (value === null || shape.is === 'any') return null;
  switch (shape.is) {
    case 'text':
      return typeof value === 'string' ? null : mismatch(value, parent, path, shape.go);
    case 'integer':
      return isInteger(value, shape.go) ? null : mismatch(value, parent, path, shape.go);
    case 'truth':
      return typeof value === 'boolean' ? null : mismatch(value, parent, path, shape.go);
    case 'texts-by-key':
      if (!isObject(value)) return mismatch(value, parent, path, shape.go);
      return first(Object.values(value), (item) => wrongType(TEXT, item, parent, path));
    case 'list':
      if (!Array.isArray(value)) return mismatch(value, parent, path, shape.go);
      return first(value as readonly Json[], (item) => wrongType(shape.of, item, parent, path));
    case 'object':
      if (!isObject(value)) return mismatch(value, parent, path, shape.go);
      return first(Object.entries(value), ([key, item]) => {
        const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
        return field === undefined
          ? null
          : wrongType(field, item, shape.go.replace('v1.', ''), path === '' ? key : `${path}.${key}`);
      });
  }
}

function unknownFields(shape: Shape, value: Json, path: string): readonly string[] {
  if (shape.is === 'list' && Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, index) => unknownFields(shape.of, item, `${path}[${index}]`));
  }
  if (shape.is !== 'object' || value === null || !isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    return field === undefined ? [inner] : unknownFields(field, item, inner);
  });
}

function mismatch(value: Json, parent: string, path: string, go: string): string {
  const odd = typeof value === 'number' && go.startsWith('int') ? ` ${value}` : '';
  return `json: cannot unmarshal ${jsonType(value)}${odd} into Go struct field ${parent}.${path} of type ${go}`;
}

/** What Go's decoder calls a value. */
export function jsonType(value: Json): string {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'object') return Array.isArray(value) ? 'array' : 'object';
  return typeof value;
}

function first<Item>(items: readonly Item[], find: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
