import type { Audit, Check, Profile, Role, TestItem } from './profile.ts';

const RESTART = ['Afterwards: systemctl daemon-reload', 'systemctl restart kubelet.service'];

const mode = (most: string): readonly TestItem[] => [{ flag: 'permissions', compare: { op: 'bitmask', value: most } }];
const ROOTS: readonly TestItem[] = [{ flag: 'root:root' }];

/** A check of a file's mode or owner. */
function file(
  id: string,
  text: string,
  scored: boolean,
  audit: Audit,
  tests: readonly TestItem[],
  remedy: string,
): Check {
  return { id, text, scored, audit, readsConfig: false, any: false, tests, remedy: ['On each worker node:', remedy] };
}

const stat = (what: 'mode' | 'owner', of: Role): Audit => ({ kind: 'stat', what, of });

/** A check of a flag, or of the key that stands for it in the config file. */
function setting(
  id: string,
  text: string,
  scored: boolean,
  any: boolean,
  tests: readonly TestItem[],
  remedy: readonly string[],
): Check {
  const readsConfig = tests.some(({ path }) => path !== undefined);
  return { id, text, scored, audit: { kind: 'processes', of: 'kubelet' }, readsConfig, any, tests, remedy };
}

/** The advice of the benchmark: the file, or a variable of the unit, which a stock unit does not expand. */
function advice(key: string, flag: string, variable: string): readonly string[] {
  return [
    `With a config file: ${key}`,
    `With flags: ${flag} in the variable ${variable} of`,
    '$service on each worker node.',
    ...RESTART,
  ];
}

/** The test passes with the value, or where nothing is said at all. */
const orUnset = (item: TestItem): readonly TestItem[] => {
  const { compare: _, ...bare } = item;
  return [item, { ...bare, set: false }];
};

const CIPHERS =
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384';

const FILES: readonly Check[] = [
  file(
    '4.1.1',
    'Ensure that the kubelet service file permissions are set to 600 or more restrictive (Automated)',
    true,
    stat('mode', 'service'),
    mode('600'),
    'chmod 600 $service',
  ),
  {
    ...file(
      '4.1.2',
      'Ensure that the kubelet service file ownership is set to root:root (Automated)',
      true,
      { kind: 'stat', what: 'owner', of: 'service', orElse: 'File not found' },
      [...ROOTS, { flag: 'File not found' }],
      'chown root:root $service',
    ),
    any: true,
  },
  file(
    '4.1.3',
    'If proxy kubeconfig file exists ensure permissions are set to 600 or more restrictive (Manual)',
    false,
    stat('mode', 'proxyKubeconfig'),
    mode('600'),
    'chmod 600 $proxyKubeconfig',
  ),
  file(
    '4.1.4',
    'If proxy kubeconfig file exists ensure ownership is set to root:root (Manual)',
    false,
    stat('owner', 'proxyKubeconfig'),
    ROOTS,
    'chown root:root $proxyKubeconfig',
  ),
  file(
    '4.1.5',
    'Ensure that the --kubeconfig kubelet.conf file permissions are set to 600 or more restrictive (Automated)',
    true,
    stat('mode', 'kubeconfig'),
    mode('600'),
    'chmod 600 $kubeconfig',
  ),
  file(
    '4.1.6',
    'Ensure that the --kubeconfig kubelet.conf file ownership is set to root:root (Automated)',
    true,
    stat('owner', 'kubeconfig'),
    ROOTS,
    'chown root:root $kubeconfig',
  ),
  file(
    '4.1.7',
    'Ensure that the certificate authorities file permissions are set to 644 or more restrictive (Manual)',
    false,
    { kind: 'authority', what: 'mode' },
    mode('644'),
    'chmod 644 the file of --client-ca-file',
  ),
  file(
    '4.1.8',
    'Ensure that the client certificate authorities file ownership is set to root:root (Manual)',
    false,
    { kind: 'authority', what: 'owner' },
    [{ flag: 'root:root', compare: { op: 'eq', value: 'root:root' } }],
    'chown root:root the file of --client-ca-file',
  ),
  file(
    '4.1.9',
    'If the kubelet config.yaml configuration file is being used validate permissions set to 600 or more restrictive (Automated)',
    true,
    stat('mode', 'config'),
    mode('600'),
    'chmod 600 $config',
  ),
  file(
    '4.1.10',
    'If the kubelet config.yaml configuration file is being used validate file ownership is set to root:root (Automated)',
    true,
    stat('owner', 'config'),
    ROOTS,
    'chown root:root $config',
  ),
];

const SETTINGS: readonly Check[] = [
  setting(
    '4.2.1',
    'Ensure that the --anonymous-auth argument is set to false (Automated)',
    true,
    false,
    [
      {
        flag: '--anonymous-auth',
        path: 'authentication.anonymous.enabled',
        compare: { op: 'eq', value: 'false' },
      },
    ],
    advice('set authentication.anonymous.enabled to false.', '--anonymous-auth=false', 'KUBELET_SYSTEM_PODS_ARGS'),
  ),
  setting(
    '4.2.2',
    'Ensure that the --authorization-mode argument is not set to AlwaysAllow (Automated)',
    true,
    false,
    [{ flag: '--authorization-mode', path: 'authorization.mode', compare: { op: 'nothave', value: 'AlwaysAllow' } }],
    advice('set authorization.mode to Webhook.', '--authorization-mode=Webhook', 'KUBELET_AUTHZ_ARGS'),
  ),
  setting(
    '4.2.3',
    'Ensure that the --client-ca-file argument is set as appropriate (Automated)',
    true,
    false,
    [{ flag: '--client-ca-file', path: 'authentication.x509.clientCAFile' }],
    advice(
      'set authentication.x509.clientCAFile to the CA file.',
      '--client-ca-file=<path/to/client-ca-file>',
      'KUBELET_AUTHZ_ARGS',
    ),
  ),
  setting(
    '4.2.4',
    'Verify that if defined, the --read-only-port argument is set to 0 (Manual)',
    false,
    true,
    orUnset({ flag: '--read-only-port', path: 'readOnlyPort', compare: { op: 'eq', value: '0' } }),
    advice('set readOnlyPort to 0.', '--read-only-port=0', 'KUBELET_SYSTEM_PODS_ARGS'),
  ),
  setting(
    '4.2.5',
    'Ensure that the --streaming-connection-idle-timeout argument is not set to 0 (Manual)',
    false,
    true,
    orUnset({
      flag: '--streaming-connection-idle-timeout',
      path: 'streamingConnectionIdleTimeout',
      compare: { op: 'noteq', value: '0' },
    }),
    advice(
      'set streamingConnectionIdleTimeout to anything but 0.',
      '--streaming-connection-idle-timeout=5m',
      'KUBELET_SYSTEM_PODS_ARGS',
    ),
  ),
  setting(
    '4.2.6',
    'Ensure that the --make-iptables-util-chains argument is set to true (Automated)',
    true,
    true,
    orUnset({
      flag: '--make-iptables-util-chains',
      path: 'makeIPTablesUtilChains',
      compare: { op: 'eq', value: 'true' },
    }),
    advice('set makeIPTablesUtilChains to true.', 'no --make-iptables-util-chains', 'KUBELET_SYSTEM_PODS_ARGS'),
  ),
  setting(
    '4.2.7',
    'Ensure that the --hostname-override argument is not set (Manual)',
    false,
    false,
    [{ flag: '--hostname-override', set: false }],
    [
      'Take --hostname-override out of the variable KUBELET_SYSTEM_PODS_ARGS of',
      '$service on each worker node.',
      ...RESTART,
    ],
  ),
  setting(
    '4.2.8',
    'Ensure that the eventRecordQPS argument is set to a level which ensures appropriate event capture (Manual)',
    false,
    true,
    orUnset({ flag: '--event-qps', path: 'eventRecordQPS', compare: { op: 'gte', value: '0' } }),
    advice('set eventRecordQPS to a fitting level.', '--event-qps=<level>', 'KUBELET_SYSTEM_PODS_ARGS'),
  ),
  setting(
    '4.2.9',
    'Ensure that the --tls-cert-file and --tls-private-key-file arguments are set as appropriate (Manual)',
    false,
    false,
    [
      { flag: '--tls-cert-file', path: 'tlsCertFile' },
      { flag: '--tls-private-key-file', path: 'tlsPrivateKeyFile' },
    ],
    advice(
      'set tlsCertFile and tlsPrivateKeyFile to the pair of this kubelet.',
      '--tls-cert-file=<path/to/tls-certificate-file> --tls-private-key-file=<path/to/tls-key-file>',
      'KUBELET_CERTIFICATE_ARGS',
    ),
  ),
  setting(
    '4.2.10',
    'Ensure that the --rotate-certificates argument is not set to false (Automated)',
    true,
    true,
    orUnset({ flag: '--rotate-certificates', path: 'rotateCertificates', compare: { op: 'eq', value: 'true' } }),
    advice(
      'set rotateCertificates to true, or leave it out.',
      'no --rotate-certificates=false',
      'KUBELET_CERTIFICATE_ARGS',
    ),
  ),
  setting(
    '4.2.11',
    'Verify that the RotateKubeletServerCertificate argument is set to true (Manual)',
    false,
    true,
    orUnset({
      flag: 'RotateKubeletServerCertificate',
      path: 'featureGates.RotateKubeletServerCertificate',
      compare: { op: 'nothave', value: 'false' },
    }),
    advice(
      'set featureGates.RotateKubeletServerCertificate to true.',
      '--feature-gates=RotateKubeletServerCertificate=true',
      'KUBELET_CERTIFICATE_ARGS',
    ),
  ),
  setting(
    '4.2.12',
    'Ensure that the Kubelet only makes use of Strong Cryptographic Ciphers (Manual)',
    false,
    false,
    [
      {
        flag: '--tls-cipher-suites',
        path: 'tlsCipherSuites',
        isList: true,
        compare: { op: 'valid_elements', value: CIPHERS },
      },
    ],
    [
      'With a config file: set tlsCipherSuites to some of',
      CIPHERS,
      'With flags: the same list in --tls-cipher-suites in',
      '$service on each worker node.',
      ...RESTART,
    ],
  ),
  setting(
    '4.2.13',
    'Ensure that a limit is set on pod PIDs (Manual)',
    false,
    false,
    [{ flag: '--pod-max-pids', path: 'podPidsLimit' }],
    ['Choose a limit, and set it with --pod-max-pids or with podPidsLimit in the config file.'],
  ),
  setting(
    '4.2.14',
    'Ensure that the --seccomp-default parameter is set to true (Manual)',
    false,
    false,
    [{ flag: '--seccomp-default', path: 'seccompDefault' }],
    ['Set --seccomp-default, or seccompDefault in the config file. It is off by default.'],
  ),
];

/** CIS Kubernetes Benchmark 1.12, section 4, as kube-bench 0.15.6 tests it. */
export const CIS_1_12: Profile = {
  version: 'cis-1.12',
  id: '4',
  text: 'Worker Node Security Configuration',
  groups: [
    { id: '4.1', text: 'Worker Node Configuration Files', checks: FILES },
    { id: '4.2', text: 'Kubelet', checks: SETTINGS },
    {
      id: '4.3',
      text: 'kube-proxy',
      checks: [
        {
          id: '4.3.1',
          text: 'Ensure that the kube-proxy metrics service is bound to localhost (Automated)',
          scored: true,
          audit: { kind: 'processes', of: 'proxy' },
          readsConfig: false,
          any: true,
          tests: orUnset({ flag: '--metrics-bind-address', compare: { op: 'has', value: '127.0.0.1' } }),
          remedy: [
            'Bind the metrics of kube-proxy to no address but localhost, or leave the default, 127.0.0.1:10249.',
          ],
        },
      ],
    },
  ],
};
