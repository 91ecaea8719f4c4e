/**
 * Lists that a strategic merge patch merges instead of replacing them: key of the list → key that tells its items
 * apart; '' for lists of texts. Lists that are not here are replaced. Models the patchMergeKey tags of
 * k8s.io/api/{core,apps}/v1 and apimachinery's ObjectMeta, v0.36.
 */
export const MERGE_KEYS: Readonly<Record<string, string>> = {
  addresses: 'type',
  conditions: 'type',
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  finalizers: '',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  ownerReferences: 'uid',
  podCIDRs: '',
  ports: 'containerPort',
  resourceClaims: 'name',
  schedulingGates: 'name',
  secrets: 'name',
  topologySpreadConstraints: 'topologyKey',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

/** The merge key of a list at a path of object keys; null when the list is replaced as a whole. */
export function mergeKeyAt(kind: string, path: readonly string[]): string | null {
  const name = path.at(-1) ?? '';
  // These two are of other types elsewhere: a service account's pull secrets, a service's ports.
  if (kind === 'ServiceAccount' && name === 'imagePullSecrets') return null;
  if (kind === 'Service' && name === 'ports') return 'port';
  if (kind === 'CertificateSigningRequest') return name === 'finalizers' ? '' : null;
  const isData = path[0] === 'data' || path[0] === 'stringData' || path.includes('annotations');
  return isData || !Object.hasOwn(MERGE_KEYS, name) ? null : (MERGE_KEYS[name] ?? null);
}
