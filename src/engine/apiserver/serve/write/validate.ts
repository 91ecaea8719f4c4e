import { labelKeyErrors } from '../../../config/go/labels.ts';
import { goQuote } from '../../../config/go/quote.ts';
import type { JsonObject } from '../../../json.ts';
import { canonical } from '../../canonical.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../../json.ts';
import { rbacErrors } from '../../validateRbac.ts';
import type { Resource } from '../resource.ts';
import { metadataErrors } from './names.ts';
import { podErrors, podUpdateErrors } from './podErrors.ts';
import { signingErrors } from './signingErrors.ts';

/**
 * What is wrong with an object that is to be stored, each complaint as `field: message`; `old` is what it replaces.
 * Models the Validate and ValidateUpdate of each kind's strategy in pkg/registry, v1.36.
 */
export function objectErrors(resource: Resource, object: JsonObject, old: JsonObject | null): readonly string[] {
  const errors = [...metadataErrors(resource, object), ...kindErrors(resource.kind, object, old)];
  return errors;
}

function kindErrors(kind: string, object: JsonObject, old: JsonObject | null): readonly string[] {
  switch (kind) {
    case 'ConfigMap':
      return [
        ...immutableErrors(object, old, ['data', 'binaryData']),
        ...keyErrors(object, 'data'),
        ...keyErrors(object, 'binaryData'),
      ];
    case 'Secret':
      return [
        ...(old === null ? [] : changedType(object, old)),
        ...immutableErrors(object, old, ['data']),
        ...secretErrors(object),
      ];
    case 'Node':
      // An update is looked at twice, as a node and as a change of one.
      return old === null
        ? taintErrors(object)
        : [...taintErrors(object), ...taintErrors(object), ...heldErrors(object, old)];
    case 'Pod':
      return old === null ? podErrors(objectAt(object, 'spec')) : podUpdateErrors(object, old);
    case 'CertificateSigningRequest':
      return signingErrors(object, old);
    default:
      return rbacErrors(kind, object, old);
  }
}

const KEY_RULE =
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

/** Models IsConfigMapKey in apimachinery/pkg/util/validation, v0.36. */
function keyErrors(object: JsonObject, field: string): readonly string[] {
  return Object.keys(objectAt(object, field)).flatMap((key) => {
    const wrong = `${field}[${key}]: Invalid value: ${goQuote(key)}: `;
    if (key === '.' || key === '..') return [`${wrong}must not be '${key}'`];
    return [
      ...(key.length > 253 ? [`${wrong}must be no more than 253 characters`] : []),
      ...(/^[-._a-zA-Z0-9]+$/.test(key) ? [] : [`${wrong}${KEY_RULE}`]),
      ...(key.startsWith('..') ? [`${wrong}must not start with '..'`] : []),
    ];
  });
}

/** Models ValidateConfigMapUpdate and ValidateSecretUpdate in pkg/apis/core/validation, v1.36. */
function immutableErrors(object: JsonObject, old: JsonObject | null, fields: readonly string[]): readonly string[] {
  if (old?.immutable !== true) return [];
  const held = 'Forbidden: field is immutable when `immutable` is set';
  const changed = fields.filter((field) => !same(valueAt(object, field), valueAt(old, field)));
  return [...(object.immutable === true ? [] : [`immutable: ${held}`]), ...changed.map((field) => `${field}: ${held}`)];
}

function same(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

/** Keys that a Secret of a type must have. Models ValidateSecret in pkg/apis/core/validation, v1.36. */
const SECRET_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

function secretErrors(object: JsonObject): readonly string[] {
  const type = textAt(object, 'type');
  const data = objectAt(object, 'data');
  const keys = Object.hasOwn(SECRET_KEYS, type) ? (SECRET_KEYS[type] ?? []) : [];
  const missing = keys.filter((key) => valueAt(data, key) === null).map((key) => `data[${key}]: Required value`);
  const account = 'kubernetes.io/service-account.name';
  const annotations = objectAt(objectAt(object, 'metadata'), 'annotations');
  const unbound =
    type === 'kubernetes.io/service-account-token' && textAt(annotations, account) === ''
      ? [`metadata.annotations[${account}]: Required value`]
      : [];
  const basic =
    type === 'kubernetes.io/basic-auth' && valueAt(data, 'username') === null && valueAt(data, 'password') === null
      ? ['data[username]: Required value', 'data[password]: Required value']
      : [];
  return [...keyErrors(object, 'data'), ...missing, ...unbound, ...basic];
}

function changedType(object: JsonObject, old: JsonObject): readonly string[] {
  const type = textAt(object, 'type');
  return type === (textAt(old, 'type') || 'Opaque')
    ? []
    : [`type: Invalid value: ${goQuote(type)}: field is immutable`];
}

/** What a node's spec keeps once it is set. Models ValidateNodeUpdate in pkg/apis/core/validation, v1.36. */
function heldErrors(object: JsonObject, old: JsonObject): readonly string[] {
  const fields = { podCIDR: 'podCIDRs', providerID: 'providerID' };
  return Object.entries(fields).flatMap(([field, told]) => {
    const [now, before] = [object, old].map((one) => textAt(objectAt(one, 'spec'), field));
    return before === '' || now === before
      ? []
      : [`spec.${told}: Forbidden: node updates may not change ${field} except from "" to valid`];
  });
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Models validateNodeTaints in pkg/apis/core/validation, v1.36. */
function taintErrors(object: JsonObject): readonly string[] {
  const seen = new Set<string>();
  return objectsAt(objectAt(object, 'spec'), 'taints').flatMap((taint, index) => {
    const path = `metadata.taints[${index}]`;
    const [key, effect] = [textAt(taint, 'key'), textAt(taint, 'effect')];
    const supported = EFFECTS.map((one) => goQuote(one)).join(', ');
    const wrong =
      effect === ''
        ? [`${path}.effect: Required value`]
        : EFFECTS.includes(effect)
          ? []
          : [`${path}.effect: Unsupported value: ${goQuote(effect)}: supported values: ${supported}`];
    const unique = `${key}:${effect}`;
    const twice = seen.has(unique)
      ? [`${path}: Duplicate value: ${goTaint(taint)}: taints must be unique by key and effect pair`]
      : [];
    seen.add(unique);
    const named = labelKeyErrors(key).map((why) => `${path}.key: Invalid value: ${goQuote(key)}: ${why}`);
    return [...named, ...wrong, ...twice];
  });
}

/** The taint as Go prints it. */
function goTaint(taint: JsonObject): string {
  const [Key, Value, Effect] = [textAt(taint, 'key'), textAt(taint, 'value'), textAt(taint, 'effect')];
  return JSON.stringify({ Key, Value, Effect, TimeAdded: valueAt(taint, 'timeAdded') });
}
