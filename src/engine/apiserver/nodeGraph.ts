import type { JsonObject } from '../json.ts';
import type { Cluster } from './cluster.ts';
import { objectAt, objectsAt, textAt, valueAt } from './json.ts';

/** What hangs on the pods of each node, as `RESOURCE/NAMESPACE/NAME`, by the node's name. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const graphs = new WeakMap<Cluster['objects'], Graph>();

/**
 * Whether an object (`secrets`, `configmaps`, `serviceaccounts`, `persistentvolumeclaims` or `pods`) hangs on a pod that is bound
 * to the node. Mirror pods are the node's own word, so they are found themselves, but lead to nothing further.
 * Models plugin/pkg/auth/authorizer/node/graph.go, v1.36.
 */
export function hangsOnNode(
  cluster: Cluster,
  node: string,
  resource: string,
  namespace: string,
  name: string,
): boolean {
  if (!Object.hasOwn(cluster.objects, `Node//${node}`) && cluster.reports?.[node] === undefined) return false;
  const vertex = `${resource}/${namespace}/${name}`;
  if (graphOf(cluster.objects).get(node)?.has(vertex) === true) return true;
  if (resource !== 'pods') return false;
  const mirrors =
    cluster.reports !== undefined && Object.hasOwn(cluster.reports, node) ? cluster.reports[node] : undefined;
  return mirrors?.mirrorPods.some((pod) => vertex === podVertex(objectAt(pod, 'metadata'))) === true;
}

function graphOf(objects: Cluster['objects']): Graph {
  const known = graphs.get(objects);
  if (known !== undefined) return known;
  const graph = new Map<string, Set<string>>();
  for (const key of Object.keys(objects)) {
    const pod = key.startsWith('Pod/') ? objects[key] : undefined;
    if (pod === undefined) continue;
    const node = textAt(objectAt(pod, 'spec'), 'nodeName');
    if (node === '') continue;
    const reached = graph.get(node) ?? new Set<string>();
    graph.set(node, reached);
    for (const vertex of verticesOf(pod)) reached.add(vertex);
  }
  graphs.set(objects, graph);
  return graph;
}

function podVertex(metadata: JsonObject): string {
  return `pods/${textAt(metadata, 'namespace')}/${textAt(metadata, 'name')}`;
}

function verticesOf(pod: JsonObject): readonly string[] {
  const metadata = objectAt(pod, 'metadata');
  const own = podVertex(metadata);
  if (valueAt(objectAt(metadata, 'annotations'), 'kubernetes.io/config.mirror') !== null) return [own];
  const spec = objectAt(pod, 'spec');
  const namespace = textAt(metadata, 'namespace');
  const { secrets, configmaps, claims } = referencesOf(spec);
  const account = textAt(spec, 'serviceAccountName') || 'default';
  return [
    own,
    `serviceaccounts/${namespace}/${account}`,
    ...secrets.map((name) => `secrets/${namespace}/${name}`),
    ...configmaps.map((name) => `configmaps/${namespace}/${name}`),
    ...claims.map((name) => `persistentvolumeclaims/${namespace}/${name}`),
  ];
}

/** The objects of its namespace that a pod names. Models VisitPodSecretNames and its siblings in pkg/api/v1/pod/util.go, v1.36. */
function referencesOf(spec: JsonObject) {
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) => objectsAt(spec, field));
  const variables = containers.flatMap((one) => objectsAt(one, 'env')).map((one) => objectAt(one, 'valueFrom'));
  const sources = containers.flatMap((one) => objectsAt(one, 'envFrom'));
  const volumes = objectsAt(spec, 'volumes');
  const projected = volumes.flatMap((one) => objectsAt(objectAt(one, 'projected'), 'sources'));
  const names = (from: readonly JsonObject[], field: string, key = 'name') =>
    from.map((one) => textAt(objectAt(one, field), key)).filter((name) => name !== '');
  return {
    secrets: [
      ...objectsAt(spec, 'imagePullSecrets').map((one) => textAt(one, 'name')),
      ...names(variables, 'secretKeyRef'),
      ...names(sources, 'secretRef'),
      ...names(volumes, 'secret', 'secretName'),
      ...names(projected, 'secret'),
    ],
    configmaps: [
      ...names(variables, 'configMapKeyRef'),
      ...names(sources, 'configMapRef'),
      ...names(volumes, 'configMap'),
      ...names(projected, 'configMap'),
    ],
    claims: names(volumes, 'persistentVolumeClaim', 'claimName'),
  };
}
