/** A flag's type as `--help` names it, a bar, and what it says of the flag; where that changed, each with the minor that first says it. */
export type FlagText = string | readonly (readonly [since: number, text: string])[];

/** What `kubelet --help` says before the flags. */
export const OPENING = `The kubelet is the primary "node agent" that runs on each
node. It can register the node with the apiserver using one of: the hostname; a flag to
override the hostname; or specific logic for a cloud provider.

The kubelet works in terms of a PodSpec. A PodSpec is a YAML or JSON object
that describes a pod. The kubelet takes a set of PodSpecs that are provided through
various mechanisms (primarily through the apiserver) and ensures that the containers
described in those PodSpecs are running and healthy. The kubelet doesn't manage
containers which were not created by Kubernetes.

Other than from an PodSpec from the apiserver, there are two ways that a container
manifest can be provided to the Kubelet.

File: Path passed as a flag on the command line. Files under this path will be monitored
periodically for updates. The monitoring period is 20s by default and is configurable
via a flag.

HTTP endpoint: HTTP endpoint passed as a parameter on the command line. This endpoint
is checked every 20 seconds (also configurable with a flag).

Usage:
  kubelet [flags]

Flags:
`;

/**
 * What `kubelet --help` says of each flag; deprecations and the list of gates come from the engine's tables. The texts are those of
 * Kubernetes (Apache License 2.0), v1.31.14, v1.34.9 and v1.36.3, as recorded in conformance/recordings/kubelet/help-*.txt.
 */
export const FLAG_TEXTS: Readonly<Record<string, FlagText>> = {
  address:
    "ip|The IP address for the Kubelet to serve on (set to '0.0.0.0' or '::' for listening on all interfaces and IP address families) (default 0.0.0.0)",
  'allowed-unsafe-sysctls':
    'strings|Comma-separated whitelist of unsafe sysctls or unsafe sysctl patterns (ending in *). Use these at your own risk.',
  'anonymous-auth':
    '|Enables anonymous requests to the Kubelet server. Requests that are not rejected by another authentication method are treated as anonymous requests. Anonymous requests have a username of system:anonymous, and a group name of system:unauthenticated. (default true)',
  'application-metrics-count-limit': 'int|Max number of application metrics to store (per container) (default 100)',
  'authentication-token-webhook': '|Use the TokenReview API to determine authentication for bearer tokens.',
  'authentication-token-webhook-cache-ttl':
    'duration|The duration to cache responses from the webhook token authenticator. (default 2m0s)',
  'authorization-mode':
    'string|Authorization mode for Kubelet server. Valid options are AlwaysAllow or Webhook. Webhook mode uses the SubjectAccessReview API to determine authorization. (default "AlwaysAllow")',
  'authorization-webhook-cache-authorized-ttl':
    "duration|The duration to cache 'authorized' responses from the webhook authorizer. (default 5m0s)",
  'authorization-webhook-cache-unauthorized-ttl':
    "duration|The duration to cache 'unauthorized' responses from the webhook authorizer. (default 30s)",
  'boot-id-file':
    'string|Comma-separated list of files to check for boot-id. Use the first one that exists. (default "/proc/sys/kernel/random/boot_id")',
  'bootstrap-kubeconfig':
    'string|Path to a kubeconfig file that will be used to get client certificate for kubelet. If the file specified by --kubeconfig does not exist, the bootstrap kubeconfig is used to request a client certificate from the API server. On success, a kubeconfig file referencing the generated client certificate and key is written to the path specified by --kubeconfig. The client certificate and key file will be stored in the directory pointed by --cert-dir.',
  'cert-dir':
    'string|The directory where the TLS certs are located. If --tls-cert-file and --tls-private-key-file are provided, this flag will be ignored. (default "/var/lib/kubelet/pki")',
  'cgroup-driver':
    "string|Driver that the kubelet uses to manipulate cgroups on the host.  Possible values: 'cgroupfs', 'systemd' (default \"cgroupfs\")",
  'cgroup-root':
    "string|Optional root cgroup to use for pods. This is handled by the container runtime on a best effort basis. Default: '', which means use the container runtime default.",
  'cgroups-per-qos':
    '|Enable creation of QoS cgroup hierarchy, if true top level QoS and pod cgroups are created. (default true)',
  'client-ca-file':
    'string|If set, any request presenting a client certificate signed by one of the authorities in the client-ca-file is authenticated with an identity corresponding to the CommonName of the client certificate.',
  'cloud-config': 'string|The path to the cloud provider configuration file. Empty string for no configuration file.',
  'cloud-provider': [
    [
      31,
      "string|The provider for cloud services. Set to empty string for running with no cloud provider. Set to 'external' for running with an external cloud provider. If set, the cloud provider determines the name of the node (consult cloud provider documentation to determine if and how the hostname is used).",
    ],
    [
      34,
      "string|The provider for cloud services. Set to empty string for running with no cloud provider. Set to 'external' for running with an external cloud provider.",
    ],
  ],
  'cluster-dns':
    'strings|Comma-separated list of DNS server IP address.  This value is used for containers DNS server in case of Pods with "dnsPolicy=ClusterFirst". Note: all DNS servers appearing in the list MUST serve the same set of records otherwise name resolution within the cluster may not work correctly. There is no guarantee as to which DNS server may be contacted for name resolution.',
  'cluster-domain':
    "string|Domain for this cluster.  If set, kubelet will configure all containers to search this domain in addition to the host's search domains",
  config:
    "string|The Kubelet will load its initial configuration from this file. The path may be absolute or relative; relative paths start at the Kubelet's current working directory. Omit this flag to use the built-in default configuration values. Command-line flags override configuration from this file.",
  'config-dir': [
    [
      31,
      "string|Path to a directory to specify drop-ins, allows the user to optionally specify additional configs to overwrite what is provided by default and in the KubeletConfigFile flag. [default='']",
    ],
    [
      36,
      "string|Path to a directory containing drop-in configuration files that override settings from defaults and the --config file. The path may be absolute or relative; relative paths start at the Kubelet's current working directory. Drop-in files must have a '.conf' suffix (e.g., '99-kubelet-address.conf') and are processed in lexical order. Only '.conf' files are loaded; all other files are ignored. All .conf files in the directory and its subdirectories are processed in lexical order. [default='']",
    ],
  ],
  'container-hints': 'string|location of the container hints file (default "/etc/cadvisor/container_hints.json")',
  'container-log-max-files':
    'int32|<Warning: Beta feature> Set the maximum number of container log files that can be present for a container. The number must be >= 2. (default 5)',
  'container-log-max-size':
    'string|<Warning: Beta feature> Set the maximum size (e.g. 10Mi) of container log file before it is rotated. (default "10Mi")',
  'container-runtime-endpoint':
    "string|The endpoint of container runtime service. Unix Domain Sockets are supported on Linux, while npipe and tcp endpoints are supported on Windows. Examples:'unix:///path/to/runtime.sock', 'npipe:////./pipe/runtime' (default \"unix:///run/containerd/containerd.sock\")",
  containerd: 'string|containerd endpoint (default "/run/containerd/containerd.sock")',
  'containerd-namespace': 'string|containerd namespace (default "k8s.io")',
  'contention-profiling': '|Enable block profiling, if profiling is enabled',
  'cpu-cfs-quota': '|Enable CPU CFS quota enforcement for containers that specify CPU limits (default true)',
  'cpu-cfs-quota-period': [
    [
      31,
      'duration|Sets CPU CFS quota period value, cpu.cfs_period_us, defaults to Linux Kernel default (default 100ms)',
    ],
    [
      36,
      'duration|Sets CPU CFS quota period value (cpu.cfs_period_us). Defaults to Linux Kernel default. Requires the CustomCPUCFSQuotaPeriod feature gate to set non-default values. (default 100ms)',
    ],
  ],
  'cpu-manager-policy': "string|CPU Manager policy to use. Possible values: 'none', 'static'. (default \"none\")",
  'cpu-manager-policy-options':
    'mapStringString|A set of key=value CPU Manager policy options to use, to fine tune their behaviour. If not supplied, keep the default behaviour.',
  'cpu-manager-reconcile-period':
    "duration|<Warning: Alpha feature> CPU Manager reconciliation period. Examples: '10s', or '1m'. If not supplied, defaults to 'NodeStatusUpdateFrequency' (default 10s)",
  'enable-controller-attach-detach':
    '|Enables the Attach/Detach controller to manage attachment/detachment of volumes scheduled to this node, and disables kubelet from executing any attach/detach operations (default true)',
  'enable-debugging-handlers':
    '|Enables server endpoints for log collection and local running of containers and commands (default true)',
  'enable-load-reader': '|Whether to enable cpu load reader',
  'enable-server': "|Enable the Kubelet's server (default true)",
  'enforce-node-allocatable': [
    [
      31,
      "strings|A comma separated list of levels of node allocatable enforcement to be enforced by kubelet. Acceptable options are 'none', 'pods', 'system-reserved', and 'kube-reserved'. If the latter two options are specified, '--system-reserved-cgroup' and '--kube-reserved-cgroup' must also be set, respectively. If 'none' is specified, no additional options should be set. See https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/ for more details. (default [pods])",
    ],
    [
      34,
      "strings|A comma separated list of levels of node allocatable enforcement to be enforced by kubelet. Acceptable options are 'none', 'pods', 'system-reserved', 'system-reserved-compressible', 'kube-reserved' and 'kube-reserved-compressible'. If any of the latter four options are specified, '--system-reserved-cgroup' and '--kube-reserved-cgroup' must also be set, respectively. If 'none' is specified, no additional options should be set. See https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/ for more details. (default [pods])",
    ],
  ],
  'event-burst':
    'int32|Maximum size of a bursty event records, temporarily allows event records to burst to this number, while still not exceeding event-qps. The number must be >= 0. If 0 will use DefaultBurst: 10. (default 100)',
  'event-qps': 'int32|QPS to limit event creations. The number must be >= 0. If 0 will use DefaultQPS: 5. (default 50)',
  'event-storage-age-limit':
    'string|Max length of time for which to store events (per type). Value is a comma separated list of key values, where the keys are event types (e.g.: creation, oom) or "default" and the value is a duration. Default is applied to all non-specified event types (default "default=0")',
  'event-storage-event-limit':
    'string|Max number of events to store (per type). Value is a comma separated list of key values, where the keys are event types (e.g.: creation, oom) or "default" and the value is an integer. Default is applied to all non-specified event types (default "default=0")',
  'eviction-hard':
    'mapStringString|A set of eviction thresholds (e.g. memory.available<1Gi) that if met would trigger a pod eviction.',
  'eviction-max-pod-grace-period':
    'int32|Maximum allowed grace period (in seconds) to use when terminating pods in response to a soft eviction threshold being met.  If negative, defer to pod specified value.',
  'eviction-minimum-reclaim':
    'mapStringString|A set of minimum reclaims (e.g. imagefs.available=2Gi) that describes the minimum amount of resource the kubelet will reclaim when performing a pod eviction if that resource is under pressure.',
  'eviction-pressure-transition-period':
    'duration|Duration for which the kubelet has to wait before transitioning out of an eviction pressure condition. (default 5m0s)',
  'eviction-soft':
    'mapStringString|A set of eviction thresholds (e.g. memory.available<1.5Gi) that if met over a corresponding grace period would trigger a pod eviction.',
  'eviction-soft-grace-period':
    'mapStringString|A set of eviction grace periods (e.g. memory.available=1m30s) that correspond to how long a soft eviction threshold must hold before triggering a pod eviction.',
  'exit-on-lock-contention': '|Whether kubelet should exit upon lock-file contention.',
  'experimental-allocatable-ignore-eviction':
    "|When set to 'true', Hard Eviction Thresholds will be ignored while calculating Node Allocatable. See https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/ for more details. [default=false]",
  'experimental-mounter-path': 'string|[Experimental] Path of mounter binary. Leave empty to use the default mount.',
  'fail-cgroupv1': [
    [31, '|Prevent the kubelet from starting on the host using cgroup v1.'],
    [36, '|Prevent the kubelet from starting on the host using cgroup v1. (default true)'],
  ],
  'fail-swap-on': '|Makes the Kubelet fail to start if swap is enabled on the node.  (default true)',
  'feature-gates':
    'mapStringBool|A set of key=value pairs that describe feature gates for alpha/experimental features. Options are:',
  'file-check-frequency': 'duration|Duration between checking config files for new data (default 20s)',
  'global-housekeeping-interval': 'duration|Interval between global housekeepings (default 1m0s)',
  'hairpin-mode':
    'string|How should the kubelet setup hairpin NAT. This allows endpoints of a Service to loadbalance back to themselves if they should try to access their own Service. Valid values are "promiscuous-bridge", "hairpin-veth" and "none". (default "promiscuous-bridge")',
  'healthz-bind-address':
    "ip|The IP address for the healthz server to serve on (set to '0.0.0.0' or '::' for listening on all interfaces and IP address families) (default 127.0.0.1)",
  'healthz-port': 'int32|The port of the localhost healthz endpoint (set to 0 to disable) (default 10248)',
  help: '|help for kubelet',
  'hostname-override': [
    [
      31,
      'string|If non-empty, will use this string as identification instead of the actual hostname. If --cloud-provider is set, the cloud provider determines the name of the node (consult cloud provider documentation to determine if and how the hostname is used).',
    ],
    [34, 'string|If non-empty, will use this string as identification instead of the actual hostname.'],
  ],
  'housekeeping-interval': 'duration|Interval between container housekeepings (default 10s)',
  'http-check-frequency': 'duration|Duration between checking http for new data (default 20s)',
  'image-credential-provider-bin-dir':
    'string|The path to the directory where credential provider plugin binaries are located.',
  'image-credential-provider-config': [
    [31, 'string|The path to the credential provider plugin config file.'],
    [
      34,
      'string|Path to a credential provider plugin config file (JSON/YAML/YML) or a directory of such files (merged in lexicographical order; non-recursive search).',
    ],
  ],
  'image-gc-high-threshold':
    'int32|The percent of disk usage after which image garbage collection is always run. Values must be within the range [0, 100], To disable image garbage collection, set to 100.  (default 85)',
  'image-gc-low-threshold':
    'int32|The percent of disk usage before which image garbage collection is never run. Lowest disk usage to garbage collect to. Values must be within the range [0, 100] and must be less than that of --image-gc-high-threshold. (default 80)',
  'image-service-endpoint':
    "string|The endpoint of container image service. If not specified, it will be the same with --container-runtime-endpoint by default. Unix Domain Socket are supported on Linux, while npipe and tcp endpoints are supported on Windows. Examples:'unix:///path/to/runtime.sock', 'npipe:////./pipe/runtime'",
  'kernel-memcg-notification':
    '|If enabled, the kubelet will integrate with the kernel memcg notification to determine if memory eviction thresholds are crossed rather than polling.',
  'kube-api-burst':
    "int32|Burst to use while talking with kubernetes apiserver. The number must be >= 0. If 0 will use DefaultBurst: 100. Doesn't cover events and node heartbeat apis which rate limiting is controlled by a different set of flags (default 100)",
  'kube-api-content-type':
    'string|Content type of requests sent to apiserver. (default "application/vnd.kubernetes.protobuf")',
  'kube-api-qps':
    "int32|QPS to use while talking with kubernetes apiserver. The number must be >= 0. If 0 will use DefaultQPS: 50. Doesn't cover events and node heartbeat apis which rate limiting is controlled by a different set of flags (default 50)",
  'kube-reserved':
    'mapStringString|A set of ResourceName=ResourceQuantity (e.g. cpu=200m,memory=500Mi,ephemeral-storage=1Gi,pid=1000) pairs that describe resources reserved for kubernetes system components. Currently only cpu, memory, pid and local ephemeral storage for root file system are supported. See https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ for more detail. [default=none]',
  'kube-reserved-cgroup':
    "string|Absolute name of the top level cgroup that is used to manage kubernetes components for which compute resources were reserved via '--kube-reserved' flag. Ex. '/kube-reserved'. [default='']",
  kubeconfig:
    'string|Path to a kubeconfig file, specifying how to connect to the API server. Providing --kubeconfig enables API server mode, omitting --kubeconfig enables standalone mode.',
  'kubelet-cgroups': 'string|Optional absolute name of cgroups to create and run the Kubelet in.',
  'local-storage-capacity-isolation':
    '|If true, local ephemeral storage isolation is enabled. Otherwise, local storage isolation feature will be disabled (default true)',
  'lock-file': 'string|<Warning: Alpha feature> The path to file for kubelet to use as a lock file.',
  'log-cadvisor-usage': '|Whether to log the usage of the cAdvisor container',
  'log-flush-frequency': 'duration|Maximum number of seconds between log flushes (default 5s)',
  'log-json-info-buffer-size':
    'quantity|[Alpha] In JSON format with split output streams, the info messages can be buffered for a while to increase performance. The default value of zero bytes disables buffering. The size can be specified as number of bytes (512), multiples of 1000 (1K), multiples of 1024 (2Ki), or powers of those (3M, 4G, 5Mi, 6Gi). Enable the LoggingAlphaOptions feature gate to use this.',
  'log-json-split-stream':
    '|[Alpha] In JSON format, write error messages to stderr and info messages to stdout. The default is to write a single stream to stdout. Enable the LoggingAlphaOptions feature gate to use this.',
  'log-text-info-buffer-size':
    'quantity|[Alpha] In text format with split output streams, the info messages can be buffered for a while to increase performance. The default value of zero bytes disables buffering. The size can be specified as number of bytes (512), multiples of 1000 (1K), multiples of 1024 (2Ki), or powers of those (3M, 4G, 5Mi, 6Gi). Enable the LoggingAlphaOptions feature gate to use this.',
  'log-text-split-stream':
    '|[Alpha] In text format, write error messages to stderr and info messages to stdout. The default is to write a single stream to stdout. Enable the LoggingAlphaOptions feature gate to use this.',
  'logging-format':
    'string|Sets the log format. Permitted formats: "json" (gated by LoggingBetaOptions), "text". (default "text")',
  'machine-id-file':
    'string|Comma-separated list of files to check for machine-id. Use the first one that exists. (default "/etc/machine-id,/var/lib/dbus/machine-id")',
  'make-iptables-util-chains':
    '|If true, kubelet will ensure iptables utility rules are present on host. (default true)',
  'manifest-url': 'string|URL for accessing additional Pod specifications to run',
  'manifest-url-header':
    "colonSeparatedMultimapStringString|Comma-separated list of HTTP headers to use when accessing the url provided to --manifest-url. Multiple headers with the same name will be added in the same order provided. This flag can be repeatedly invoked. For example: --manifest-url-header 'a:hello,b:again,c:world' --manifest-url-header 'b:beautiful'",
  'max-open-files': 'int|Number of files that can be opened by Kubelet process. (default 1000000)',
  'max-pods': 'int32|Number of Pods that can run on this Kubelet. (default 110)',
  'maximum-dead-containers':
    'int32|Maximum number of old instances of containers to retain globally.  Each container takes up some disk space. To disable, set to a negative number. (default -1)',
  'maximum-dead-containers-per-container':
    'int32|Maximum number of old instances to retain per container.  Each container takes up some disk space. (default 1)',
  'memory-manager-policy': "string|Memory Manager policy to use. Possible values: 'None', 'Static'. (default \"None\")",
  'minimum-container-ttl-duration':
    "duration|Minimum age for a finished container before it is garbage collected.  Examples: '300ms', '10s' or '2h45m'",
  'minimum-image-ttl-duration':
    "duration|Minimum age for an unused image before it is garbage collected.  Examples: '300ms', '10s' or '2h45m'. (default 2m0s)",
  'node-ip': [
    [
      31,
      "string|IP address (or comma-separated dual-stack IP addresses) of the node. If unset, kubelet will use the node's default IPv4 address, if any, or its default IPv6 address if it has no IPv4 addresses. You can pass '::' to make it prefer the default IPv6 address rather than the default IPv4 address.",
    ],
    [
      34,
      "string|IP address (or comma-separated dual-stack IP addresses) of the node. If unset, kubelet will use the node's default IPv4 address, if any, or its default IPv6 address if it has no IPv4 addresses. You can pass '::' to make it prefer the default IPv6 address rather than the default IPv4 address. If cloud-provider is set to external, this flag will help to bootstrap the node with the corresponding IP.",
    ],
  ],
  'node-labels':
    "mapStringString|Labels to add when registering the node in the cluster.  Labels must be key=value pairs separated by ','. Labels in the 'kubernetes.io' namespace must begin with an allowed prefix (kubelet.kubernetes.io, node.kubernetes.io) or be in the specifically allowed set (beta.kubernetes.io/arch, beta.kubernetes.io/instance-type, beta.kubernetes.io/os, failure-domain.beta.kubernetes.io/region, failure-domain.beta.kubernetes.io/zone, kubernetes.io/arch, kubernetes.io/hostname, kubernetes.io/os, node.kubernetes.io/instance-type, topology.kubernetes.io/region, topology.kubernetes.io/zone)",
  'node-status-max-images':
    'int32|The maximum number of images to report in Node.Status.Images. If -1 is specified, no cap will be applied. (default 50)',
  'node-status-update-frequency':
    'duration|Specifies how often kubelet posts node status to master. Note: be cautious when changing the constant, it must work with nodeMonitorGracePeriod in nodecontroller. (default 10s)',
  'oom-score-adj':
    'int32|The oom-score-adj value for kubelet process. Values must be within the range [-1000, 1000] (default -999)',
  'pod-cidr':
    "string|The CIDR to use for pod IP addresses, only used in standalone mode.  In cluster mode, this is obtained from the master. For IPv6, the maximum number of IP's allocated is 65536",
  'pod-infra-container-image': [
    [
      31,
      'string|Specified image will not be pruned by the image garbage collector. CRI implementations have their own configuration to set this image. (default "registry.k8s.io/pause:3.10")',
    ],
    [
      34,
      'string|Specified image will not be pruned by the image garbage collector. CRI implementations have their own configuration to set this image.',
    ],
  ],
  'pod-manifest-path':
    'string|Path to the directory containing static pod files to run, or the path to a single static pod file. Files starting with dots will be ignored.',
  'pod-max-pids':
    'int|Set the maximum number of processes per pod.  If -1, the kubelet defaults to the node allocatable pid capacity. (default -1)',
  'pods-per-core':
    'int32|Number of Pods per core that can run on this Kubelet. The total number of Pods on this Kubelet cannot exceed max-pods, so max-pods will be used if this calculation results in a larger number of Pods allowed on the Kubelet. A value of 0 disables this limit.',
  port: 'int32|The port for the Kubelet to serve on. (default 10250)',
  'protect-kernel-defaults':
    '|Default kubelet behaviour for kernel tuning. If set, kubelet errors if any of kernel tunables is different than kubelet defaults.',
  'provider-id': 'string|Unique identifier for identifying the node in a machine database, i.e cloudprovider',
  'qos-reserved':
    'mapStringString|<Warning: Alpha feature> A set of ResourceName=Percentage (e.g. memory=50%) pairs that describe how pod resource requests are reserved at the QoS level. Currently only memory is supported. Requires the QOSReserved feature gate to be enabled.',
  'read-only-port':
    'int32|The read-only port for the Kubelet to serve on with no authentication/authorization (set to 0 to disable) (default 10255)',
  'register-node':
    "|Register the node with the apiserver. If --kubeconfig is not provided, this flag is irrelevant, as the Kubelet won't have an apiserver to register with. (default true)",
  'register-schedulable':
    "|Register the node as schedulable. Won't have any effect if register-node is false. (default true)",
  'register-with-taints':
    '[]v1.Taint|Register the node with the given list of taints (comma separated "<key>=<value>:<effect>"). No-op if register-node is false.',
  'registry-burst':
    'int32|Maximum size of a bursty pulls, temporarily allows pulls to burst to this number, while still not exceeding registry-qps. Only used if --registry-qps > 0 (default 10)',
  'registry-qps': 'int32|If > 0, limit registry pull QPS to this value.  If 0, unlimited. (default 5)',
  'reserved-cpus':
    'string|A comma-separated list of CPUs or CPU ranges that are reserved for system and kubernetes usage. This specific list will supersede cpu counts in --system-reserved and --kube-reserved.',
  'reserved-memory':
    'reserved-memory|A comma separated list of memory reservations for NUMA nodes. (e.g. --reserved-memory 0:memory=1Gi,hugepages-1M=2Gi --reserved-memory 1:memory=2Gi). The total sum for each memory type should be equal to the sum of kube-reserved, system-reserved and eviction-threshold. See https://kubernetes.io/docs/tasks/administer-cluster/memory-manager/#reserved-memory-flag for more details.',
  'resolv-conf':
    'string|Resolver configuration file used as the basis for the container DNS resolution configuration. (default "/etc/resolv.conf")',
  'root-dir': 'string|Directory path for managing kubelet files (volume mounts,etc). (default "/var/lib/kubelet")',
  'rotate-certificates':
    '|Auto rotate the kubelet client certificates by requesting new certificates from the kube-apiserver when the certificate expiration approaches.',
  'rotate-server-certificates':
    '|Auto-request and rotate the kubelet serving certificates by requesting new certificates from the kube-apiserver when the certificate expiration approaches. Requires the RotateKubeletServerCertificate feature gate to be enabled, and approval of the submitted CertificateSigningRequest objects.',
  runonce: '|If true, exit after spawning pods from static pod files or remote urls. Exclusive with --enable-server',
  'runtime-cgroups': 'string|Optional absolute name of cgroups to create and run the runtime in.',
  'runtime-request-timeout':
    'duration|Timeout of all runtime requests except long running request - pull, logs, exec and attach. When timeout exceeded, kubelet will cancel the request, throw out an error and retry later. (default 2m0s)',
  'seccomp-default':
    'RuntimeDefault|Enable the use of RuntimeDefault as the default seccomp profile for all workloads.',
  'serialize-image-pulls':
    '|Pull images one at a time. We recommend *not* changing the default value on nodes that run docker daemon with version < 1.9 or an Aufs storage backend. Issue #10959 has more details. (default true)',
  'storage-driver-buffer-duration':
    'duration|Writes in the storage driver will be buffered for this duration, and committed to the non memory backends as a single transaction (default 1m0s)',
  'storage-driver-db': 'string|database name (default "cadvisor")',
  'storage-driver-host': 'string|database host:port (default "localhost:8086")',
  'storage-driver-password': 'string|database password (default "root")',
  'storage-driver-secure': '|use secure connection with database',
  'storage-driver-table': 'string|table name (default "stats")',
  'storage-driver-user': 'string|database username (default "root")',
  'streaming-connection-idle-timeout':
    "duration|Maximum time a streaming connection can be idle before the connection is automatically closed. 0 indicates no timeout. Example: '5m'. Note: All connections to the kubelet server have a maximum duration of 4 hours. (default 4h0m0s)",
  'sync-frequency': 'duration|Max period between synchronizing running containers and config (default 1m0s)',
  'system-cgroups':
    "string|Optional absolute name of cgroups in which to place all non-kernel processes that are not already inside a cgroup under '/'. Empty for no container. Rolling back the flag requires a reboot.",
  'system-reserved':
    'mapStringString|A set of ResourceName=ResourceQuantity (e.g. cpu=200m,memory=500Mi,ephemeral-storage=1Gi,pid=1000) pairs that describe resources reserved for non-kubernetes components. Currently only cpu, memory, pid and local ephemeral storage for root file system are supported. See https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ for more detail. [default=none]',
  'system-reserved-cgroup':
    "string|Absolute name of the top level cgroup that is used to manage non-kubernetes components for which compute resources were reserved via '--system-reserved' flag. Ex. '/system-reserved'. [default='']",
  'tls-cert-file':
    'string|File containing x509 Certificate used for serving HTTPS (with intermediate certs, if any, concatenated after server cert). If --tls-cert-file and --tls-private-key-file are not provided, a self-signed certificate and key are generated for the public address and saved to the directory passed to --cert-dir.',
  'tls-cipher-suites':
    'strings|Comma-separated list of cipher suites for the server. If omitted, the default Go cipher suites will be used. \nPreferred values: TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384, TLS_CHACHA20_POLY1305_SHA256, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256. \nInsecure values: TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, TLS_ECDHE_ECDSA_WITH_RC4_128_SHA, TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, TLS_ECDHE_RSA_WITH_RC4_128_SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA, TLS_RSA_WITH_AES_128_CBC_SHA, TLS_RSA_WITH_AES_128_CBC_SHA256, TLS_RSA_WITH_AES_128_GCM_SHA256, TLS_RSA_WITH_AES_256_CBC_SHA, TLS_RSA_WITH_AES_256_GCM_SHA384, TLS_RSA_WITH_RC4_128_SHA.',
  'tls-min-version':
    'string|Minimum TLS version supported. Possible values: VersionTLS10, VersionTLS11, VersionTLS12, VersionTLS13',
  'tls-private-key-file': 'string|File containing x509 private key matching --tls-cert-file.',
  'topology-manager-policy':
    "string|Topology Manager policy to use. Possible values: 'none', 'best-effort', 'restricted', 'single-numa-node'. (default \"none\")",
  'topology-manager-policy-options':
    'mapStringString|A set of key=value Topology Manager policy options to use, to fine tune their behaviour. If not supplied, keep the default behaviour.',
  'topology-manager-scope':
    "string|Scope to which topology hints applied. Topology Manager collects hints from Hint Providers and applies them to defined scope to ensure the pod admission. Possible values: 'container', 'pod'. (default \"container\")",
  v: 'Level|number for the log level verbosity',
  version:
    'version[=true]|--version, --version=raw prints version information and quits; --version=vX.Y.Z... sets the reported version',
  vmodule:
    'pattern=N,...|comma-separated list of pattern=N settings for file-filtered logging (only works for text log format)',
  'volume-plugin-dir':
    'string|The full path of the directory in which to search for additional third party volume plugins (default "/usr/libexec/kubernetes/kubelet-plugins/volume/exec/")',
  'volume-stats-agg-period':
    'duration|Specifies interval for kubelet to calculate and cache the volume disk usage for all pods and volumes.  To disable volume calculations, set to a negative number. (default 1m0s)',
};
