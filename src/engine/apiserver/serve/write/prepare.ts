import { withDefaults } from '../../../host/containers/podDefaults.ts';
import { shape } from '../../../host/containers/podShape.ts';
import type { Json, JsonObject } from '../../../json.ts';
import { encodeBase64, utf8Bytes } from '../../../pki/bytes.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt } from '../../json.ts';
import type { Subject } from '../../subject.ts';
import { withRbacDefaults } from '../../validateRbac.ts';

/** An object as the API server stores it: defaults filled in, and what a client may not say left out. */
export function prepared(object: JsonObject, subject: Subject, old: JsonObject | null): JsonObject {
  const { status: _status, ...bare } = object;
  switch (object.kind) {
    case 'Namespace': {
      const metadata = objectAt(object, 'metadata');
      const labels = { ...objectAt(metadata, 'labels'), 'kubernetes.io/metadata.name': textAt(metadata, 'name') };
      const spec = old === null ? { finalizers: ['kubernetes'] } : objectAt(old, 'spec');
      return { ...bare, metadata: { ...metadata, labels }, spec, status: old?.status ?? { phase: 'Active' } };
    }
    case 'Secret':
      return secret(object, old);
    case 'ConfigMap':
      return withoutEmpty(object, ['data', 'binaryData']);
    case 'ClusterRole':
    case 'Role':
      return withoutEmpty({ ...object, rules: orNull(objectsAt(object, 'rules')) }, []);
    case 'ClusterRoleBinding':
    case 'RoleBinding':
      return withoutEmpty(withRbacDefaults(String(object.kind), object), ['subjects']);
    case 'Node':
      return { ...bare, spec: objectAt(object, 'spec'), status: old?.status ?? objectAt(object, 'status') };
    case 'Pod':
      return {
        ...bare,
        spec: podSpec(objectAt(object, 'spec')),
        ...(old?.status === undefined ? {} : { status: old.status }),
      };
    case 'CertificateSigningRequest':
      return old === null
        ? { ...bare, spec: { ...requester(subject), ...requestSpec(objectAt(object, 'spec')) }, status: {} }
        : { ...bare, spec: objectAt(old, 'spec'), status: objectAt(old, 'status') };
    default:
      return object;
  }
}

function orNull(list: readonly JsonObject[]): Json {
  return list.length === 0 ? null : list;
}

function withoutEmpty(object: JsonObject, fields: readonly string[]): JsonObject {
  const empty = (value: Json | undefined) =>
    value === null || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(object).filter(([name, value]) => !(fields.includes(name) && empty(value))));
}

/** Plain texts become bytes and win over those given as bytes. Models SetDefaults_Secret and its conversion, v1.36. */
function secret(object: JsonObject, old: JsonObject | null): JsonObject {
  const { stringData, data, type, ...rest } = object;
  const texts = Object.entries(objectAt({ stringData: stringData ?? null }, 'stringData'));
  const bytes = {
    ...objectAt({ data: data ?? null }, 'data'),
    ...Object.fromEntries(texts.map(([key, text]) => [key, encodeBase64(utf8Bytes(String(text)))])),
  };
  const kept = typeof type === 'string' && type !== '' ? type : old === null ? 'Opaque' : textAt(old, 'type');
  return { ...rest, ...(Object.keys(bytes).length === 0 ? {} : { data: bytes }), type: kept };
}

function podSpec(spec: JsonObject): JsonObject {
  const shaped = shape(spec, 'PodSpec');
  return shaped.ok ? withDefaults({ ...shaped.value }) : spec;
}

/** Who asks for a certificate is what the API server saw, whatever the request says. */
function requester({ user, uid, groups, extra }: Subject): JsonObject {
  return {
    username: user,
    ...(uid === undefined ? {} : { uid }),
    groups,
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  };
}

function requestSpec(spec: JsonObject): JsonObject {
  const seconds = valueAt(spec, 'expirationSeconds');
  const usages = textsAt(spec, 'usages');
  return {
    request: valueAt(spec, 'request'),
    signerName: textAt(spec, 'signerName'),
    ...(seconds === null ? {} : { expirationSeconds: seconds }),
    ...(usages.length === 0 ? {} : { usages }),
  };
}
