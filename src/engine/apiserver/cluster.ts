import type { JsonObject } from '../json.ts';
import type { NodeReport } from './nodeReport.ts';

/** A reference to an object of the cluster. Cluster-scoped objects have an empty namespace. */
export interface ObjectReference {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** The API server and what it holds. */
export interface Cluster {
  /** Whether it answers at all. */
  readonly reachable: boolean;
  /** Host and port (`10.0.0.10:6443`). */
  readonly endpoint: string;
  /** `--authorization-mode`, in order. */
  readonly authorizationModes: readonly string[];
  /** Objects by `kind/namespace/name` (`ClusterRole//view`), bootstrap roles included. */
  readonly objects: Readonly<Record<string, JsonObject>>;
  /** Grows by one with every change of `objects`, as etcd's revision does. */
  readonly revision: number;
  /** Key pair that signs service account tokens, PEM. */
  readonly serviceAccountKey: { readonly privateKey: string; readonly publicKey: string };
  /** The certificate by which the API server is a kubelet's client (`--kubelet-client-certificate`), PEM; absent when it has none. */
  readonly kubeletClient?: { readonly certificate: string };
  /** Why it cannot use that certificate, in Go's words: its key is another's, or the file holds none. */
  readonly kubeletClientError?: string;
  /** `--kubelet-preferred-address-types`, in order; the API server's own order when absent. */
  readonly preferredAddressTypes?: readonly string[];
  /** PEM of the authorities that client certificates are checked against. */
  readonly clientCA: string;
  /** `--anonymous-auth`; true when absent. */
  readonly anonymousAuth?: boolean;
  /** The only paths that anonymous requests are let in for (`--authentication-config`); all when absent. */
  readonly anonymousPaths?: readonly string[];
  /** Admission plugins in force beyond those that are on by default; `['NodeRestriction']`, as kubeadm sets it, when absent. */
  readonly admissionPlugins?: readonly string[];
  /** PEM of `--kubelet-certificate-authority`; absent when the API server takes any serving certificate of a kubelet. */
  readonly kubeletCA?: string;
  /** The API server's own serving certificate, PEM. */
  readonly serving?: { readonly certificate: string };
  /** Who signs what signing requests ask for (the controller manager's `--cluster-signing-*`), PEM; absent when nobody does. */
  readonly signer?: { readonly certificate: string; readonly privateKey: string };
  /** What each kubelet told last about its node and its pods, by the node's name. */
  readonly reports?: Readonly<Record<string, NodeReport>>;
}

/** The key of an object in {@link Cluster.objects}. */
export function objectKey(reference: ObjectReference): string {
  return `${reference.kind}/${reference.namespace}/${reference.name}`;
}
