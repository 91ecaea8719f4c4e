import type { JsonObject } from '../json.ts';

/**
 * What a kubelet told the API server: it registers its node, keeps the node's lease, and reports the pods it runs. Kept
 * apart from the stored objects, because it changes with each restart and decides about nobody's rights.
 */
export interface NodeReport {
  /** When the kubelet began to report; milliseconds since the epoch. */
  readonly since: number;
  /** The last word of a kubelet that reports no more; null while it goes on. Its node is Ready for 40 s longer. */
  readonly until: number | null;
  readonly address: string;
  readonly hostname: string;
  /** `1.36.3` */
  readonly kubeletVersion: string;
  /** Where the API server dials the kubelet: `status.daemonEndpoints.kubeletEndpoint.Port`. */
  readonly port: number;
  /** `status.declaredFeatures`: what the API server may count on; none from kubelets that do not say. */
  readonly declaredFeatures?: readonly string[];
  /** Mirror pods of its static pods, whole, as the API server shows them (without `status`). */
  readonly mirrorPods: readonly JsonObject[];
  /** `status` of every pod it runs, by `namespace/name`. */
  readonly podStatuses: Readonly<Record<string, JsonObject>>;
}
