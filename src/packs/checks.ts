import * as v from 'valibot';
import { about, several, whole } from './about.ts';
import { absolutePath, container, curlLine, mode, owner, reference, scalar, slug, subject, text } from './fields.ts';

const node = v.optional(about("The node that it is about; the scenario's own when absent.", slug));

/** What a request may end with: a status, a connection that is not taken, a handshake that fails. */
export const answerSchema = v.picklist([
  '200',
  '101',
  '400',
  '401',
  '403',
  '404',
  '405',
  '500',
  'refused',
  'TLS alert',
  'client left',
]);

const ofContainer = about('A container of a pod on the node. Static pods carry the node in their name.', container);
const works = v.optional(about('`false` asks for the opposite.', v.boolean()), true);
const fieldPath = about('A field of the kubelet configuration, its path joined by dots.', text);

/** One predicate over behaviour. Each is asked of a copy of the world; the text of a file is never looked at. */
export const checkSchema = v.variant('check', [
  about(
    'A request, as a learner would type it on the node, is answered so. While no kubelet runs, nothing is proved.',
    v.strictObject({
      check: v.literal('answer'),
      line: about('The request: a curl line, typed on the node as root in `/root`.', curlLine),
      is: about('How it ends: a status, a connection that is not taken, a handshake that fails.', answerSchema),
      who: about("Who asks, in words for the task's detail.", text),
      node,
    }),
    { check: 'answer', who: 'a stranger', line: 'curl -sk https://localhost:10250/pods', is: '401' },
  ),
  about(
    'A field of the effective configuration has this value, one of these, not this, or more than that.',
    v.strictObject({
      check: v.literal('effective'),
      path: fieldPath,
      is: v.optional(about('This value.', scalar)),
      oneOf: v.optional(about('One of these.', several(scalar, 'needs at least one value'))),
      not: v.optional(about('Anything but this.', scalar)),
      moreThan: v.optional(about('A number that is greater than this one.', v.number())),
      node,
    }),
    { check: 'effective', path: 'authentication.anonymous.enabled', is: false },
  ),
  about(
    'The value in force of a field comes from there.',
    v.strictObject({
      check: v.literal('source'),
      path: fieldPath,
      from: about(
        'The file of `--config`, a drop-in of `--config-dir`, a flag, or nowhere.',
        v.picklist(['file', 'drop-in', 'flag', 'default']),
      ),
      node,
    }),
    { check: 'source', path: 'readOnlyPort', from: 'file' },
  ),
  about(
    "The API server, with its own client certificate, gets a container's logs: what `kubectl logs` needs.",
    v.strictObject({ check: v.literal('logs'), of: ofContainer, works, node }),
    { check: 'logs', of: 'default/web-node01/nginx' },
  ),
  about(
    'The API server, with its own client certificate, begins a command in a container: what `kubectl exec` needs.',
    v.strictObject({ check: v.literal('exec'), of: ofContainer, works, node }),
    { check: 'exec', of: 'default/web-node01/nginx', works: false },
  ),
  about("The node's kubelet reports to the API server.", v.strictObject({ check: v.literal('node-ready'), node }), {
    check: 'node-ready',
  }),
  about(
    'The API server would allow this, or not: `kubectl auth can-i`.',
    v.strictObject({
      check: v.literal('can'),
      who: about('Who.', subject),
      verb: about('`get`, `create`, …', text),
      resource: about(
        'With its subresource and its group, where it has them.',
        text,
        'nodes/metrics',
        'clusterrolebindings.rbac.authorization.k8s.io',
      ),
      name: v.optional(about('One object only.', v.string()), ''),
      namespace: v.optional(about('Where; everywhere when empty.', v.string()), ''),
      allowed: about('Whether it must be.', v.boolean()),
    }),
    { check: 'can', who: 'sa:monitoring/prometheus', verb: 'get', resource: 'nodes/proxy', allowed: false },
  ),
  about(
    'No binding gives a subject any role, or this one. Those that every cluster is born with do not count.',
    v.strictObject({
      check: v.literal('unbound'),
      who: about('Who.', subject),
      role: v.optional(about('The name of a Role or ClusterRole.', text)),
    }),
    { check: 'unbound', who: 'anonymous' },
  ),
  about(
    'A file has these rights, or is not there.',
    v.strictObject({
      check: v.literal('file'),
      path: about('Its path.', absolutePath),
      mode: v.optional(about('At most these bits, in quotes.', mode)),
      owner: v.optional(about('Its user.', owner)),
      group: v.optional(about('Its group.', owner)),
      exists: v.optional(about('`false`: it is not there.', v.boolean()), true),
      node,
    }),
    { check: 'file', path: '/var/lib/kubelet/config.yaml', mode: '0600', owner: 'root', group: 'root' },
  ),
  about(
    'Since the kubelet was last started no line of its journal holds this text.',
    v.strictObject({ check: v.literal('journal-without'), text: about('What is looked for.', text), node }),
    { check: 'journal-without', text: 'unknown field' },
  ),
  about(
    'Whose the serving certificate in use is.',
    v.strictObject({
      check: v.literal('serving'),
      by: about(
        'Issued by the cluster, by the kubelet itself, from the file of `tlsCertFile`, or not there.',
        v.picklist(['cluster', 'self', 'files', 'none']),
      ),
      node,
    }),
    { check: 'serving', by: 'cluster' },
  ),
  about(
    "The kubelet's state as systemd tells it.",
    v.strictObject({
      check: v.literal('kubelet'),
      is: about(
        '`waiting`: it ended, and is started again soon.',
        v.picklist(['running', 'stopped', 'failed', 'waiting']),
      ),
      node,
    }),
    { check: 'kubelet', is: 'running' },
  ),
  about(
    'The API server holds such an object, or does not.',
    v.strictObject({
      check: v.literal('object'),
      object: about('Which.', reference),
      exists: about('Whether it must be there.', v.boolean()),
    }),
    { check: 'object', object: { kind: 'ClusterRoleBinding', name: 'dashboard-fix' }, exists: false },
  ),
  about(
    "Every approved signing request is one of these nodes'.",
    v.strictObject({ check: v.literal('approved-only'), nodes: about('Their names.', v.array(slug)) }),
    { check: 'approved-only', nodes: ['node01'] },
  ),
  about(
    'What the API server that runs does by one of its flags.',
    v.strictObject({
      check: v.literal('api-server'),
      flag: about(
        'Without its dashes.',
        v.picklist([
          'authorization-mode',
          'enable-admission-plugins',
          'anonymous-auth',
          'kubelet-client-certificate',
          'kubelet-certificate-authority',
        ]),
      ),
      is: about("`Node,RBAC`; the plugin's name; `false`; for files `set` or `unset`.", text),
    }),
    { check: 'api-server', flag: 'authorization-mode', is: 'Node,RBAC' },
  ),
  about(
    'The kubelet runs such a static pod, or does not.',
    v.strictObject({
      check: v.literal('static-pod'),
      name: about("As its manifest has it, without the node's name.", text),
      exists: about('Whether it must run.', v.boolean()),
      node,
    }),
    { check: 'static-pod', name: 'web', exists: true },
  ),
  about(
    'The report of the CIS benchmark (kube-bench, cis-1.12) says this of one of its checks of a node.',
    v.strictObject({
      check: v.literal('benchmark'),
      id: about('Its number.', v.pipe(v.string(), v.regex(/^4(\.\d+)+$/, 'must be a number such as 4.2.1'))),
      is: about('What the report says.', v.picklist(['PASS', 'FAIL', 'WARN'])),
      node,
    }),
    { check: 'benchmark', id: '4.2.1', is: 'PASS' },
  ),
  about(
    'In this run such a request was sent, and so answered. What is left out may be anything.',
    v.strictObject({
      check: v.literal('asked'),
      port: v.optional(about('The port that was asked.', whole(1, 65_535))),
      path: v.optional(
        about("What the request's path begins with.", v.pipe(v.string(), v.regex(/^\//, 'must begin with a slash'))),
      ),
      who: v.optional(
        about(
          'What the request showed, whether or not anybody looked at it.',
          v.picklist(['anonymous', 'certificate', 'token']),
        ),
      ),
      is: v.optional(about('What it ended with.', answerSchema)),
      node: v.optional(about("Whose port it was; any node's when absent.", slug)),
    }),
    { check: 'asked', port: 10250, path: '/pods', who: 'anonymous', is: '401' },
  ),
  about(
    "What the learner answered to the task's question is one of these, whatever its case.",
    v.strictObject({
      check: v.literal('reply'),
      is: about('Right answers.', several(text, 'needs at least one answer')),
    }),
    { check: 'reply', is: ['30 seconds'] },
  ),
]);

export type Check = v.InferOutput<typeof checkSchema>;
