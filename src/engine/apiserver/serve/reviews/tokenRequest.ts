import type { JsonObject } from '../../../json.ts';
import { rfc3339 } from '../../../time.ts';
import { objectAt, textAt, textsAt, valueAt } from '../../json.ts';
import { ISSUER, issueToken, type TokenExtras } from '../../tokens.ts';
import type { ApiCall, Served } from '../journey.ts';
import { refused } from '../read.ts';
import { objectReply } from '../reply.ts';
import { findResource, type Resource } from '../resource.ts';
import { badRequest, conflict, type Failure, invalid, notFound } from '../status.ts';
import { objectNamed } from '../view/objects.ts';
import { admit, notAdmitted } from '../write/admission.ts';
import { decodeBody, writeOptions } from '../write/decode.ts';

const KIND = { kind: 'TokenRequest', group: 'authentication.k8s.io', version: 'v1' };
const HOUR = 3600;

/** POST serviceaccounts/NAME/token: a token for the account. Models TokenREST in pkg/registry/core/serviceaccount/storage/token.go, v1.36. */
export function tokenRequest(call: ApiCall, resource: Resource): Served {
  const { world, info, request } = call;
  const options = writeOptions(info, 'CreateOptions');
  if ('code' in options) return refused(call, options);
  const decoded = decodeBody(request, KIND, options);
  if ('code' in decoded) return refused(call, decoded);
  const { name, namespace } = info;
  // Admission comes first, so a namespace that is not there is told before the account.
  const change = {
    operation: 'create',
    kind: KIND.kind,
    subresource: 'token',
    name,
    object: decoded.object,
    old: null,
  } as const;
  const admitted = admit(call, resource, change);
  if (!admitted.ok) return notAdmitted(call, admitted);
  const account = objectNamed(world, resource, namespace, name);
  if (account === null) return refused(call, notFound({ group: '', resource: 'serviceaccounts', name }));
  const spec = objectAt(decoded.object, 'spec');
  const seconds = valueAt(spec, 'expirationSeconds');
  const errors = secondsErrors(seconds);
  if (errors.length > 0) return refused(call, invalid(KIND, '', errors));
  const bound = boundExtras(call, spec);
  if ('code' in bound) return refused(call, bound);
  const lasts = typeof seconds === 'number' ? seconds : HOUR;
  const audiences = textsAt(spec, 'audiences');
  const extras: TokenExtras = { ...(audiences.length === 0 ? {} : { audiences }), ...bound.extras };
  const token = issueToken(world.cluster, { namespace, name }, world.now, lasts, extras);
  const object = {
    kind: KIND.kind,
    apiVersion: `${KIND.group}/${KIND.version}`,
    metadata: {
      name,
      namespace,
      uid: textAt(objectAt(account, 'metadata'), 'uid'),
      creationTimestamp: rfc3339(world.now),
    },
    spec: {
      audiences: audiences.length === 0 ? [ISSUER] : audiences,
      expirationSeconds: lasts,
      boundObjectRef: valueAt(spec, 'boundObjectRef'),
    },
    status: { token, expirationTimestamp: rfc3339(world.now + lasts * 1000) },
  };
  return {
    reply: objectReply(request, 201, object),
    reason: 'api-served',
    facts: { what: `a token for ${namespace}/${name}, good for ${lasts} s` },
    admission: { plugin: admitted.plugin, refusal: '' },
  };
}

/** Models ValidateTokenRequest in pkg/apis/authentication/validation, v1.36. */
function secondsErrors(seconds: unknown): readonly string[] {
  if (typeof seconds !== 'number') return [];
  const wrong = `spec.expirationSeconds: Invalid value: ${seconds}: may not specify a duration`;
  if (seconds < 600) return [`${wrong} less than 10 minutes`];
  return seconds > 2 ** 32 ? [`${wrong} larger than 2^32 seconds`] : [];
}

/** The pod that a token is to be bound to, and its node. Other objects are not modelled. */
function boundExtras({ world, info }: ApiCall, spec: JsonObject): { readonly extras: TokenExtras } | Failure {
  if (valueAt(spec, 'boundObjectRef') === null) return { extras: {} };
  const reference = objectAt(spec, 'boundObjectRef');
  const [kind, name, uid] = [textAt(reference, 'kind'), textAt(reference, 'name'), textAt(reference, 'uid')];
  if (kind !== 'Pod') {
    if (kind === 'Secret' || kind === 'Node')
      return { code: 501, reason: '', message: `portside: tokens bound to a ${kind} are not modelled` };
    const version = textAt(reference, 'apiVersion');
    return badRequest(
      `cannot bind token to object of type ${version.includes('/') ? '' : '/'}${version}, Kind=${kind}`,
    );
  }
  const find = (resource: string, namespace: string, wanted: string) => {
    const row = findResource('', 'v1', resource);
    return row === null ? null : objectNamed(world, row, namespace, wanted);
  };
  const pod = find('pods', info.namespace, name);
  if (pod === null) return notFound({ group: '', resource: 'pods', name });
  const [metadata, podSpec] = [objectAt(pod, 'metadata'), objectAt(pod, 'spec')];
  if (textAt(podSpec, 'serviceAccountName') !== info.name) {
    return badRequest(
      `cannot bind token for serviceaccount ${JSON.stringify(info.name)} to pod running with different serviceaccount name.`,
    );
  }
  const own = textAt(metadata, 'uid');
  if (uid !== '' && uid !== own) {
    const why = `the UID in the bound object reference (${uid}) does not match the UID in record. The object might have been deleted and then recreated`;
    return conflict({ group: '', resource: 'Pod', name }, why);
  }
  const nodeName = textAt(podSpec, 'nodeName');
  const node = nodeName === '' ? null : find('nodes', '', nodeName);
  const nodeUid = textAt(objectAt(node ?? {}, 'metadata'), 'uid');
  return {
    extras: {
      pod: { name, uid: own },
      ...(nodeName === '' ? {} : { node: { name: nodeName, uid: nodeUid } }),
    },
  };
}
