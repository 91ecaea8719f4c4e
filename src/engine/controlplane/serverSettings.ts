import type { Cluster } from '../apiserver/cluster.ts';

/** What an API server that runs brings into the cluster: the fields of {@link Cluster} that its flags and files decide. */
export type ApiServerSettings = Pick<
  Cluster,
  | 'endpoint'
  | 'authorizationModes'
  | 'serviceAccountKey'
  | 'clientCA'
  | 'kubeletClient'
  | 'kubeletClientError'
  | 'anonymousAuth'
  | 'anonymousPaths'
  | 'admissionPlugins'
  | 'kubeletCA'
  | 'serving'
  | 'preferredAddressTypes'
>;

/** What a program of the control plane runs with. */
export interface ServerSettings {
  /** TCP sockets that it listens on: `0.0.0.0:6443`, `127.0.0.1:10257`. */
  readonly ports: readonly string[];
  /** Of the API server. */
  readonly cluster?: ApiServerSettings;
  /** Of the controller manager: who signs what signing requests ask for. */
  readonly signer?: NonNullable<Cluster['signer']>;
  /** Whether it is the leader of its kind by a lease at the API server (`--leader-elect`). */
  readonly leads?: true;
  /** Of etcd: whom it takes for a client, and as what it serves; PEM. */
  readonly etcd?: { readonly clientCA: string | null; readonly serving: string | null };
}
