import type { AccessView } from '#session/view/access.ts';
import { EVERYTHING_ALLOWED } from '#session/view/allowed.ts';
import type { ComparisonView } from '#session/view/compare.ts';
import type { QuestionView, RequestView, SessionView, StageView } from '#session/view.ts';

export const CONFIG = '/var/lib/kubelet/config.yaml';
export const DROPIN = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
const ENV = '/var/lib/kubelet/kubeadm-flags.env';
const UNIT = '/usr/lib/systemd/system/kubelet.service';

const CONFIG_TEXT = `apiVersion: kubelet.config.k8s.io/v1beta1
authentication:
  anonymous:
    enabled: false
  webhook:
    cacheTTL: 0s
    enabled: true
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
  mode: Webhook
  webhook:
    cacheAuthorizedTTL: 0s
    cacheUnauthorizedTTL: 0s
cgroupDriver: systemd
clusterDNS:
- 10.96.0.10
clusterDomain: cluster.local
healthzBindAddress: 127.0.0.1
healthzPort: 10248
kind: KubeletConfiguration
rotateCertificates: true
staticPodPath: /etc/kubernetes/manifests
`;

const DROPIN_TEXT = `# Note: This dropin only works with kubeadm and kubelet v1.11+
[Service]
Environment="KUBELET_KUBECONFIG_ARGS=--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf --kubeconfig=/etc/kubernetes/kubelet.conf"
Environment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"
EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet $KUBELET_KUBECONFIG_ARGS \\
  $KUBELET_CONFIG_ARGS --anonymous-auth=true \\
  $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS
`;

const passed = (name: StageView['name'], label: string, sentence: string): StageView => ({
  name,
  label,
  state: 'passed',
  sentence,
  causes: [],
});

const RULE = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: system:kubelet-api-admin
rules:
- apiGroups: [""]
  resources: ["nodes/proxy", "nodes/log", "nodes/stats", "nodes/metrics"]
  verbs: ["*"]
`;

const question = (
  id: QuestionView['id'],
  standing: QuestionView['standing'],
  short: string,
  sentence: string,
): QuestionView => ({ id, standing, short, sentence, causes: [] });

/** A refusal at the fifth gate, with links of every kind. */
export const REFUSED: Omit<RequestView, 'number' | 'line' | 'guess'> = {
  typed: false,
  server: 'kubelet',
  through: null,
  node: 'node01',
  port: 10250,
  questions: [
    question('reach', 'yes', 'Yes', 'Through port 10250 by TLS 1.3: /metrics leads to the handler of metrics.'),
    {
      ...question('who', 'yes', 'bob', 'The certificate is good: this is bob, groups dev, system:authenticated.'),
      causes: [{ kind: 'place', label: 'config.yaml 9', place: { file: CONFIG, line: 9 } }],
    },
    {
      ...question('may', 'no', '403', 'Webhook asked the API server: may bob get nodes/metrics? No rule grants it.'),
      causes: [
        { kind: 'place', label: 'config.yaml 11', place: { file: CONFIG, line: 11 } },
        { kind: 'rule', label: 'a rule', title: 'system:kubelet-api-admin', yaml: RULE },
        { kind: 'text', label: 'and plain words' },
      ],
    },
  ],
  stages: [
    passed('connect', 'Connect', '127.0.0.1 to 10250.'),
    passed('tls', 'TLS', '1.3; the client sent CN=bob, O=dev.'),
    passed('route', 'Route', 'GET /metrics.'),
    {
      ...passed('authenticate', 'Authenticate', 'A certificate: bob, groups dev, system:authenticated. Trusted by'),
      causes: [{ kind: 'place', label: 'config.yaml 9', place: { file: CONFIG, line: 9 } }],
    },
    {
      name: 'authorize',
      label: 'Authorize',
      state: 'refused',
      sentence: 'May bob get nodes/metrics? No rule grants it.',
      causes: [
        { kind: 'place', label: 'config.yaml 11', place: { file: CONFIG, line: 11 } },
        { kind: 'rule', label: '6 bindings looked at', title: 'system:kubelet-api-admin', yaml: RULE },
      ],
    },
    { name: 'handle', label: 'Handle', state: 'not-reached', sentence: '', causes: [] },
  ],
  headline: '403',
  outcome: 'refused',
  sentence: 'bob is known but not allowed.',
  stdout: 'Forbidden (user=bob, verb=get, resource=nodes, subresource(s)=[metrics])',
  stderr: '',
  exitCode: 0,
};

/** A stranger let in. */
export const ALLOWED: Omit<RequestView, 'number' | 'line' | 'guess'> = {
  ...REFUSED,
  questions: [
    question('reach', 'yes', 'Yes', 'Through port 10250 by TLS 1.3: /pods leads to the handler of pods.'),
    {
      ...question(
        'who',
        'yes',
        'system:anonymous',
        'No credentials were sent, so the request becomes system:anonymous.',
      ),
      causes: [{ kind: 'place', label: '10-kubeadm.conf 9', place: { file: DROPIN, line: 9 } }],
    },
    question('may', 'yes', 'Yes', 'Mode AlwaysAllow: whoever got past authentication may do anything.'),
  ],
  stages: [
    passed('connect', 'Connect', '127.0.0.1 to 10250.'),
    passed('tls', 'TLS', '1.3; the client sent no certificate.'),
    passed('route', 'Route', 'GET /pods.'),
    {
      ...passed('authenticate', 'Authenticate', 'A stranger: system:anonymous. Let in by'),
      causes: [{ kind: 'place', label: '10-kubeadm.conf 9', place: { file: DROPIN, line: 9 } }],
    },
    passed('authorize', 'Authorize', 'Nobody was asked: the mode is AlwaysAllow.'),
    { ...passed('handle', 'Handle', 'The pods of node01.'), state: 'answered' },
  ],
  headline: '200',
  outcome: 'allowed',
  sentence: 'The kubelet told a stranger every pod.',
  stdout: `{"kind":"PodList","apiVersion":"v1","metadata":{},"items":[${'{"metadata":{"name":"web","namespace":"default"}},'.repeat(30)}{}]}`,
};

/** Nobody listens. */
export const UNREACHED: Omit<RequestView, 'number' | 'line' | 'guess'> = {
  ...REFUSED,
  typed: false,
  server: 'kubelet',
  through: null,
  node: 'node01',
  port: 10255,
  questions: [
    question('reach', 'no', 'No', 'The running kubelet keeps port 10255 closed.'),
    question('who', 'not-asked', 'Not asked', 'The request ended at Connect, before this was asked.'),
    question('may', 'not-asked', 'Not asked', 'The request ended at Connect, before this was asked.'),
  ],
  stages: REFUSED.stages.map((stage, index) =>
    index === 0
      ? { ...stage, state: 'refused', sentence: 'Nothing listens on 10255.', causes: [] }
      : { ...stage, state: 'not-reached', causes: [] },
  ),
  headline: 'refused',
  outcome: 'failed',
  sentence: 'No connection: the port is closed.',
  stdout: '',
  stderr: 'curl: (7) Failed to connect to localhost port 10255 after 0 ms: Connection refused',
  exitCode: 7,
};

/** A session in the middle of its work, with something in every part of the screen. */
export const START: SessionView = {
  scenario: {
    id: 'the-flag-that-wins',
    title: 'The flag that wins',
    story: [
      'A colleague closed anonymous access on node01 yesterday: the file says so. The scanner agrees. A stranger still reads every pod.',
    ],
    goal: 'Find out why, and close the door for good.',
  },
  tasks: [
    {
      id: 'stranger',
      title: 'A stranger is refused at 10250',
      state: 'unmet',
      detail: 'Expected 401, got 200. The running kubelet has anonymous access on, although config.yaml turns it off.',
      question: null,
    },
    {
      id: 'insider',
      title: 'A known user without rights is refused too',
      state: 'met',
      detail: 'Bob gets 403.',
      question: null,
    },
    {
      id: 'restart',
      title: 'It stays closed after a restart',
      state: 'waiting',
      detail: 'Not reached yet: depends on the first task.',
      question: null,
    },
  ],
  mustWork: [
    { id: 'node', title: 'node01 is Ready', works: true, detail: 'node01 is Ready.' },
    {
      id: 'logs',
      title: 'kubectl logs',
      works: false,
      detail: 'The API server asked for the logs of default/web-node01/nginx and got 401.',
    },
  ],
  solved: false,
  debrief: ['A flag on the command line is read last. The file was right, and it did not matter.'],
  reference: {
    lines: ['systemctl restart kubelet'],
    comparison:
      'You needed 1 restart, changed 1 file and sent 3 requests by curl. It took no command and 1 edit of yours, not counting those that only look at a node or lead to one. The way below takes 3 commands, 1 of them to restart the kubelet.',
  },
  hints: {
    opened: [{ level: 'nudge', text: 'Ask the process, not the file: what was the kubelet started with?' }],
    left: 2,
  },
  allowed: EVERYTHING_ALLOWED,
  nodes: [
    { name: 'controlplane', role: 'control plane', ready: true, selected: false },
    { name: 'node01', role: 'worker', ready: true, selected: true },
  ],
  node: { name: 'node01', ready: true, clock: '09:14:32', version: '1.36.3', running: '1.36.3' },
  files: [
    {
      node: 'node01',
      path: CONFIG,
      text: CONFIG_TEXT,
      permissions: '-rw-r--r-- root root',
      language: 'kubelet-yaml',
      changed: false,
      problems: [
        {
          line: 15,
          column: 15,
          endLine: 15,
          endColumn: 22,
          severity: 'warning',
          message: 'cgroupDriver is read from the container runtime from 1.36 on.',
        },
      ],
      marks: [
        {
          line: 4,
          kind: 'beaten',
          text: 'beaten by --anonymous-auth=true, 10-kubeadm.conf line 9',
          to: { file: DROPIN, line: 9 },
        },
        { line: 6, kind: 'note', text: '0s means the default, 2m', to: null },
      ],
    },
    {
      node: 'node01',
      path: DROPIN,
      text: DROPIN_TEXT,
      permissions: '-rw-r--r-- root root',
      language: 'systemd',
      changed: true,
      problems: [
        {
          line: 9,
          column: 24,
          endLine: 9,
          endColumn: 45,
          severity: 'error',
          message: 'Flag --anonymous-auth has been deprecated.',
        },
      ],
      marks: [],
    },
    {
      node: 'node01',
      path: ENV,
      text: 'KUBELET_KUBEADM_ARGS="--pod-infra-container-image=registry.k8s.io/pause:3.10"\n',
      permissions: '-rw-r--r-- root root',
      language: 'environment',
      changed: false,
      problems: [],
      marks: [],
    },
    {
      node: 'node01',
      path: UNIT,
      text: '[Unit]\nDescription=kubelet: The Kubernetes Node Agent\n\n[Service]\nExecStart=/usr/bin/kubelet\nRestart=always\nRestartSec=10\n\n[Install]\nWantedBy=multi-user.target\n',
      permissions: '-rw-r--r-- root root',
      language: 'systemd',
      changed: false,
      problems: [],
      marks: [],
    },
    {
      node: 'node01',
      path: '/etc/default/kubelet',
      text: 'KUBELET_EXTRA_ARGS=\n',
      permissions: '-rw-r--r-- root root',
      language: 'environment',
      changed: false,
      problems: [],
      marks: [],
    },
  ],
  strip: {
    disk: { text: 'edited 14 s ago' },
    loaded: { text: 'unit from 09:02', differsFromDisk: true },
    running: { text: 'pid 812, since 09:02', differsFromLoaded: false },
    state: 'running',
    owed: ['daemon-reload', 'restart'],
    restartInSeconds: null,
    versions: null,
  },
  ports: [
    { port: 10250, role: 'main', open: true, words: ['HTTPS, all addresses', 'asks for a client certificate'] },
    { port: 10255, role: 'read-only', open: false, words: ['readOnlyPort 0'] },
    { port: 10248, role: 'healthz', open: true, words: ['HTTP, loopback', 'health only'] },
  ],
  requests: [
    {
      ...ALLOWED,
      number: 1,
      line: 'curl -sk https://localhost:10250/pods',
      guess: { guessed: '401', right: false },
    },
    {
      number: 2,
      line: 'curl -skq --wat https://localhost:10250/pods',
      stdout: '',
      stderr: "curl: option --wat: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information",
      exitCode: 2,
    },
    {
      ...REFUSED,
      number: 3,
      line: 'curl -sk https://localhost:10250/metrics --cert bob.crt --key bob.key',
      guess: { guessed: '403', right: true },
    },
  ],
  readyRequests: [
    { label: 'Pods, as a stranger', line: 'curl -sk https://localhost:10250/pods' },
    {
      label: 'Metrics, as bob',
      line: 'curl -sk https://localhost:10250/metrics --cert bob.crt --key bob.key',
    },
    { label: 'Pods, read-only port', line: 'curl -s http://localhost:10255/pods' },
    { label: 'Healthy?', line: 'curl -s http://localhost:10248/healthz' },
  ],
  predictions: { right: 1, asked: 2 },
  settings: [
    {
      path: 'authentication.anonymous.enabled',
      value: 'true',
      source: 'flag, 10-kubeadm.conf 9',
      place: { file: DROPIN, line: 9 },
      beaten: [{ text: 'false, config.yaml 4', place: { file: CONFIG, line: 4 } }],
      risky: true,
    },
    {
      path: 'authorization.mode',
      value: 'Webhook',
      source: 'config.yaml 11',
      place: { file: CONFIG, line: 11 },
      beaten: [],
      risky: false,
    },
    {
      path: 'authentication.x509.clientCAFile',
      value: '/etc/kubernetes/pki/ca.crt',
      source: 'config.yaml 9',
      place: { file: CONFIG, line: 9 },
      beaten: [],
      risky: false,
    },
    {
      path: 'readOnlyPort',
      value: '0',
      source: 'default with a config file',
      place: null,
      beaten: [],
      risky: false,
    },
  ],
  journal: [
    {
      time: '09:02:11',
      who: 'systemd[1]',
      level: 'info',
      text: 'Started kubelet.service - kubelet: The Kubernetes Node Agent.',
      place: null,
    },
    {
      time: '09:02:11',
      who: 'kubelet[812]',
      level: 'warning',
      text: "Flag --anonymous-auth has been deprecated, This parameter should be set via the config file specified by the Kubelet's --config flag.",
      place: { file: DROPIN, line: 9 },
    },
    {
      time: '09:02:12',
      who: 'kubelet[812]',
      level: 'info',
      text: 'I1124 09:02:12.000000     812 server.go:212] "Starting to listen" address="0.0.0.0" port=10250',
      place: null,
    },
  ],
  undo: 'edit of 10-kubeadm.conf',
  redo: null,
  saved: { state: 'saved', words: 'saved' },
};

/** What bob was asked, and a grant that should make one hesitate. */
export const ACCESS: AccessView = {
  reviews: [
    {
      title: 'get nodes/pods',
      json: '{\n  "kind": "SubjectAccessReview"\n}',
      answer: 'Not allowed: no rule grants it.',
      outcome: 'refused',
      cached: true,
    },
    {
      title: 'get nodes/proxy',
      json: '{\n  "kind": "SubjectAccessReview"\n}',
      answer: 'Allowed by rule 1 of ClusterRole proxy, through ClusterRoleBinding proxy.',
      outcome: 'allowed',
      cached: false,
    },
  ],
  grant: {
    sentence: 'Allows bob exactly this: get nodes/pods on node node01.',
    yaml: RULE,
    dangers: ['nodes/proxy stands for every path without a subresource of its own.'],
  },
};

/** A stranger who got in, beside bob who did not. */
export const PARTED: ComparisonView = {
  parting: 'authorize',
  sentence: 'They part at Authorize.',
  sides: [
    {
      number: 1,
      words: 'goes on',
      sentence: 'Nobody was asked: the mode is AlwaysAllow.',
      causes: [{ kind: 'place', label: '10-kubeadm.conf 9', place: { file: DROPIN, line: 9 } }],
    },
    { number: 3, words: 'ends here', sentence: 'May bob get nodes/metrics? No rule grants it.', causes: [] },
  ],
  differing: ['tls', 'authenticate'],
};
