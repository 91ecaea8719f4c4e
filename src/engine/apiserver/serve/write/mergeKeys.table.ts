/**
 * Lists that a strategic merge patch merges instead of replacing them: key of the list → key that tells its items
 * apart; '' for lists of texts. Lists that are not here are replaced. Models the patchMergeKey tags of
 * k8s.io/api/core/v1 and apimachinery's ObjectMeta, v0.36.
 */
const MERGE_KEYS: Readonly<Record<string, string>> = {
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

/** The merge key of a list in objects of a kind; null when the list is replaced as a whole. */
export function mergeKeyOf(kind: string, field: string): string | null {
  // Lists of these names are of other types there.
  if (kind === 'ServiceAccount' && field === 'imagePullSecrets') return null;
  if (kind === 'Service' && field === 'ports') return 'port';
  if (kind === 'CertificateSigningRequest' && field === 'conditions') return null;
  return Object.hasOwn(MERGE_KEYS, field) ? (MERGE_KEYS[field] ?? null) : null;
}
