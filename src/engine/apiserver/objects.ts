import { goQuote } from '../config/go/quote.ts';
import type { JsonObject } from '../json.ts';
import { rfc3339 } from '../time.ts';
import { canonical } from './canonical.ts';
import { type Cluster, type ObjectReference, objectKey } from './cluster.ts';
import { objectAt, textAt } from './json.ts';
import { apiVersionOf, KINDS, type KindRow, kindRow, kubectlName } from './kinds.table.ts';
import { shapeError } from './objectShape.ts';
import { uidOf } from './uid.ts';
import { rbacErrors, withRbacDefaults } from './validateRbac.ts';

/** What a change did: the cluster after it, what kubectl prints, and `error` = its stderr when the change was refused. */
export interface ObjectChange {
  readonly cluster: Cluster;
  readonly stdout: string;
  readonly error?: string;
}

/** The object that a reference names, or null. */
export function objectOf(cluster: Cluster, reference: ObjectReference): JsonObject | null {
  const key = objectKey(reference);
  return (Object.hasOwn(cluster.objects, key) ? cluster.objects[key] : undefined) ?? null;
}

/**
 * `kubectl apply -f -` by a cluster admin: creates or replaces an object of any shape whatsoever, with kubectl's words.
 * A namespaced object without a namespace goes to `default`. Its uid is new whenever it is created anew; `now` is the moment
 * that a new object carries, milliseconds since the epoch.
 */
export function applyObject(cluster: Cluster, object: JsonObject, now: number | null = null): ObjectChange {
  const refuse = (error: string): ObjectChange => ({ cluster, stdout: '', error: `${error}\n` });
  const kind = textAt(object, 'kind');
  const metadata = objectAt(object, 'metadata');
  const name = textAt(metadata, 'name');
  if (kind === '') {
    return refuse(`error: unable to decode "STDIN": Object 'Kind' is missing in '${JSON.stringify(object)}'`);
  }
  const row = KINDS.find(
    (candidate) => candidate.kind === kind && apiVersionOf(candidate) === textAt(object, 'apiVersion'),
  );
  if (row === undefined) {
    return refuse(
      `error: resource mapping not found for name: ${goQuote(name)} namespace: ${goQuote(textAt(metadata, 'namespace'))} from "STDIN": ` +
        `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(textAt(object, 'apiVersion'))}\nensure CRDs are installed first`,
    );
  }
  const namespace = row.namespaced ? textAt(metadata, 'namespace') || 'default' : '';
  if (name === '') return refuse(namelessError(row, namespace));
  if (!cluster.reachable) return refuse(unreachable(cluster));
  const key = objectKey({ kind, namespace, name });
  const old = objectOf(cluster, { kind, namespace, name });
  const misshapen = shapeError(kind, object);
  if (misshapen !== null) {
    const doing = old === null ? 'creating' : 'applying patch to';
    return refuse(
      `Error from server (BadRequest): error when ${doing} "STDIN": ${kind} in version "${row.version}" cannot be handled as a ${kind}: ${misshapen}`,
    );
  }
  const before = objectAt(old ?? {}, 'metadata');
  const uid = old === null ? uidOf(`${key} ${cluster.revision}`) : textAt(before, 'uid');
  const born = old === null ? (now === null ? '' : rfc3339(now)) : textAt(before, 'creationTimestamp');
  const version = textAt(before, 'resourceVersion');
  const complete = withRbacDefaults(kind, {
    ...object,
    metadata: {
      ...metadata,
      name,
      ...(row.namespaced ? { namespace } : {}),
      uid,
      ...(version === '' ? {} : { resourceVersion: version }),
      ...(born === '' ? {} : { creationTimestamp: born }),
    },
  });
  const errors = rbacErrors(kind, complete, old);
  if (errors.length > 0) {
    const list = errors.length === 1 ? errors.join('') : `[${errors.join(', ')}]`;
    return refuse(`The ${kind} "${name}" is invalid: ${list}`);
  }
  const said = kubectlName(row, name);
  if (old !== null && sameJson(old, complete)) return { cluster, stdout: `${said} unchanged\n` };
  const revised = { ...objectAt(complete, 'metadata'), resourceVersion: String(cluster.revision + 1) };
  const objects = { ...cluster.objects, [key]: { ...complete, metadata: revised } };
  return {
    cluster: { ...cluster, objects, revision: cluster.revision + 1 },
    stdout: `${said} ${old === null ? 'created' : 'configured'}\n`,
  };
}

/** `kubectl delete KIND NAME`, with kubectl's words. */
export function deleteObject(cluster: Cluster, reference: ObjectReference): ObjectChange {
  const row = kindRow(reference.kind);
  if (row === null) {
    return {
      cluster,
      stdout: '',
      error: `error: the server doesn't have a resource type "${reference.kind.toLowerCase()}"\n`,
    };
  }
  if (!cluster.reachable) return { cluster, stdout: '', error: `${unreachable(cluster)}\n` };
  const group = row.group === '' ? '' : `.${row.group}`;
  if (objectOf(cluster, reference) === null) {
    const error = `Error from server (NotFound): ${row.resource}${group} "${reference.name}" not found\n`;
    return { cluster, stdout: '', error };
  }
  const { [objectKey(reference)]: _gone, ...objects } = cluster.objects;
  const where = row.namespaced ? ` from ${reference.namespace} namespace` : '';
  return {
    cluster: { ...cluster, objects, revision: cluster.revision + 1 },
    stdout: `${row.kind.toLowerCase()}${group} "${reference.name}" deleted${where}\n`,
  };
}

function namelessError(row: KindRow, namespace: string): string {
  const version = `${row.group}/${row.version}`;
  return (
    `error: error when retrieving current configuration of:\nResource: "${version}, Resource=${row.resource}", ` +
    `GroupVersionKind: "${version}, Kind=${row.kind}"\nName: "", Namespace: "${namespace}"\n` +
    'from server for: "STDIN": resource name may not be empty'
  );
}

function unreachable(cluster: Cluster): string {
  return `The connection to the server ${cluster.endpoint} was refused - did you specify the right host or port?`;
}

/** Whether two objects say the same, whatever the order of their keys. */
function sameJson(left: JsonObject, right: JsonObject): boolean {
  return canonical(left) === canonical(right);
}
