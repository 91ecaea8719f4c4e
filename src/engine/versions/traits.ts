/**
 * What a release of the kubelet does its own way, wherever it is not a field, a flag, a gate or a path (these have tables
 * of their own). One property, one habit; `traits.table.ts` says since when each has which value.
 */
export interface Traits {
  /** Which of the subresources it asked for a 403 names. */
  readonly refusalNames: 'all' | 'first';
  /** The status of a redirect to the path that ServeMux wants. */
  readonly redirect: 301 | 307;
  /** The Go release it is built with. */
  readonly go: string;
  /** When the file of client CAs is first read, and so which error a bad one gives. */
  readonly clientCARead: 'with the TLS options' | 'with the authenticators';
  /** What comes of only one of `tlsCertFile` and `tlsPrivateKeyFile`. */
  readonly halfServingPair: 'cannot listen' | 'cannot shake hands';
  /** Whether HTTP/2 is offered to clients that are asked for a certificate. */
  readonly http2WithClientCA: boolean;
  /** Whether `/configz` tells kind and apiVersion. */
  readonly configzIdentity: boolean;
  /** Drop-ins are merged as v1beta1 and then given defaults again, or as the internal type, as they are. */
  readonly dropInsMergedAs: 'v1beta1' | 'internal';
  /** Whether gates are tried while a file is given its defaults: a bad one is then a panic. */
  readonly gatesTriedWhileDefaulting: boolean;
  /** Whether a gate that depends on another one that is off is refused. */
  readonly gateDependencies: boolean;
  /** How setting a GA or deprecated gate is remarked on. */
  readonly gateWarning: 'pairs' | 'sentence';
  /** What becomes of a gate that the release does not know. */
  readonly unknownGate: 'refused' | 'taken';
  /** The escaping that a page of metrics announces. */
  readonly metricsEscaping: 'underscores' | 'values';
  /** Whether `/metrics/resource` speaks of swap. */
  readonly swapMetrics: boolean;
  /** The checks behind `/healthz` on the kubelet's own ports, in their order. */
  readonly healthChecks: readonly string[];
  /** What the error about a missing NodeLogQuery gate calls the setting. */
  readonly logQueryErrorNames: 'enableSystemLogQuery' | 'enableSystemLogHandler';
  /** What an empty `query` of `/logs/` is told. */
  readonly emptyLogQuery: 'may not be empty' | 'query cannot be empty';
  /** Values of enforceNodeAllocatable for compressible resources alone. */
  readonly compressibleEnforcement: boolean;
  /** Whether containerLogMaxFiles below 2 is refused. */
  readonly logFilesChecked: boolean;
  /** Whether a negative imageMinimumGCAge is refused. */
  readonly imageAgeChecked: boolean;
  /** Whether `/containerLogs` knows the query `stream` and refuses what it cannot give. */
  readonly logStreams: boolean;
  /** `/flagz` and `/statusz`: an object for those who ask for it, or text alone. */
  readonly zpages: 'objects' | 'text';
}
