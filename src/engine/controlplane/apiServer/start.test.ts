import { expect, test } from 'vitest';
import { BASES } from '../../world/bases.ts';
import { NOON } from '../../world/playground.fixture.ts';
import { step } from '../../world/step.ts';
import { containersOf } from '../containersOf.ts';

const MANIFEST = '/etc/kubernetes/manifests/kube-apiserver.yaml';
const { world } = BASES['kubeadm-node'](NOON);
const entry = world.nodes.controlplane?.host.files[MANIFEST];
const TEXT = entry?.kind === 'file' ? entry.text : '';

/** The last line of the API server's log once it was started with flags changed: `--flag=value` replaces, `-flag` removes. */
function lastWords(...changes: readonly string[]): string {
  let text = TEXT;
  for (const change of changes) {
    const name = change.replace(/^-([a-z])/, '--$1').replace(/=.*$/, '');
    const line = new RegExp(`    - ${name}(=.*)?\\n`);
    const flag = change.startsWith('--') ? `    - ${change}\n` : '';
    text = line.test(text)
      ? text.replace(line, () => flag)
      : text.replace('    - --advertise', () => `${flag}    - --advertise`);
  }
  const edited = step(world, { type: 'write', node: 'controlplane', path: MANIFEST, text }).world;
  const after = step(edited, { type: 'advance', milliseconds: 22_000 }).world;
  const containers = containersOf(after, 'controlplane').filter(({ name }) => name === 'kube-apiserver');
  const ended = containers.find(({ state }) => state === 'exited');
  if (ended === undefined) return containers.some(({ state }) => state === 'running') ? 'runs' : 'none';
  return (ended.log.at(-1)?.text ?? '').replace(/^E\d{4} [\d:.]+ +1 /, '').trimEnd();
}

const failed = (error: string): string => `run.go:72] "command failed" err=${JSON.stringify(error)}`;
const NOPE = 'open /etc/kubernetes/pki/nope.crt: no such file or directory';

// Every line as the real kube-apiserver 1.36.3 printed it.
test.each<[readonly string[], string]>([
  [[], 'runs'],
  [['--kubelet-client-cert=/x'], 'Error: unknown flag: --kubelet-client-cert'],
  [['--insecure-port=0'], 'Error: unknown flag: --insecure-port'],
  [
    ['--anonymous-auth=maybe'],
    'Error: invalid argument "maybe" for "--anonymous-auth" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
  ],
  [
    ['--secure-port=abc'],
    'Error: invalid argument "abc" for "--secure-port" flag: strconv.ParseInt: parsing "abc": invalid syntax',
  ],
  [['--bind-address=x'], 'Error: invalid argument "x" for "--bind-address" flag: failed to parse IP: "x"'],
  [
    ['--kubelet-timeout=abc'],
    'Error: invalid argument "abc" for "--kubelet-timeout" flag: time: invalid duration "abc"',
  ],
  [['--authorization-mode=Node,RBACC'], failed('authorization-mode "RBACC" is not a valid mode')],
  [['--authorization-mode=RBAC,RBAC'], failed('authorization-mode ["RBAC" "RBAC"] has mode specified more than once')],
  [['--authorization-mode=Node,Webhook'], failed("authorization-mode Webhook's authorization config file not passed")],
  [['--authorization-mode=ABAC'], failed("authorization-mode ABAC's authorization policy file not passed")],
  [
    ['--enable-admission-plugins=NodeRestrictions'],
    failed('enable-admission-plugins plugin "NodeRestrictions" is unknown'),
  ],
  [
    ['--disable-admission-plugins=NodeRestriction'],
    failed('[NodeRestriction] in enable-admission-plugins and disable-admission-plugins overlapped'),
  ],
  [
    ['--authorization-mode=X', '--enable-admission-plugins=Y'],
    failed('[authorization-mode "X" is not a valid mode, enable-admission-plugins plugin "Y" is unknown]'),
  ],
  [['--client-ca-file=/etc/kubernetes/pki/nope.crt'], failed(NOPE)],
  [['--tls-cert-file=/etc/kubernetes/pki/nope.crt'], failed(NOPE)],
  [['--tls-private-key-file=/etc/kubernetes/pki/sa.key'], failed('tls: private key does not match public key')],
  [['--kubelet-client-certificate=/etc/kubernetes/pki/nope.crt'], failed(`problem initializing API group "": ${NOPE}`)],
  [
    ['--kubelet-certificate-authority=/etc/kubernetes/pki/nope.crt'],
    failed(`problem initializing API group "": ${NOPE}`),
  ],
  [
    ['--kubelet-certificate-authority=/etc/kubernetes/pki/sa.pub'],
    failed('problem initializing API group "": unable to load root certificates: unable to parse bytes as PEM block'),
  ],
  [['--kubelet-client-key=/etc/kubernetes/pki/apiserver.key'], 'runs'],
  [['-kubelet-client-key'], 'runs'],
  [['--service-account-key-file=/etc/kubernetes/pki/nope.crt'], failed(NOPE)],
  [
    ['--service-account-key-file=/etc/kubernetes/pki/ca.crt'],
    failed(
      'error reading public key file /etc/kubernetes/pki/ca.crt: data does not contain any valid RSA or ECDSA public keys',
    ),
  ],
  [
    ['--service-account-signing-key-file=/etc/kubernetes/pki/ca.crt'],
    failed(
      'failed to parse service-account-issuer-key-file: error reading private key file /etc/kubernetes/pki/ca.crt: data does not contain a valid RSA or ECDSA private key',
    ),
  ],
  [
    ['-service-account-issuer'],
    failed(
      '[service-account-issuer is a required flag, --service-account-signing-key-file, --service-account-issuer, and --api-audiences should be specified together]',
    ),
  ],
  [
    ['-service-account-key-file'],
    failed('either `--service-account-key-file` or `--service-account-signing-endpoint` must be set'),
  ],
  [['-etcd-servers'], failed('--etcd-servers must be specified')],
  [['--etcd-cafile=/nope'], failed('error creating storage factory: open /nope: no such file or directory')],
  [['--etcd-servers=https://127.0.0.1:2399'], failed('error creating storage factory: context deadline exceeded')],
  [['--etcd-cafile=/etc/kubernetes/pki/ca.crt'], failed('error creating storage factory: context deadline exceeded')],
  [['--service-cluster-ip-range=10.96.0.0'], failed('service-cluster-ip-range[0] is not a valid cidr')],
  [
    ['--secure-port=70000'],
    failed('--secure-port 70000 must be between 1 and 65535, inclusive. It cannot be turned off with 0'),
  ],
  [
    ['--secure-port=2379'],
    failed(
      'failed to create listener: failed to listen on 0.0.0.0:2379: listen tcp 0.0.0.0:2379: bind: address already in use',
    ),
  ],
  [['--requestheader-client-ca-file=/nope'], failed('open /nope: no such file or directory')],
  [['--proxy-client-cert-file=/nope'], failed('open /nope: no such file or directory')],
  [
    ['--audit-policy-file=/nope'],
    failed('loading audit policy file: failed to read file path "/nope": open /nope: no such file or directory'),
  ],
  [['--tls-min-version=1.2'], failed('unknown tls version "1.2"')],
  [['--tls-cipher-suites=TLS_NOPE'], failed("Cipher suite TLS_NOPE not supported or doesn't exist")],
  [
    ['--authentication-config=/nope'],
    failed('failed to load authentication configuration from file "/nope": open /nope: no such file or directory'),
  ],
])('an API server with %j', (changes, expected) => {
  expect(lastWords(...changes)).toBe(expected);
});
