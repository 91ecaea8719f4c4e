import type { AccessDecision } from '../apiserver/review.ts';
import type { Subject } from '../apiserver/subject.ts';
import type { EffectiveConfiguration } from '../config/effective.ts';
import type { Argument } from '../host/argument.ts';

/** A port that the running kubelet listens on. */
export interface Listener {
  /** `main` = 10250 (HTTPS, authenticated), `read-only` = 10255, `healthz` = 10248. */
  readonly role: 'main' | 'read-only' | 'healthz';
  /** `0.0.0.0` or one address. */
  readonly address: string;
  readonly port: number;
}

/** The serving certificate in use, or why there is none. PEM. */
export type ServingCertificate =
  | { readonly kind: 'self-signed' | 'files' | 'approved'; readonly certificate: string; readonly path: string }
  | { readonly kind: 'none'; readonly reason: 'pending-csr' | 'half-configured' };

/** The authenticators' and authorizer's memory, by key; times are milliseconds since the epoch. */
export interface Caches {
  readonly tokens: Readonly<Record<string, { readonly subject: Subject | null; readonly until: number }>>;
  readonly decisions: Readonly<Record<string, { readonly decision: AccessDecision; readonly until: number }>>;
}

/** How the kubelet reaches the API server: what its kubeconfig said at start, and what it was issued since. */
export interface ApiClient {
  /** `https://10.0.0.10:6443` */
  readonly server: string;
  /** Who the API server takes it for; null when its certificate is not accepted there. */
  readonly subject: Subject | null;
  /** The certificate that it shows, PEM, and its last moment in milliseconds since the epoch; absent when it has none. */
  readonly certificate?: { readonly pem: string; readonly until: number };
  /** The token by which it asks for its first certificate; absent when it has no need of one. */
  readonly bootstrapToken?: string;
}

/** What one of a kubelet's certificate managers is about. */
export interface CertificateManager {
  /** The signing request that it waits for, and which key of the pool it made for it; null while none is posted. */
  readonly request: { readonly name: string; readonly uid: string; readonly key: number } | null;
  /** When it acts by itself next: asks, asks again, or gives up waiting; milliseconds since the epoch. */
  readonly nextAt: number;
  /** Attempts in a row that brought no certificate. */
  readonly failures: number;
  /** Whether the API server's last word was one of a server in order. Models serverHealth in client-go, v0.36. */
  readonly healthy: boolean;
}

/** The certificate managers of a kubelet: of `rotateCertificates` and of `serverTLSBootstrap`. */
export interface CertificateManagers {
  readonly client?: CertificateManager;
  readonly serving?: CertificateManager;
}

/** A kubelet that runs: what it read when it started. Later edits of files do not reach it, save the two that reload. */
export interface KubeletProcess {
  readonly pid: number;
  /** The version of the binary that runs: the one installed when it started. */
  readonly version: string;
  readonly startedAt: number;
  readonly argv: readonly Argument[];
  readonly environment: Readonly<Record<string, string>>;
  readonly nodeName: string;
  readonly config: EffectiveConfiguration;
  readonly listeners: readonly Listener[];
  /** Null in standalone mode (no `--kubeconfig`). */
  readonly client: ApiClient | null;
  /** The last good client CA bundle, reloaded when its file changes; null when none is configured. */
  readonly clientCA: { readonly path: string; readonly pem: string } | null;
  readonly serving: ServingCertificate;
  /** Absent until its first look at them. */
  readonly managers?: CertificateManagers;
  readonly caches: Caches;
  /** Static pods it started: manifest path → the text it read. */
  readonly manifests: Readonly<Record<string, string>>;
  /** klog verbosity, changed by `PUT /debug/flags/v`. */
  readonly verbosity: number;
  /** Served requests by `method server_type path`, for `kubelet_http_requests_total`. */
  readonly served: Readonly<Record<string, number>>;
}

/** The states of the kubelet's life as `systemctl` tells them apart. */
export type LifecycleState = 'stopped' | 'starting' | 'running' | 'failed' | 'waiting';

/** The kubelet of a node. */
export interface Kubelet {
  /** Version of the installed binary, without `v`: `1.36.3`. What runs has a version of its own. */
  readonly version: string;
  readonly state: LifecycleState;
  readonly process: KubeletProcess | null;
  /** When it was last started, newest last, as far back as systemd's start limit looks. */
  readonly starts: readonly number[];
  /** systemd's restart counter since the last manual start. */
  readonly restarts: number;
  /** When systemd tries again, while `waiting`. */
  readonly restartAt: number | null;
  /** Why the last start or process ended, while `failed` or `waiting`. */
  readonly lastExit: { readonly code: number; readonly error: string; readonly at: number } | null;
  /** The last main process that ended, however it ended; absent before the first did. */
  readonly ended?: EndedProcess;
}

/** A process that is no more. `signal` (`KILL`) is what killed it, null when it exited with `status`; times in milliseconds. */
export interface EndedProcess {
  readonly pid: number;
  readonly startedAt: number;
  readonly at: number;
  readonly status: number;
  readonly signal: string | null;
}
