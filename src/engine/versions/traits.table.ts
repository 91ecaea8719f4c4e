import type { Traits } from './traits.ts';

/** Who built a kubelet: the project itself, or the distribution whose build was recorded. */
export type Build = 'upstream' | 'downstream';

/** From a minor version on, a trait has this value; the newest row that is not above a release's minor counts. */
export type TraitRow = {
  readonly [Name in keyof Traits]: {
    readonly trait: Name;
    readonly since: number;
    readonly value: Traits[Name];
    /** Only for kubelets of this build; such a row goes before the others. */
    readonly build?: Build;
    /** What a learner sees of it, in one sentence. */
    readonly says: string;
    /** `recorded …` or `read in upstream …`. */
    readonly source: string;
  };
}[keyof Traits];

/**
 * Every habit that differs between the minors here. `since` is the minor in which upstream changed where that is known,
 * else the first of ours that has it.
 */
export const TRAITS: readonly TraitRow[] = [
  {
    trait: 'refusalNames',
    since: 0,
    value: 'first',
    says: 'A 403 names one subresource, `subresource=proxy)`, and ends without a line break.',
    source: 'recorded: rbac and auth-file, 1.31',
  },
  {
    trait: 'refusalNames',
    since: 32,
    value: 'all',
    says: 'A 403 lists every subresource that was asked about, `subresource(s)=[pods proxy])`, and ends with a line break.',
    source: 'recorded: rbac and auth-file, 1.34 and 1.36',
  },
  {
    trait: 'redirect',
    since: 0,
    value: 301,
    says: 'A path that has to be written otherwise (`//pods`, `/stats`) is redirected with 301 Moved Permanently.',
    source: 'recorded: routes, 1.31 and 1.34',
  },
  {
    trait: 'redirect',
    since: 36,
    value: 307,
    says: 'A path that has to be written otherwise (`//pods`, `/stats`) is redirected with 307 Temporary Redirect.',
    source: 'recorded: routes, 1.36',
  },
  {
    trait: 'go',
    since: 0,
    value: 'go1.24.13',
    says: 'The kubelet is built with Go 1.24.',
    source: 'recorded: 1.31 and 1.34 were built with it',
  },
  {
    trait: 'go',
    since: 36,
    value: 'go1.26.10',
    says: 'The kubelet is built with Go 1.26.',
    source: 'recorded: /statusz, 1.36',
  },
  {
    trait: 'clientCARead',
    since: 0,
    value: 'with the TLS options',
    says: 'A bad clientCAFile ends the start with `failed to construct kubelet dependencies: unable to load client CA file …`.',
    source: 'recorded: startup "ca missing" and "ca garbage", 1.31 and 1.34',
  },
  {
    trait: 'clientCARead',
    since: 36,
    value: 'with the authenticators',
    says: 'A bad clientCAFile ends the start with `failed to run Kubelet: …`, once the API server’s kubeconfig was read.',
    source: 'recorded: startup "ca missing" and "ca garbage", 1.36',
  },
  {
    trait: 'halfServingPair',
    since: 0,
    value: 'cannot listen',
    says: 'With only one of tlsCertFile and tlsPrivateKeyFile the kubelet ends: `Failed to listen and serve: open : no such file or directory`.',
    source: 'recorded: tls "cert without key", 1.31 and 1.34',
  },
  {
    trait: 'halfServingPair',
    since: 36,
    value: 'cannot shake hands',
    says: 'With only one of tlsCertFile and tlsPrivateKeyFile the kubelet runs, and every TLS handshake fails.',
    source: 'recorded: tls "cert without key", 1.36',
  },
  {
    trait: 'http2WithClientCA',
    since: 0,
    value: true,
    says: 'HTTP/2 is agreed on with every client that offers it.',
    source:
      'read in upstream: pkg/kubelet/server/server.go at v1.31.14 and v1.34.9, where Go itself adds h2 to the server’s only TLS configuration',
  },
  {
    trait: 'http2WithClientCA',
    since: 36,
    value: false,
    says: 'With a clientCAFile no protocol is agreed on, so that clients speak HTTP/1.1.',
    source: 'recorded: clients of 1.36 (curl -v)',
  },
  {
    trait: 'configzIdentity',
    since: 0,
    value: false,
    says: '/configz shows the fields alone.',
    source: 'recorded: effective, 1.31 and 1.34',
  },
  {
    trait: 'configzIdentity',
    since: 36,
    value: true,
    says: '/configz tells kind and apiVersion too.',
    source: 'recorded: effective, 1.36',
  },
  {
    trait: 'dropInsMergedAs',
    since: 0,
    value: 'internal',
    says: 'Drop-ins get no defaults after the merge: `0s` in one stays 0, `null` in one removes nothing, and resolvConf in one is not read.',
    source:
      'recorded: effective and drop-in, 1.31; resolvConf read in upstream: pkg/kubelet/apis/config/types.go at v1.31.14',
  },
  {
    trait: 'dropInsMergedAs',
    since: 32,
    value: 'v1beta1',
    says: 'Defaults are given again after drop-ins were merged: `0s` and `null` in one mean the default.',
    source: 'recorded: effective and drop-in, 1.34 and 1.36',
  },
  {
    trait: 'gatesTriedWhileDefaulting',
    since: 0,
    value: false,
    says: 'A feature gate in a file that cannot be set ends the start with an error and exit code 1.',
    source: 'read in upstream: pkg/kubelet/apis/config/v1beta1/defaults.go and cmd/kubelet/app/server.go at v1.31.14',
  },
  {
    trait: 'gatesTriedWhileDefaulting',
    since: 32,
    value: true,
    says: 'A feature gate in a file that cannot be set ends the start with a panic and exit code 2.',
    source: 'recorded: startup "gate locked", 1.36',
  },
  {
    trait: 'gateDependencies',
    since: 0,
    value: false,
    says: 'A feature gate may be on while one that it depends on is off.',
    source: 'read in upstream: component-base/featuregate/feature_gate.go at v0.31.14 and v0.34.9',
  },
  {
    trait: 'gateDependencies',
    since: 35,
    value: true,
    says: 'A feature gate that depends on one that is off is refused.',
    source: 'read in upstream: component-base/featuregate/feature_gate.go at v0.36.3',
  },
  {
    trait: 'gateWarning',
    since: 0,
    value: 'sentence',
    says: 'Naming a gate that is GA is remarked on as `Setting GA feature gate X=true. It will be removed in a future release.`',
    source: 'read in upstream: component-base/featuregate/feature_gate.go at v0.31.14 and v0.34.9',
  },
  {
    trait: 'gateWarning',
    since: 35,
    value: 'pairs',
    says: 'Naming a gate that is GA is remarked on as `"Warning: setting GA feature gate. …" featureGate="X" value=true`',
    source: 'recorded: first logs of 1.36',
  },
  {
    trait: 'unknownGate',
    since: 0,
    value: 'refused',
    says: 'A feature gate that the release does not know ends the start.',
    source: 'read in upstream: component-base/featuregate/feature_gate.go at v0.31.14, v0.34.9 and v0.36.3',
  },
  {
    trait: 'unknownGate',
    since: 0,
    value: 'taken',
    build: 'downstream',
    says: 'A feature gate that the release does not know is taken and ignored.',
    source: 'recorded: startup "gate locked" and "--feature-gates=KubeletFineGrainedAuthz=false", 1.31',
  },
  {
    trait: 'metricsEscaping',
    since: 0,
    value: 'values',
    says: 'Pages of metrics announce `escaping=values` in their Content-Type.',
    source: 'recorded: routes and rbac, 1.31',
  },
  {
    trait: 'metricsEscaping',
    since: 32,
    value: 'underscores',
    says: 'Pages of metrics announce `escaping=underscores` in their Content-Type.',
    source: 'recorded: routes and rbac, 1.34 and 1.36',
  },
  {
    trait: 'swapMetrics',
    since: 0,
    value: false,
    says: '/metrics/resource has no families about swap.',
    source: 'recorded: routes and rbac, 1.31',
  },
  {
    trait: 'swapMetrics',
    since: 32,
    value: true,
    says: '/metrics/resource has families about swap.',
    source: 'recorded: routes and rbac, 1.34 and 1.36',
  },
  {
    trait: 'healthChecks',
    since: 0,
    value: ['ping', 'log', 'syncloop'],
    says: '/healthz checks ping, log and syncloop.',
    source: 'recorded: routes, 1.31',
  },
  {
    trait: 'healthChecks',
    since: 32,
    value: ['ping', 'log', 'syncloop', 'device-plugin'],
    says: '/healthz checks device-plugin too.',
    source: 'recorded: routes, 1.34 and 1.36',
  },
  {
    trait: 'logQueryErrorNames',
    since: 0,
    value: 'enableSystemLogHandler',
    says: 'enableSystemLogQuery without its gate is refused with a sentence that names enableSystemLogHandler.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.31.14 and v1.34.9',
  },
  {
    trait: 'logQueryErrorNames',
    since: 36,
    value: 'enableSystemLogQuery',
    says: 'enableSystemLogQuery without its gate is refused with a sentence that names it.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.36.3',
  },
  {
    trait: 'emptyLogQuery',
    since: 0,
    value: 'query cannot be empty',
    says: '/logs/?query= is refused with `query cannot be empty`.',
    source: 'read in upstream: pkg/kubelet/kubelet_server_journal.go at v1.31.14',
  },
  {
    trait: 'emptyLogQuery',
    since: 32,
    value: 'may not be empty',
    says: '/logs/?query= is refused with `may not be empty`.',
    source: 'read in upstream: pkg/kubelet/kubelet_server_journal.go at v1.34.9 and v1.36.3',
  },
  {
    trait: 'compressibleEnforcement',
    since: 0,
    value: false,
    says: 'enforceNodeAllocatable does not know system-reserved-compressible and kube-reserved-compressible.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.31.14',
  },
  {
    trait: 'compressibleEnforcement',
    since: 32,
    value: true,
    says: 'enforceNodeAllocatable may have system-reserved-compressible and kube-reserved-compressible.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.34.9',
  },
  {
    trait: 'logFilesChecked',
    since: 0,
    value: false,
    says: 'containerLogMaxFiles may be 1.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.31.14',
  },
  {
    trait: 'logFilesChecked',
    since: 32,
    value: true,
    says: 'containerLogMaxFiles must be greater than 1.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.34.9',
  },
  {
    trait: 'imageAgeChecked',
    since: 0,
    value: false,
    says: 'A negative imageMinimumGCAge is taken.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.31.14 and v1.34.9',
  },
  {
    trait: 'imageAgeChecked',
    since: 36,
    value: true,
    says: 'A negative imageMinimumGCAge is refused.',
    source: 'read in upstream: pkg/kubelet/apis/config/validation/validation.go at v1.36.3',
  },
  {
    trait: 'logStreams',
    since: 0,
    value: false,
    says: '/containerLogs knows no query `stream` and gives both streams.',
    source: 'read in upstream: pkg/kubelet/server/server.go at v1.31.14',
  },
  {
    trait: 'logStreams',
    since: 32,
    value: true,
    says: '/containerLogs?stream=Stdout is refused unless the gate PodLogsQuerySplitStreams is on.',
    source: 'read in upstream: pkg/kubelet/server/server.go at v1.34.9',
  },
  {
    trait: 'zpages',
    since: 0,
    value: 'text',
    says: '/flagz and /statusz, where a gate turns them on, are text alone.',
    source: 'read in upstream: component-base/zpages at v0.34.9',
  },
  {
    trait: 'zpages',
    since: 35,
    value: 'objects',
    says: '/flagz and /statusz give an object to those who name its version in Accept.',
    source: 'read in upstream: apiserver/pkg/server/{flagz,statusz} at v0.36.3',
  },
];
