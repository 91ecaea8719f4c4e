import type { Field, FieldType, Struct } from './field.ts';

type Extra = Omit<Field, 'name' | 'type' | 'presence' | 'says'>;
type Spelling = '' | '*' | '?';

/** Cipher suites that Go counts as secure. Models crypto/tls CipherSuites, Go 1.26. */
const CIPHERS: readonly string[] = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  ...['ECDSA', 'RSA'].flatMap((key) =>
    ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256', 'AES_128_CBC_SHA', 'AES_256_CBC_SHA'].map(
      (cipher) => `TLS_ECDHE_${key}_WITH_${cipher}`,
    ),
  ),
];

const STRINGS: FieldType = { list: 'string' };
const TEXT_MAP: FieldType = { map: 'string' };

/** `*` before a Go type: a pointer in v1beta1; `?`: a pointer in the internal type too. */
function row(name: string, spelling: Spelling, type: FieldType, says: string, extra: Extra = {}): Field {
  const presence = spelling === '*' ? 'pointer' : spelling === '?' ? 'nullable' : 'value';
  return { name, type, presence, says, ...extra };
}

function struct(go: string, fields: readonly Field[]): { readonly struct: Struct } {
  return { struct: { go, name: go.slice(go.indexOf('.') + 1), fields } };
}

const routing: readonly Field[] = [
  row('splitStream', '', 'bool', 'Sends errors to stderr and the rest to stdout. Needs the gate LoggingAlphaOptions.', {
    flag: 'log-text-split-stream',
    embedded: 'OutputRoutingOptions',
  }),
  row(
    'infoBufferSize',
    '',
    'quantity',
    'Buffer for the stdout stream while streams are split; 0 turns buffering off.',
    {
      fallback: '0',
      flag: 'log-text-info-buffer-size',
      always: true,
    },
  ),
];

const jsonRouting = routing.map((field) => ({ ...field, flag: field.flag?.replace('text', 'json') ?? '' }));

const authentication = struct('v1beta1.KubeletAuthentication', [
  row(
    'x509',
    '',
    struct('v1beta1.KubeletX509Authentication', [
      row(
        'clientCAFile',
        '',
        'string',
        'Authorities whose client certificates the kubelet accepts. Without it no client certificate is asked for.',
        { flag: 'client-ca-file', file: true, security: true },
      ),
    ]),
    'Login with client certificates.',
    { always: true, security: true },
  ),
  row(
    'webhook',
    '',
    struct('v1beta1.KubeletWebhookAuthentication', [
      row(
        'enabled',
        '*',
        'bool',
        'Whether bearer tokens are sent to the API server for a TokenReview. Off: tokens are ignored.',
        { fallback: true, legacy: false, flag: 'authentication-token-webhook', security: true, hardened: true },
      ),
      row('cacheTTL', '', 'duration', 'How long the answer to a TokenReview is remembered.', {
        fallback: '2m0s',
        flag: 'authentication-token-webhook-cache-ttl',
        security: true,
      }),
    ]),
    'Login with bearer tokens.',
    { always: true, security: true },
  ),
  row(
    'anonymous',
    '',
    struct('v1beta1.KubeletAnonymousAuthentication', [
      row(
        'enabled',
        '*',
        'bool',
        'Whether a request without credentials goes on as user system:anonymous instead of ending with 401.',
        { fallback: false, legacy: true, flag: 'anonymous-auth', security: true, hardened: false },
      ),
    ]),
    'Requests that bring no credentials.',
    { always: true, security: true },
  ),
]);

const authorization = struct('v1beta1.KubeletAuthorization', [
  row(
    'mode',
    '',
    'string',
    'Who decides what a caller may do: AlwaysAllow lets everybody do everything, Webhook asks the API server with a SubjectAccessReview.',
    {
      go: 'v1beta1.KubeletAuthorizationMode',
      fallback: 'Webhook',
      legacy: 'AlwaysAllow',
      flag: 'authorization-mode',
      values: ['Webhook', 'AlwaysAllow'],
      security: true,
      hardened: 'Webhook',
    },
  ),
  row(
    'webhook',
    '',
    struct('v1beta1.KubeletWebhookAuthorization', [
      row('cacheAuthorizedTTL', '', 'duration', 'How long a "yes" of the API server is remembered.', {
        fallback: '5m0s',
        flag: 'authorization-webhook-cache-authorized-ttl',
        security: true,
      }),
      row('cacheUnauthorizedTTL', '', 'duration', 'How long a "no" of the API server is remembered.', {
        fallback: '30s',
        flag: 'authorization-webhook-cache-unauthorized-ttl',
        security: true,
      }),
    ]),
    'How long answers of the API server are kept.',
    { always: true, security: true },
  ),
]);

const logging = struct('v1.LoggingConfiguration', [
  row('format', '', 'string', 'Form of log lines.', {
    fallback: 'text',
    flag: 'logging-format',
    values: ['text', 'json'],
  }),
  row(
    'flushFrequency',
    '',
    'time-or-duration',
    'Longest time that log lines wait before they are written; a plain number means nanoseconds.',
    { go: 'v1.TimeOrMetaDuration', fallback: '5s', flag: 'log-flush-frequency', always: true },
  ),
  row('verbosity', '', 'uint32', 'How much is logged; 0 is the least.', {
    go: 'v1.VerbosityLevel',
    flag: 'v',
    always: true,
  }),
  row(
    'vmodule',
    '',
    {
      list: struct('v1.VModuleItem', [
        row('filePattern', '', 'string', 'Source file name without `.go`, or a glob of such names.', { always: true }),
        row('verbosity', '', 'uint32', 'Verbosity of those files.', { go: 'v1.VerbosityLevel', always: true }),
      ]),
    },
    'Verbosity of single source files. Text format only.',
    { go: 'v1.VModuleConfiguration', flag: 'vmodule' },
  ),
  row(
    'options',
    '',
    struct('v1.FormatOptions', [
      row('text', '', struct('v1.TextOptions', routing), 'Options of the text format.', { always: true }),
      row('json', '', struct('v1.JSONOptions', jsonRouting), 'Options of the JSON format.', { always: true }),
    ]),
    'Options of each log format.',
    { always: true },
  ),
]);

const taint = struct('v1.Taint', [
  row('key', '', 'string', 'Key of the taint.', { always: true }),
  row('value', '', 'string', 'Value of the taint.'),
  row('effect', '', 'string', 'What the taint does to pods that do not tolerate it.', {
    go: 'v1.TaintEffect',
    values: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
    always: true,
  }),
  row('timeAdded', '?', 'time', 'May not be set here.'),
]);

/** KubeletConfiguration in the order of its Go struct. Models staging/src/k8s.io/kubelet/config/v1beta1/types.go, v1.36. */
export const KUBELET_CONFIGURATION: Struct = struct('v1beta1.KubeletConfiguration', [
  row('kind', '', 'string', 'Always KubeletConfiguration.', { values: ['KubeletConfiguration'] }),
  row('apiVersion', '', 'string', 'Always kubelet.config.k8s.io/v1beta1.', {
    values: ['kubelet.config.k8s.io/v1beta1'],
  }),
  row(
    'enableServer',
    '*',
    'bool',
    'Whether the HTTPS server runs. The read-only and healthz ports do not depend on it.',
    { fallback: true, flag: 'enable-server', security: true },
  ),
  row(
    'staticPodPath',
    '',
    'string',
    'Folder (or file) of pod manifests that the kubelet runs without the API server. Whoever can write there runs pods.',
    { flag: 'pod-manifest-path', file: true, security: true },
  ),
  row('podLogsDir', '', 'string', 'Where pod logs are kept. An absolute, clean path.', {
    fallback: '/var/log/pods',
    file: true,
    since: 31,
  }),
  row('syncFrequency', '', 'duration', 'Longest time between two looks at the running containers.', {
    fallback: '1m0s',
    flag: 'sync-frequency',
  }),
  row('fileCheckFrequency', '', 'duration', 'How often static pod files are looked at.', {
    fallback: '20s',
    flag: 'file-check-frequency',
  }),
  row('httpCheckFrequency', '', 'duration', 'How often `staticPodURL` is asked.', {
    fallback: '20s',
    flag: 'http-check-frequency',
  }),
  row('staticPodURL', '', 'string', 'URL to fetch more static pods from.', { flag: 'manifest-url', security: true }),
  row('staticPodURLHeader', '', { map: STRINGS }, 'HTTP headers sent with that request.', {
    flag: 'manifest-url-header',
    security: true,
  }),
  row('address', '', 'string', 'Address that the main and the read-only port listen on; 0.0.0.0 means all.', {
    fallback: '0.0.0.0',
    flag: 'address',
    security: true,
  }),
  row('port', '', 'int32', 'Port of the HTTPS server. 0 means the default.', {
    fallback: 10250,
    flag: 'port',
    security: true,
  }),
  row('readOnlyPort', '', 'int32', 'Port of the HTTP server that asks for no login at all; 0 turns it off.', {
    legacy: 10255,
    flag: 'read-only-port',
    security: true,
    hardened: 0,
  }),
  row(
    'tlsCertFile',
    '',
    'string',
    'Serving certificate. Without it and its key the kubelet makes a self-signed pair.',
    { flag: 'tls-cert-file', file: true, security: true },
  ),
  row('tlsPrivateKeyFile', '', 'string', 'Key of the serving certificate.', {
    flag: 'tls-private-key-file',
    file: true,
    security: true,
  }),
  row('tlsCipherSuites', '', STRINGS, "Cipher suites for TLS 1.2 and below. Absent: Go's own list.", {
    flag: 'tls-cipher-suites',
    values: CIPHERS,
    security: true,
  }),
  row(
    'tlsCurvePreferences',
    '',
    { list: 'int32' },
    "Key exchange curves by their IANA number. Absent: Go's own list.",
    { since: 36, security: true },
  ),
  row('tlsMinVersion', '', 'string', 'Oldest TLS version accepted. Empty means VersionTLS12.', {
    flag: 'tls-min-version',
    values: ['VersionTLS10', 'VersionTLS11', 'VersionTLS12', 'VersionTLS13'],
    security: true,
  }),
  row('rotateCertificates', '', 'bool', 'Whether the kubelet renews its client certificate at the API server.', {
    flag: 'rotate-certificates',
    security: true,
    hardened: true,
  }),
  row(
    'serverTLSBootstrap',
    '',
    'bool',
    'Whether the serving certificate is asked for at the API server; each request has to be approved.',
    { flag: 'rotate-server-certificates', security: true },
  ),
  row('authentication', '', authentication, 'Who is calling: client certificates, bearer tokens, anonymous callers.', {
    always: true,
    security: true,
  }),
  row('authorization', '', authorization, 'What a caller may do.', { always: true, security: true }),
  row('registryPullQPS', '*', 'int32', 'Image pulls per second; 0 means no limit.', {
    fallback: 5,
    flag: 'registry-qps',
  }),
  row('registryBurst', '', 'int32', 'Image pulls that may come at once.', { fallback: 10, flag: 'registry-burst' }),
  row(
    'imagePullCredentialsVerificationPolicy',
    '',
    'string',
    'When a pod has to prove that it may use an image that is already on the node.',
    {
      go: 'v1beta1.ImagePullCredentialsVerificationPolicy',
      values: ['NeverVerify', 'NeverVerifyPreloadedImages', 'NeverVerifyAllowlistedImages', 'AlwaysVerify'],
      since: 33,
      security: true,
    },
  ),
  row(
    'preloadedImagesVerificationAllowlist',
    '',
    STRINGS,
    'Images that need no such proof under NeverVerifyAllowlistedImages.',
    { since: 33, security: true },
  ),
  row('eventRecordQPS', '*', 'int32', 'Events per second that the kubelet may create. Up to 1.36, 0 means 5.', {
    fallback: 50,
    flag: 'event-qps',
    security: true,
  }),
  row('eventBurst', '', 'int32', 'Events that may come at once.', { fallback: 100, flag: 'event-burst' }),
  row(
    'enableDebuggingHandlers',
    '*',
    'bool',
    'Whether logs, exec, run, attach, port forward and the like are served. Off: 405.',
    { fallback: true, flag: 'enable-debugging-handlers', security: true },
  ),
  row('enableContentionProfiling', '', 'bool', 'Block profiling, if profiling is on.', {
    flag: 'contention-profiling',
    security: true,
  }),
  row('healthzPort', '*', 'int32', 'Port of the plain HTTP health endpoint; 0 turns it off.', {
    fallback: 10248,
    flag: 'healthz-port',
    security: true,
  }),
  row('healthzBindAddress', '', 'string', 'Address of the health endpoint.', {
    fallback: '127.0.0.1',
    flag: 'healthz-bind-address',
    security: true,
  }),
  row('oomScoreAdj', '*', 'int32', "The kubelet's own oom-score-adj, -1000 to 1000.", {
    fallback: -999,
    flag: 'oom-score-adj',
  }),
  row('clusterDomain', '', 'string', 'DNS domain of the cluster, searched by containers.', { flag: 'cluster-domain' }),
  row('clusterDNS', '', STRINGS, 'Addresses of the cluster DNS.', { flag: 'cluster-dns' }),
  row(
    'streamingConnectionIdleTimeout',
    '',
    'duration',
    'How long exec, attach and port forward may be silent. 0 by flag means for ever; 0 in a file means the default.',
    { fallback: '4h0m0s', flag: 'streaming-connection-idle-timeout', security: true },
  ),
  row('nodeStatusUpdateFrequency', '', 'duration', 'How often the node status is computed.', {
    fallback: '10s',
    flag: 'node-status-update-frequency',
  }),
  row(
    'nodeStatusReportFrequency',
    '',
    'duration',
    'How often it is sent when nothing changed. Follows nodeStatusUpdateFrequency if only that is set.',
    {},
  ),
  row('nodeLeaseDurationSeconds', '', 'int32', 'Length of the node lease.', { fallback: 40 }),
  row('imageMinimumGCAge', '', 'duration', 'Unused images younger than this are kept.', {
    fallback: '2m0s',
    flag: 'minimum-image-ttl-duration',
  }),
  row('imageMaximumGCAge', '', 'duration', 'Unused images older than this are removed; 0 means never.', { since: 29 }),
  row('imageGCHighThresholdPercent', '*', 'int32', 'Disk usage at which images are cleaned up.', {
    fallback: 85,
    flag: 'image-gc-high-threshold',
  }),
  row('imageGCLowThresholdPercent', '*', 'int32', 'Disk usage at which that clean-up stops.', {
    fallback: 80,
    flag: 'image-gc-low-threshold',
  }),
  row('volumeStatsAggPeriod', '', 'duration', 'How often disk usage of volumes is measured.', {
    fallback: '1m0s',
    flag: 'volume-stats-agg-period',
  }),
  row('kubeletCgroups', '', 'string', 'Cgroup to run the kubelet in.', { flag: 'kubelet-cgroups' }),
  row('systemCgroups', '', 'string', 'Cgroup for all other processes. Needs cgroupRoot.', { flag: 'system-cgroups' }),
  row('cgroupRoot', '', 'string', 'Root cgroup for pods.', { flag: 'cgroup-root' }),
  row('cgroupsPerQOS', '*', 'bool', 'Whether there is a cgroup for each quality of service class.', {
    fallback: true,
    flag: 'cgroups-per-qos',
  }),
  row('cgroupDriver', '', 'string', 'How cgroups are managed. kubeadm writes systemd.', {
    fallback: 'cgroupfs',
    flag: 'cgroup-driver',
    values: ['cgroupfs', 'systemd'],
  }),
  row('cpuManagerPolicy', '', 'string', 'How whole CPUs are given to containers.', {
    fallback: 'none',
    flag: 'cpu-manager-policy',
    values: ['none', 'static'],
  }),
  row('singleProcessOOMKill', '?', 'bool', 'Whether only one process of a container is killed when memory runs out.', {
    since: 32,
  }),
  row('cpuManagerPolicyOptions', '', TEXT_MAP, 'Fine tuning of that policy.', { flag: 'cpu-manager-policy-options' }),
  row('cpuManagerReconcilePeriod', '', 'duration', 'How often the CPU manager compares plan and fact.', {
    fallback: '10s',
    flag: 'cpu-manager-reconcile-period',
  }),
  row('memoryManagerPolicy', '', 'string', 'How memory of NUMA nodes is given to containers.', {
    fallback: 'None',
    flag: 'memory-manager-policy',
    values: ['None', 'Static'],
  }),
  row('topologyManagerPolicy', '', 'string', 'How strictly CPUs, memory and devices must lie together.', {
    fallback: 'none',
    flag: 'topology-manager-policy',
    values: ['none', 'best-effort', 'restricted', 'single-numa-node'],
  }),
  row('topologyManagerScope', '', 'string', 'What they must lie together for.', {
    fallback: 'container',
    flag: 'topology-manager-scope',
    values: ['container', 'pod'],
  }),
  row('topologyManagerPolicyOptions', '', TEXT_MAP, 'Fine tuning of that policy.', {
    flag: 'topology-manager-policy-options',
  }),
  row('qosReserved', '', TEXT_MAP, 'Percentage of a resource kept back for each quality of service class.', {
    flag: 'qos-reserved',
  }),
  row(
    'runtimeRequestTimeout',
    '',
    'duration',
    'Patience with the container runtime, except for pull, logs, exec and attach.',
    { fallback: '2m0s', flag: 'runtime-request-timeout' },
  ),
  row('hairpinMode', '', 'string', 'How a pod reaches itself through its own service.', {
    fallback: 'promiscuous-bridge',
    flag: 'hairpin-mode',
    values: ['promiscuous-bridge', 'hairpin-veth', 'none'],
  }),
  row('maxPods', '', 'int32', 'Most pods on this node. 0 means the default.', { fallback: 110, flag: 'max-pods' }),
  row('podCIDR', '', 'string', 'Addresses for pods, without an API server only.', { flag: 'pod-cidr' }),
  row('podPidsLimit', '*', 'int64', 'Most processes in a pod; -1 means what the node allows.', {
    fallback: -1,
    flag: 'pod-max-pids',
    security: true,
  }),
  row('resolvConf', '*', 'string', 'The resolv.conf that pods get theirs from.', {
    fallback: '/etc/resolv.conf',
    flag: 'resolv-conf',
    file: true,
  }),
  row('runOnce', '', 'bool', 'No longer allowed.', { flag: 'runonce' }),
  row('cpuCFSQuota', '*', 'bool', 'Whether CPU limits are enforced.', { fallback: true, flag: 'cpu-cfs-quota' }),
  row('cpuCFSQuotaPeriod', '*', 'duration', 'Period of that enforcement, 1ms to 1s.', {
    fallback: '100ms',
    flag: 'cpu-cfs-quota-period',
  }),
  row('nodeStatusMaxImages', '*', 'int32', 'Most images listed in the node status; -1 means all.', {
    fallback: 50,
    flag: 'node-status-max-images',
  }),
  row('maxOpenFiles', '', 'int64', 'Most files that the kubelet may have open.', {
    fallback: 1000000,
    flag: 'max-open-files',
  }),
  row('contentType', '', 'string', 'Encoding of requests to the API server.', {
    fallback: 'application/vnd.kubernetes.protobuf',
    flag: 'kube-api-content-type',
  }),
  row('kubeAPIQPS', '*', 'int32', 'Requests per second to the API server.', { fallback: 50, flag: 'kube-api-qps' }),
  row('kubeAPIBurst', '', 'int32', 'Requests to the API server that may come at once.', {
    fallback: 100,
    flag: 'kube-api-burst',
  }),
  row('serializeImagePulls', '*', 'bool', 'Whether images are pulled one after the other.', {
    flag: 'serialize-image-pulls',
  }),
  row('maxParallelImagePulls', '?', 'int32', 'Most image pulls at the same time.', { since: 27 }),
  row('evictionHard', '', TEXT_MAP, 'Thresholds at which pods are evicted at once.', { flag: 'eviction-hard' }),
  row('evictionSoft', '', TEXT_MAP, 'Thresholds at which pods are evicted after a while.', { flag: 'eviction-soft' }),
  row('evictionSoftGracePeriod', '', TEXT_MAP, 'That while, for each soft threshold.', {
    flag: 'eviction-soft-grace-period',
  }),
  row(
    'evictionPressureTransitionPeriod',
    '',
    'duration',
    'How long a pressure condition stays after the pressure is gone.',
    { fallback: '5m0s', flag: 'eviction-pressure-transition-period' },
  ),
  row('evictionMaxPodGracePeriod', '', 'int32', 'Most seconds that a pod gets to end at a soft eviction.', {
    flag: 'eviction-max-pod-grace-period',
  }),
  row('evictionMinimumReclaim', '', TEXT_MAP, 'Least amount that an eviction has to free.', {
    flag: 'eviction-minimum-reclaim',
  }),
  row(
    'mergeDefaultEvictionSettings',
    '*',
    'bool',
    'Whether the default thresholds stay beside those of evictionHard.',
    { fallback: false, since: 33 },
  ),
  row('podsPerCore', '', 'int32', 'Most pods for each core; 0 means no such limit.', { flag: 'pods-per-core' }),
  row('enableControllerAttachDetach', '*', 'bool', 'Whether the control plane attaches volumes, not the kubelet.', {
    fallback: true,
    flag: 'enable-controller-attach-detach',
  }),
  row(
    'protectKernelDefaults',
    '',
    'bool',
    'Whether the kubelet refuses to start when kernel settings differ from what it needs, instead of changing them.',
    { flag: 'protect-kernel-defaults', security: true, hardened: true },
  ),
  row('makeIPTablesUtilChains', '*', 'bool', 'Whether the kubelet keeps its iptables chains there.', {
    fallback: true,
    flag: 'make-iptables-util-chains',
    security: true,
    hardened: true,
  }),
  row('iptablesMasqueradeBit', '*', 'int32', 'Mark bit for masquerading. Unused.', { fallback: 14 }),
  row('iptablesDropBit', '*', 'int32', 'Mark bit for dropping. Unused.', { fallback: 15 }),
  row('featureGates', '', { map: 'bool' }, 'Feature gates by name. Flags win gate by gate.', {
    flag: 'feature-gates',
    security: true,
  }),
  row('failSwapOn', '*', 'bool', 'Whether the kubelet refuses to start while swap is on.', {
    fallback: true,
    flag: 'fail-swap-on',
  }),
  row(
    'memorySwap',
    '',
    struct('v1beta1.MemorySwapConfiguration', [
      row('swapBehavior', '', 'string', 'How containers may use swap.', { values: ['NoSwap', 'LimitedSwap'] }),
    ]),
    'Use of swap by containers.',
    { always: true },
  ),
  row('containerLogMaxSize', '', 'string', 'Size at which a container log is rotated.', {
    fallback: '10Mi',
    flag: 'container-log-max-size',
  }),
  row('containerLogMaxFiles', '*', 'int32', 'Most log files of a container, at least 2.', {
    fallback: 5,
    flag: 'container-log-max-files',
  }),
  row('containerLogMaxWorkers', '*', 'int32', 'Workers that rotate logs.', { fallback: 1, since: 30 }),
  row('containerLogMonitorInterval', '*', 'duration', 'How often log sizes are looked at, at least 3s.', {
    fallback: '10s',
    since: 30,
  }),
  row(
    'configMapAndSecretChangeDetectionStrategy',
    '',
    'string',
    'How the kubelet learns of changed ConfigMaps and Secrets.',
    { go: 'v1beta1.ResourceChangeDetectionStrategy', fallback: 'Watch', values: ['Watch', 'Cache', 'Get'] },
  ),
  row('systemReserved', '', TEXT_MAP, 'Resources kept for the operating system.', { flag: 'system-reserved' }),
  row('kubeReserved', '', TEXT_MAP, 'Resources kept for Kubernetes itself.', { flag: 'kube-reserved' }),
  row('reservedSystemCPUs', '', 'string', 'CPUs kept for both, such as 0-1,4.', { flag: 'reserved-cpus' }),
  row('showHiddenMetricsForVersion', '', 'string', 'Shows metrics that the previous minor version still had.'),
  row('systemReservedCgroup', '', 'string', 'Cgroup that systemReserved is enforced on.', {
    flag: 'system-reserved-cgroup',
  }),
  row('kubeReservedCgroup', '', 'string', 'Cgroup that kubeReserved is enforced on.', { flag: 'kube-reserved-cgroup' }),
  row('enforceNodeAllocatable', '', STRINGS, 'What the reservations are enforced on.', {
    fallback: ['pods'],
    flag: 'enforce-node-allocatable',
    values: [
      'none',
      'pods',
      'system-reserved',
      'system-reserved-compressible',
      'kube-reserved',
      'kube-reserved-compressible',
    ],
  }),
  row('allowedUnsafeSysctls', '', STRINGS, 'Unsafe sysctls that pods may set.', {
    flag: 'allowed-unsafe-sysctls',
    security: true,
  }),
  row('volumePluginDir', '', 'string', 'Folder of extra volume plugins.', {
    fallback: '/usr/libexec/kubernetes/kubelet-plugins/volume/exec/',
    flag: 'volume-plugin-dir',
    file: true,
  }),
  row('providerID', '', 'string', 'Id of the node at the cloud provider.', { flag: 'provider-id' }),
  row('kernelMemcgNotification', '', 'bool', 'Whether the kernel tells of memory thresholds.', {
    flag: 'kernel-memcg-notification',
  }),
  row('logging', '', logging, "The kubelet's own log.", { always: true }),
  row('enableSystemLogHandler', '*', 'bool', 'Whether /logs/ serves files of /var/log.', {
    fallback: true,
    security: true,
  }),
  row(
    'enableSystemLogQuery',
    '*',
    'bool',
    'Whether /logs/ answers queries for service logs. Needs enableSystemLogHandler.',
    { fallback: false, security: true, since: 27 },
  ),
  row('shutdownGracePeriod', '', 'duration', 'How long a shutdown of the node is held up for pods.'),
  row('shutdownGracePeriodCriticalPods', '', 'duration', 'Which part of it is for critical pods.'),
  row(
    'shutdownGracePeriodByPodPriority',
    '',
    {
      list: struct('v1beta1.ShutdownGracePeriodByPodPriority', [
        row('priority', '', 'int32', 'Pods of at least this priority.', { always: true }),
        row('shutdownGracePeriodSeconds', '', 'int64', 'Seconds that they get.', { always: true }),
      ]),
    },
    'Shutdown time by priority of pods.',
  ),
  row(
    'crashLoopBackOff',
    '',
    struct('v1beta1.CrashLoopBackOffConfig', [
      row('maxContainerRestartPeriod', '?', 'duration', 'Longest pause between restarts, 1s to 300s.', { since: 32 }),
    ]),
    'Pauses between restarts of a crashing container.',
    { always: true, since: 32 },
  ),
  row(
    'reservedMemory',
    '',
    {
      list: struct('v1beta1.MemoryReservation', [
        row('numaNode', '', 'int32', 'Number of the NUMA node.', { always: true }),
        row('limits', '', { map: 'quantity' }, 'How much of which memory.', { go: 'v1.ResourceList', always: true }),
      ]),
    },
    'Memory kept back on each NUMA node.',
    { flag: 'reserved-memory' },
  ),
  row('enableProfilingHandler', '*', 'bool', 'Whether /debug/pprof/ is served.', {
    fallback: true,
    security: true,
    hardened: false,
  }),
  row('enableDebugFlagsHandler', '*', 'bool', 'Whether /debug/flags/v is served.', {
    fallback: true,
    security: true,
    hardened: false,
  }),
  row('seccompDefault', '*', 'bool', 'Whether pods that name no seccomp profile get RuntimeDefault.', {
    fallback: false,
    security: true,
    hardened: true,
  }),
  row('memoryThrottlingFactor', '?', 'float64', 'Part of the memory limit at which memory use is throttled.', {
    fallback: 0.9,
  }),
  row(
    'memoryReservationPolicy',
    '',
    'string',
    'How memory requests are protected. TieredReservation needs the gate MemoryQoS.',
    { go: 'v1beta1.MemoryReservationPolicy', fallback: 'None', values: ['None', 'TieredReservation'], since: 36 },
  ),
  row('registerWithTaints', '', { list: taint }, 'Taints that a new node gets.', { flag: 'register-with-taints' }),
  row('registerNode', '*', 'bool', 'Whether the kubelet creates its Node object.', {
    fallback: true,
    flag: 'register-node',
  }),
  row(
    'tracing',
    '?',
    struct('v1.TracingConfiguration', [
      row('endpoint', '?', 'string', 'Collector that traces go to.'),
      row('samplingRatePerMillion', '?', 'int32', 'Traces per million requests.'),
    ]),
    'OpenTelemetry traces.',
  ),
  row('localStorageCapacityIsolation', '*', 'bool', 'Whether local storage of pods is limited.', {
    fallback: true,
    flag: 'local-storage-capacity-isolation',
  }),
  row('containerRuntimeEndpoint', '', 'string', 'Socket of the container runtime. Whoever reaches it is root.', {
    fallback: 'unix:///run/containerd/containerd.sock',
    flag: 'container-runtime-endpoint',
    always: true,
    security: true,
  }),
  row('imageServiceEndpoint', '', 'string', 'Socket of the image service, if another one.', {
    flag: 'image-service-endpoint',
  }),
  row('failCgroupV1', '*', 'bool', 'Whether the kubelet refuses to start on a host with cgroup v1.', {
    fallback: true,
    formerly: { until: 34, fallback: false },
    flag: 'fail-cgroupv1',
    since: 31,
  }),
  row(
    'userNamespaces',
    '?',
    struct('v1beta1.UserNamespaces', [row('idsPerPod', '?', 'int64', 'User ids for each pod, a multiple of 65536.')]),
    'User namespaces of pods.',
    { since: 33 },
  ),
]).struct;
