import { objects } from '../../../host/containers/podDefaults.ts';
import type { JsonObject } from '../../../json.ts';
import type { Cluster } from '../../cluster.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../../json.ts';
import { objectOf } from '../../objects.ts';
import { suffix } from './store.ts';

const MOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
const TOLERATED = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** A pod as mutating admission leaves it, or why it is not let in. */
export type AdmittedPod = { readonly pod: JsonObject } | { readonly plugin: string; readonly why: string };

/**
 * What admission adds to a new pod: its service account with the token's volume, tolerations of nodes that go away, and a
 * priority. Models plugin/pkg/admission/{serviceaccount,defaulttolerationseconds,priority}, v1.36.
 */
export function admittedPod(cluster: Cluster, pod: JsonObject): AdmittedPod {
  const metadata = objectAt(pod, 'metadata');
  const spec = objectAt(pod, 'spec');
  const mirror = valueAt(objectAt(metadata, 'annotations'), 'kubernetes.io/config.mirror') !== null;
  const tolerant = { ...spec, tolerations: tolerations(spec), priority: 0, preemptionPolicy: 'PreemptLowerPriority' };
  if (mirror) {
    if (textAt(spec, 'serviceAccountName') !== '') {
      return { plugin: 'ServiceAccount', why: 'a mirror pod may not reference service accounts' };
    }
    return { pod: { ...pod, spec: tolerant } };
  }
  const namespace = textAt(metadata, 'namespace');
  const name = textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount') || 'default';
  const account = objectOf(cluster, { kind: 'ServiceAccount', namespace, name });
  if (account === null) {
    const why = `error looking up service account ${namespace}/${name}: serviceaccount ${JSON.stringify(name)} not found`;
    return { plugin: 'ServiceAccount', why };
  }
  const named = { ...tolerant, serviceAccountName: name, serviceAccount: name };
  const wanted = valueAt(spec, 'automountServiceAccountToken') ?? valueAt(account, 'automountServiceAccountToken');
  const pulled = objectsAt(spec, 'imagePullSecrets').length === 0 ? objectsAt(account, 'imagePullSecrets') : [];
  const pulling = pulled.length === 0 ? named : { ...named, imagePullSecrets: pulled };
  if (wanted === false) return { pod: { ...pod, spec: pulling } };
  const volume = `kube-api-access-${suffix(`${namespace}/${textAt(metadata, 'name')} ${cluster.revision}`)}`;
  return { pod: { ...pod, spec: mounted(pulling, volume) } };
}

function tolerations(spec: JsonObject): readonly JsonObject[] {
  const own = objectsAt(spec, 'tolerations');
  const missing = TOLERATED.filter(
    (key) =>
      !own.some((one) => {
        const fits = textAt(one, 'key') === key || (textAt(one, 'key') === '' && textAt(one, 'operator') === 'Exists');
        return fits && ['', 'NoExecute'].includes(textAt(one, 'effect'));
      }),
  );
  return [...own, ...missing.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }))];
}

/** The volume with token, authority and namespace, in every container that mounts nothing there. */
function mounted(spec: JsonObject, name: string): JsonObject {
  let used = false;
  const withMount = (container: JsonObject): JsonObject => {
    const mounts = objectsAt(container, 'volumeMounts');
    if (mounts.some((mount) => textAt(mount, 'mountPath') === MOUNT)) return container;
    used = true;
    return { ...container, volumeMounts: [...mounts, { name, readOnly: true, mountPath: MOUNT }] };
  };
  const containers = objects(spec.containers).map(withMount);
  const initContainers = objects(spec.initContainers).map(withMount);
  const inits = initContainers.length === 0 ? {} : { initContainers };
  if (!used) return { ...spec, ...inits, containers };
  const sources = [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    {
      downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] },
    },
  ];
  const volume = { name, projected: { defaultMode: 420, sources } };
  return { ...spec, ...inits, containers, volumes: [...objectsAt(spec, 'volumes'), volume] };
}
