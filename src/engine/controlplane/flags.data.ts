/**
 * Flags of the programs of a control plane by how their texts are read: `list` is comma-separated and adds up, `array` takes each
 * occurrence whole, `other` is taken as it comes. Models each program's `--help`, v1.36.
 */
export const PROGRAM_FLAGS: Readonly<
  Record<'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler', FlagsByKind>
> = {
  'kube-apiserver': {
    bool: [
      'aggregator-reject-forwarding-redirect allow-privileged anonymous-auth audit-log-batch-throttle-enable',
      'audit-log-compress audit-log-truncate-enabled audit-webhook-batch-throttle-enable',
      'audit-webhook-truncate-enabled contention-profiling disable-http2-serving emulation-forward-compatible',
      'enable-aggregator-routing enable-bootstrap-token-auth enable-garbage-collector enable-logs-handler',
      'enable-priority-and-fairness encryption-provider-config-automatic-reload log-text-split-stream',
      'permit-address-sharing permit-port-sharing profiling runtime-config-emulation-forward-compatible',
      'service-account-extend-token-expiration service-account-lookup shutdown-send-retry-after watch-cache',
    ],
    int: [
      'audit-log-batch-buffer-size audit-log-batch-max-size audit-log-batch-throttle-burst audit-log-maxage',
      'audit-log-maxbackup audit-log-maxsize audit-log-truncate-max-batch-size',
      'audit-log-truncate-max-event-size audit-webhook-batch-buffer-size audit-webhook-batch-max-size',
      'audit-webhook-batch-throttle-burst audit-webhook-truncate-max-batch-size',
      'audit-webhook-truncate-max-event-size default-not-ready-toleration-seconds',
      'default-unreachable-toleration-seconds delete-collection-workers http2-max-streams-per-connection',
      'kubernetes-service-node-port lease-reuse-duration-seconds max-connection-bytes-per-sec',
      'max-mutating-requests-inflight max-requests-inflight min-request-timeout secure-port',
    ],
    float: ['audit-log-batch-throttle-qps audit-webhook-batch-throttle-qps goaway-chance'],
    duration: [
      'audit-log-batch-max-wait audit-webhook-batch-max-wait audit-webhook-initial-backoff',
      'authentication-token-webhook-cache-ttl authorization-webhook-cache-authorized-ttl',
      'authorization-webhook-cache-unauthorized-ttl coordinated-leadership-lease-duration',
      'coordinated-leadership-renew-deadline coordinated-leadership-retry-period etcd-compaction-interval',
      'etcd-count-metric-poll-period etcd-db-metric-poll-interval etcd-healthcheck-timeout',
      'etcd-readycheck-timeout event-ttl kubelet-timeout livez-grace-period log-flush-frequency request-timeout',
      'service-account-max-token-expiration shutdown-delay-duration shutdown-watch-termination-grace-period',
      'storage-initialization-timeout',
    ],
    ip: ['advertise-address bind-address'],
    list: [
      'admission-control api-audiences authorization-mode cors-allowed-origins disable-admission-plugins',
      'disabled-metrics emulated-version enable-admission-plugins etcd-servers etcd-servers-overrides',
      'kubelet-preferred-address-types min-compatibility-version oidc-signing-algs requestheader-allowed-names',
      'requestheader-extra-headers-prefix requestheader-group-headers requestheader-uid-headers',
      'requestheader-username-headers strict-transport-security-directives tls-cipher-suites watch-cache-sizes',
    ],
    array: ['service-account-issuer service-account-key-file'],
    text: [
      'admission-control-config-file allow-metric-labels-manifest audit-log-format audit-log-mode',
      'audit-log-path audit-log-version audit-policy-file audit-webhook-config-file audit-webhook-mode',
      'audit-webhook-version authentication-config authentication-token-webhook-config-file',
      'authentication-token-webhook-version authorization-config authorization-policy-file',
      'authorization-webhook-config-file authorization-webhook-version cert-dir client-ca-file',
      'debug-socket-path egress-selector-config-file encryption-provider-config endpoint-reconciler-type',
      'etcd-cafile etcd-certfile etcd-keyfile etcd-prefix external-hostname kubelet-certificate-authority',
      'kubelet-client-certificate kubelet-client-key logging-format oidc-ca-file oidc-client-id',
      'oidc-groups-claim oidc-groups-prefix oidc-issuer-url oidc-username-claim oidc-username-prefix',
      'peer-advertise-ip peer-advertise-port peer-ca-file proxy-client-cert-file proxy-client-key-file',
      'requestheader-client-ca-file service-account-jwks-uri service-account-signing-endpoint',
      'service-account-signing-key-file service-cluster-ip-range show-hidden-metrics-for-version',
      'storage-backend storage-media-type tls-cert-file tls-min-version tls-private-key-file token-auth-file',
      'tracing-config-file',
    ],
    other: [
      'allow-metric-labels feature-gates log-text-info-buffer-size oidc-required-claim runtime-config',
      'service-node-port-range tls-curve-preferences tls-sni-cert-key',
    ],
  },
  'kube-controller-manager': {
    bool: [
      'allocate-node-cidrs authentication-skip-lookup authentication-tolerate-lookup-failure',
      'configure-cloud-routes contention-profiling disable-attach-detach-reconcile-sync',
      'disable-force-detach-on-timeout disable-http2-serving enable-dynamic-provisioning',
      'enable-garbage-collector enable-hostpath-provisioner enable-leader-migration leader-elect',
      'log-text-split-stream permit-address-sharing permit-port-sharing profiling',
      'use-service-account-credentials',
    ],
    int: [
      'concurrent-cron-job-syncs concurrent-daemonset-syncs concurrent-deployment-syncs',
      'concurrent-device-taint-eviction-syncs concurrent-endpoint-syncs concurrent-ephemeralvolume-syncs',
      'concurrent-gc-syncs concurrent-horizontal-pod-autoscaler-syncs concurrent-job-syncs',
      'concurrent-namespace-syncs concurrent-rc-syncs concurrent-replicaset-syncs',
      'concurrent-resource-quota-syncs concurrent-resourceclaim-syncs concurrent-service-endpoint-syncs',
      'concurrent-service-syncs concurrent-serviceaccount-token-syncs concurrent-statefulset-syncs',
      'concurrent-ttl-after-finished-syncs concurrent-validating-admission-policy-status-syncs',
      'http2-max-streams-per-connection kube-api-burst large-cluster-size-threshold max-endpoints-per-slice',
      'mirroring-concurrent-service-endpoint-syncs mirroring-max-endpoints-per-subset node-cidr-mask-size',
      'node-cidr-mask-size-ipv4 node-cidr-mask-size-ipv6 pv-recycler-increment-timeout-nfs',
      'pv-recycler-minimum-timeout-hostpath pv-recycler-minimum-timeout-nfs',
      'pv-recycler-timeout-increment-hostpath secure-port terminated-pod-gc-threshold',
    ],
    float: [
      'horizontal-pod-autoscaler-tolerance kube-api-qps node-eviction-rate secondary-node-eviction-rate',
      'unhealthy-zone-threshold',
    ],
    duration: [
      'attach-detach-reconcile-sync-period authentication-token-webhook-cache-ttl',
      'authorization-webhook-cache-authorized-ttl authorization-webhook-cache-unauthorized-ttl',
      'cluster-signing-duration controller-shutdown-timeout controller-start-interval',
      'endpoint-updates-batch-period endpointslice-updates-batch-period',
      'horizontal-pod-autoscaler-cpu-initialization-period horizontal-pod-autoscaler-downscale-stabilization',
      'horizontal-pod-autoscaler-initial-readiness-delay horizontal-pod-autoscaler-sync-period',
      'leader-elect-lease-duration leader-elect-renew-deadline leader-elect-retry-period',
      'legacy-service-account-token-clean-up-period log-flush-frequency min-resync-period',
      'mirroring-endpointslice-updates-batch-period namespace-sync-period node-monitor-grace-period',
      'node-monitor-period node-startup-grace-period pvclaimbinder-sync-period resource-quota-sync-period',
      'route-reconciliation-period',
    ],
    ip: ['bind-address'],
    list: [
      'authorization-always-allow-paths controllers disabled-metrics emulated-version min-compatibility-version',
      'requestheader-allowed-names requestheader-extra-headers-prefix requestheader-group-headers',
      'requestheader-uid-headers requestheader-username-headers tls-cipher-suites',
    ],
    array: [],
    text: [
      'allow-metric-labels-manifest authentication-kubeconfig authorization-kubeconfig cert-dir',
      'cidr-allocator-type client-ca-file cloud-config cloud-provider cluster-cidr cluster-name',
      'cluster-signing-cert-file cluster-signing-key-file cluster-signing-kube-apiserver-client-cert-file',
      'cluster-signing-kube-apiserver-client-key-file cluster-signing-kubelet-client-cert-file',
      'cluster-signing-kubelet-client-key-file cluster-signing-kubelet-serving-cert-file',
      'cluster-signing-kubelet-serving-key-file cluster-signing-legacy-unknown-cert-file',
      'cluster-signing-legacy-unknown-key-file external-cloud-volume-plugin flex-volume-plugin-dir',
      'kube-api-content-type kubeconfig leader-elect-resource-lock leader-elect-resource-name',
      'leader-elect-resource-namespace leader-migration-config logging-format master',
      'pv-recycler-pod-template-filepath-hostpath pv-recycler-pod-template-filepath-nfs',
      'requestheader-client-ca-file root-ca-file service-account-private-key-file service-cluster-ip-range',
      'show-hidden-metrics-for-version tls-cert-file tls-min-version tls-private-key-file',
    ],
    other: ['allow-metric-labels feature-gates log-text-info-buffer-size tls-curve-preferences tls-sni-cert-key'],
  },
  'kube-scheduler': {
    bool: [
      'authentication-skip-lookup authentication-tolerate-lookup-failure contention-profiling',
      'disable-http2-serving leader-elect log-text-split-stream permit-address-sharing permit-port-sharing',
      'profiling',
    ],
    int: ['http2-max-streams-per-connection kube-api-burst secure-port'],
    float: ['kube-api-qps'],
    duration: [
      'authentication-token-webhook-cache-ttl authorization-webhook-cache-authorized-ttl',
      'authorization-webhook-cache-unauthorized-ttl leader-elect-lease-duration leader-elect-renew-deadline',
      'leader-elect-retry-period log-flush-frequency pod-max-in-unschedulable-pods-duration',
    ],
    ip: ['bind-address'],
    list: [
      'authorization-always-allow-paths disabled-metrics emulated-version min-compatibility-version',
      'requestheader-allowed-names requestheader-extra-headers-prefix requestheader-group-headers',
      'requestheader-uid-headers requestheader-username-headers tls-cipher-suites',
    ],
    array: [],
    text: [
      'allow-metric-labels-manifest authentication-kubeconfig authorization-kubeconfig cert-dir client-ca-file',
      'config kube-api-content-type kubeconfig leader-elect-resource-lock leader-elect-resource-name',
      'leader-elect-resource-namespace logging-format master requestheader-client-ca-file',
      'show-hidden-metrics-for-version tls-cert-file tls-min-version tls-private-key-file write-config-to',
    ],
    other: ['allow-metric-labels feature-gates log-text-info-buffer-size tls-curve-preferences tls-sni-cert-key'],
  },
};

/** How the text of a flag is read. */
export type FlagKind = 'bool' | 'int' | 'float' | 'duration' | 'ip' | 'list' | 'array' | 'text' | 'other';

/** Names of flags, several to a line, by kind. */
export type FlagsByKind = Readonly<Record<FlagKind, readonly string[]>>;

/** Every admission plugin that an API server knows. Models pkg/kubeapiserver/options/plugins.go, v1.36. */
export const ADMISSION_PLUGINS: readonly string[] = (
  'AlwaysAdmit AlwaysDeny AlwaysPullImages CertificateApproval CertificateSigning ' +
  'CertificateSubjectRestriction ClusterTrustBundleAttest DefaultIngressClass DefaultStorageClass ' +
  'DefaultTolerationSeconds DenyServiceExternalIPs EventRateLimit ExtendedResourceToleration ' +
  'ImagePolicyWebhook JobValidation LimitPodHardAntiAffinityTopology LimitRanger ' +
  'MutatingAdmissionPolicy MutatingAdmissionWebhook NamespaceAutoProvision NamespaceExists ' +
  'NamespaceLifecycle NodeDeclaredFeatureValidator NodeRestriction OwnerReferencesPermissionEnforcement ' +
  'PersistentVolumeClaimResize PodGroupProtection PodGroupWorkloadExists PodNodeSelector ' +
  'PodResizeValidator PodSecurity PodTolerationRestriction PodTopologyLabels Priority ResourceQuota ' +
  'RuntimeClass ServiceAccount StorageObjectInUseProtection TaintNodesByCondition ' +
  'ValidatingAdmissionPolicy ValidatingAdmissionWebhook'
).split(' ');

/** Those that are on unless they are disabled. */
export const DEFAULT_PLUGINS: readonly string[] = (
  'NamespaceLifecycle LimitRanger ServiceAccount TaintNodesByCondition PodSecurity Priority ' +
  'DefaultTolerationSeconds DefaultStorageClass StorageObjectInUseProtection PodGroupProtection ' +
  'PersistentVolumeClaimResize RuntimeClass CertificateApproval CertificateSigning ' +
  'ClusterTrustBundleAttest CertificateSubjectRestriction DefaultIngressClass PodTopologyLabels ' +
  'PodGroupWorkloadExists NodeDeclaredFeatureValidator JobValidation PodResizeValidator ' +
  'MutatingAdmissionPolicy MutatingAdmissionWebhook ValidatingAdmissionPolicy ' +
  'ValidatingAdmissionWebhook ResourceQuota'
).split(' ');
