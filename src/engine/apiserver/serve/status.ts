import { goQuote } from '../../config/go/quote.ts';
import type { Json, JsonObject } from '../../json.ts';

/** A refusal of the API server: what becomes a `Status` object. */
export interface Failure {
  readonly code: number;
  /** Empty when it has none (`Unknown`). */
  readonly reason: string;
  readonly message: string;
  /** Absent: left out; `{}` is written as such. */
  readonly details?: JsonObject;
}

/** What a failure or a success without an object is about. */
export interface About {
  readonly group: string;
  readonly resource: string;
  readonly name?: string;
}

/** `pods`, `deployments.apps` */
export function qualified(group: string, resource: string): string {
  return group === '' ? resource : `${resource}.${group}`;
}

/** `Pod`, `Deployment.apps`, as messages about invalid objects call kinds. */
export function qualifiedKind({ kind, group }: KindName): string {
  return group === '' ? kind : `${kind}.${group}`;
}

/** The details of a Status, keys in Go's order; empty ones are left out. */
export function details(about: { name?: string; group?: string; kind?: string; uid?: string }): JsonObject {
  const entries = (['name', 'group', 'kind', 'uid'] as const).flatMap((key): [string, Json][] =>
    about[key] === undefined || about[key] === '' ? [] : [[key, about[key]]],
  );
  return Object.fromEntries(entries);
}

const of = ({ group, resource, name = '' }: About) => details({ name, group, kind: resource });

/** A `Status` with the failure. Models k8s.io/apimachinery/pkg/apis/meta/v1 Status, v0.36. */
export function statusObject(failure: Failure): JsonObject {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: failure.message,
    ...(failure.reason === '' ? {} : { reason: failure.reason }),
    ...(failure.details === undefined ? {} : { details: failure.details }),
    code: failure.code,
  };
}

/** Models NewForbidden in apimachinery/pkg/api/errors/errors.go, v0.36. */
export function forbidden(about: About, why: string): Failure {
  const { group, resource, name = '' } = about;
  const what = resource === '' ? '' : `${qualified(group, resource)} ${name === '' ? '' : `${goQuote(name)} `}is `;
  return { code: 403, reason: 'Forbidden', message: `${what}forbidden: ${why}`, details: of(about) };
}

/** Models NewNotFound, v0.36. */
export function notFound(about: About): Failure {
  const { group, resource, name = '' } = about;
  return {
    code: 404,
    reason: 'NotFound',
    message: `${qualified(group, resource)} ${goQuote(name)} not found`,
    details: of(about),
  };
}

/** Models NewAlreadyExists, v0.36. */
export function alreadyExists(about: About): Failure {
  const { group, resource, name = '' } = about;
  return {
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualified(group, resource)} ${goQuote(name)} already exists`,
    details: of(about),
  };
}

/** Models NewConflict, v0.36. */
export function conflict(about: About, why: string): Failure {
  const { group, resource, name = '' } = about;
  return {
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualified(group, resource)} ${goQuote(name)}: ${why}`,
    details: of(about),
  };
}

/** What the kind of an invalid object is called by: the row of the kinds, or what stands in for one. */
export interface KindName {
  readonly kind: string;
  readonly group: string;
}

/** By how a complaint begins, the reason that a cause of the Status carries. */
const CAUSES: readonly (readonly [start: string, reason: string])[] = [
  ['Required value', 'FieldValueRequired'],
  ['Invalid value', 'FieldValueInvalid'],
  ['Unsupported value', 'FieldValueNotSupported'],
  ['Forbidden', 'FieldValueForbidden'],
  ['Duplicate value', 'FieldValueDuplicate'],
  ['Not found', 'FieldValueNotFound'],
  ['Too long', 'FieldValueTooLong'],
];

/** A complaint about a field, `spec.containers: Required value`, as a cause of the Status. */
function causeOf(error: string): JsonObject {
  const at = error.indexOf(': ');
  const [field, message] = [error.slice(0, Math.max(0, at)), error.slice(at + 2)];
  const reason = CAUSES.find(([start]) => message.startsWith(start))?.[1] ?? 'FieldValueInvalid';
  return { reason, message, ...(field === '' ? {} : { field }) };
}

/** An object that is no good, each complaint as `field: message`. Models NewInvalid, v0.36. */
export function invalid(kind: KindName, name: string, errors: readonly string[]): Failure {
  // What is said twice is read once, though each has its cause.
  const distinct = [...new Set(errors)];
  const list = distinct.length === 1 ? distinct.join('') : `[${distinct.join(', ')}]`;
  return {
    code: 422,
    reason: 'Invalid',
    message: `${qualifiedKind(kind)} ${goQuote(name)} is invalid: ${list}`,
    details: { ...details({ name, group: kind.group, kind: kind.kind }), causes: errors.map(causeOf) },
  };
}

export function badRequest(message: string): Failure {
  return { code: 400, reason: 'BadRequest', message };
}

/** Models NewInternalError, v0.36. */
export function internalError(message: string): Failure {
  return {
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${message}`,
    details: { causes: [{ message }] },
  };
}

/** Any error that is no API error. Models ErrorToAPIStatus in apiserver …/handlers/responsewriters/status.go, v0.36. */
export function unknownError(message: string): Failure {
  return { code: 500, reason: '', message };
}

export const UNAUTHORIZED: Failure = { code: 401, reason: 'Unauthorized', message: 'Unauthorized' };

/** Nothing is served there. Models NewGenericServerResponse without a resource, v0.36. */
export const NO_RESOURCE: Failure = {
  code: 404,
  reason: 'NotFound',
  message: 'the server could not find the requested resource',
  details: {},
};

export const NO_METHOD: Failure = {
  code: 405,
  reason: 'MethodNotAllowed',
  message: 'the server does not allow this method on the requested resource',
  details: {},
};
