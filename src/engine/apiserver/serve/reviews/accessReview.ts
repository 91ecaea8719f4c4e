import { goQuote } from '../../../config/go/quote.ts';
import type { JsonObject } from '../../../json.ts';
import { reviewAccess } from '../../access.ts';
import { objectAt, textAt, textsAt, valueAt } from '../../json.ts';
import type { AccessQuestion } from '../../review.ts';
import type { Subject } from '../../subject.ts';
import type { ApiCall } from '../journey.ts';
import { badRequest, type Failure, invalid } from '../status.ts';

/**
 * A question whether somebody may do something, answered: oneself, anybody, or anybody in one namespace.
 * Models pkg/registry/authorization and pkg/apis/authorization/validation, v1.36.
 */
export function accessReview(
  call: ApiCall,
  kind: string,
  object: JsonObject,
): { readonly object: JsonObject } | Failure {
  const spec = objectAt(object, 'spec');
  const about = valueAt(spec, 'resourceAttributes');
  const path = valueAt(spec, 'nonResourceAttributes');
  const local = kind === 'LocalSubjectAccessReview';
  const self = kind === 'SelfSubjectAccessReview';
  const errors = [
    ...attributeErrors(spec),
    ...(self ? [] : subjectErrors(spec)),
    ...(local ? localErrors(call, object) : []),
  ];
  if (errors.length > 0) return invalid({ kind: '', group: 'authorization.k8s.io' }, '', errors);
  if (local && textAt(objectAt(object, 'metadata'), 'namespace') !== call.info.namespace) {
    return badRequest(`spec.resourceAttributes.namespace must match namespace: ${call.info.namespace}`);
  }
  const subject = self ? call.subject : subjectOf(spec);
  const decision = reviewAccess(call.world.cluster, questionOf(spec, subject));
  const status = { allowed: decision.allowed, ...(decision.reason === '' ? {} : { reason: decision.reason }) };
  const { namespace } = call.info;
  return {
    object: {
      kind: object.kind ?? '',
      apiVersion: object.apiVersion ?? '',
      metadata: local ? { namespace } : {},
      spec: {
        ...(about === null ? {} : { resourceAttributes: ordered(objectAt(spec, 'resourceAttributes')) }),
        ...(path === null ? {} : { nonResourceAttributes: objectAt(spec, 'nonResourceAttributes') }),
        ...(self ? {} : named(spec)),
      },
      status,
    },
  };
}

const FIELDS = ['namespace', 'verb', 'group', 'version', 'resource', 'subresource', 'name'] as const;

function ordered(attributes: JsonObject): JsonObject {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (textAt(attributes, field) === '' ? [] : [[field, textAt(attributes, field)] as const])),
  );
}

function named(spec: JsonObject): JsonObject {
  return Object.fromEntries(
    (['user', 'groups', 'extra', 'uid'] as const).flatMap((key) => {
      const value = valueAt(spec, key);
      return value === null || value === '' ? [] : [[key, value] as const];
    }),
  );
}

function subjectOf(spec: JsonObject): Subject {
  const uid = textAt(spec, 'uid');
  const extra = objectAt(spec, 'extra');
  return {
    user: textAt(spec, 'user'),
    ...(uid === '' ? {} : { uid }),
    groups: textsAt(spec, 'groups'),
    extra: Object.fromEntries(Object.keys(extra).map((key) => [key, textsAt(extra, key)])),
  };
}

function questionOf(spec: JsonObject, subject: Subject): AccessQuestion {
  const about = objectAt(spec, 'resourceAttributes');
  if (valueAt(spec, 'resourceAttributes') === null) {
    const path = objectAt(spec, 'nonResourceAttributes');
    const nothing = { group: '', version: '', resource: '', subresource: '', namespace: '', name: '' };
    return { ...nothing, subject, verb: textAt(path, 'verb'), path: textAt(path, 'path') };
  }
  const text = (field: (typeof FIELDS)[number]) => textAt(about, field);
  return {
    subject,
    verb: text('verb'),
    group: text('group'),
    version: text('version'),
    resource: text('resource'),
    subresource: text('subresource'),
    namespace: text('namespace'),
    name: text('name'),
  };
}

function attributeErrors(spec: JsonObject): readonly string[] {
  const about = valueAt(spec, 'resourceAttributes');
  const path = valueAt(spec, 'nonResourceAttributes');
  if (about !== null && path !== null) {
    const given = objectAt(spec, 'nonResourceAttributes');
    const shown = JSON.stringify({ Path: textAt(given, 'path'), Verb: textAt(given, 'verb') });
    return [
      `spec.nonResourceAttributes: Invalid value: ${shown}: cannot be specified in combination with resourceAttributes`,
    ];
  }
  return about === null && path === null
    ? [
        'spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
      ]
    : [];
}

function subjectErrors(spec: JsonObject): readonly string[] {
  return textAt(spec, 'user') === '' && textsAt(spec, 'groups').length === 0
    ? ['spec.user: Invalid value: "": at least one of user or group must be specified']
    : [];
}

function localErrors({ info }: ApiCall, object: JsonObject): readonly string[] {
  const namespace = textAt(objectAt(objectAt(object, 'spec'), 'resourceAttributes'), 'namespace');
  return namespace === (textAt(objectAt(object, 'metadata'), 'namespace') || info.namespace)
    ? []
    : [`spec.resourceAttributes.namespace: Invalid value: ${goQuote(namespace)}: must match metadata.namespace`];
}
