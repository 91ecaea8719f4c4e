import { isObject, type Json, type JsonObject } from '../../../json.ts';

/** In which order Go writes an object's fields: names, each with the order inside where it has one; `sorted` is a map. */
type Order = 'sorted' | { readonly [field: string]: Order | null };

const METADATA: Order = {
  name: null,
  generateName: null,
  namespace: null,
  selfLink: null,
  uid: null,
  resourceVersion: null,
  generation: null,
  creationTimestamp: null,
  deletionTimestamp: null,
  deletionGracePeriodSeconds: null,
  labels: 'sorted',
  annotations: 'sorted',
  ownerReferences: { apiVersion: null, kind: null, name: null, uid: null, controller: null },
  finalizers: null,
  managedFields: null,
};

const RULE: Order = { verbs: null, apiGroups: null, resources: null, resourceNames: null, nonResourceURLs: null };
const SUBJECT: Order = { kind: null, apiGroup: null, name: null, namespace: null };
const ROLE_REF: Order = { apiGroup: null, kind: null, name: null };
const CONDITION: Order = { type: null, status: null, reason: null, message: null };
const BINDING: Order = { subjects: SUBJECT, roleRef: ROLE_REF };
const TAINT: Order = { key: null, value: null, effect: null };

/** By kind, what stands between `metadata` and the end. Models the struct types of k8s.io/api, v0.36. */
const KIND_ORDERS: Readonly<Record<string, Order>> = {
  ClusterRole: { rules: RULE, aggregationRule: null },
  Role: { rules: RULE },
  ClusterRoleBinding: BINDING,
  RoleBinding: BINDING,
  ServiceAccount: { secrets: null, imagePullSecrets: null, automountServiceAccountToken: null },
  Secret: { immutable: null, data: 'sorted', type: null },
  ConfigMap: { immutable: null, data: 'sorted', binaryData: 'sorted' },
  Namespace: { spec: null, status: null },
  Node: {
    spec: { podCIDR: null, podCIDRs: null, providerID: null, unschedulable: null, taints: TAINT },
    status: null,
  },
  Pod: { spec: null, status: null },
  Lease: {
    spec: {
      holderIdentity: null,
      leaseDurationSeconds: null,
      acquireTime: null,
      renewTime: null,
      leaseTransitions: null,
    },
  },
  CertificateSigningRequest: {
    spec: {
      request: null,
      signerName: null,
      expirationSeconds: null,
      usages: null,
      username: null,
      uid: null,
      groups: null,
      extra: 'sorted',
    },
    status: { conditions: { ...CONDITION, lastUpdateTime: null, lastTransitionTime: null }, certificate: null },
  },
};

/** An object with its fields as Go writes them; fields that no order names follow. */
export function inGoOrder(kind: string, object: JsonObject): JsonObject {
  const own = Object.hasOwn(KIND_ORDERS, kind) ? KIND_ORDERS[kind] : undefined;
  const inner = own === undefined || own === 'sorted' ? {} : own;
  return ordered(object, { kind: null, apiVersion: null, metadata: METADATA, ...inner }) as JsonObject;
}

function ordered(value: Json, order: Order | null): Json {
  if (order === null || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => ordered(item, order));
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  if (order === 'sorted') return Object.fromEntries(names.sort().map((name) => [name, value[name] ?? null]));
  const known = Object.keys(order).filter((name) => Object.hasOwn(value, name));
  const rest = names.filter((name) => !Object.hasOwn(order, name));
  return Object.fromEntries(
    [...known, ...rest].map((name) => [
      name,
      ordered(value[name] ?? null, Object.hasOwn(order, name) ? (order[name] ?? null) : null),
    ]),
  );
}
