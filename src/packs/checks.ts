import * as v from 'valibot';
import { absolutePath, container, curlLine, mode, owner, reference, scalar, slug, subject, text } from './fields.ts';

/** The node that a check is about; the scenario's own when absent. */
const node = v.optional(slug);

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

/** One predicate over behaviour. Each is asked of a copy of the world; the text of a file is never looked at. */
export const checkSchema = v.variant('check', [
  /** A request, as a learner would type it on the node, is answered so. */
  v.strictObject({
    check: v.literal('answer'),
    line: curlLine,
    is: answerSchema,
    /** Who asks, in words for the task's detail: "a stranger", "bob, who has no rights". */
    who: text,
    node,
  }),
  /** A field of the effective configuration has this value (or one of these, or not this). */
  v.strictObject({
    check: v.literal('effective'),
    path: text,
    is: v.optional(scalar),
    oneOf: v.optional(v.pipe(v.array(scalar), v.minLength(1, 'needs at least one value'))),
    not: v.optional(scalar),
    node,
  }),
  /** The value in force comes from there: a file, a drop-in of `--config-dir`, a flag, or nowhere. */
  v.strictObject({
    check: v.literal('source'),
    path: text,
    from: v.picklist(['file', 'drop-in', 'flag', 'default']),
    node,
  }),
  /** `kubectl logs` works, or does not where that is asked. */
  v.strictObject({ check: v.literal('logs'), of: container, works: v.optional(v.boolean(), true), node }),
  /** `kubectl exec` works, or does not where that is asked. */
  v.strictObject({ check: v.literal('exec'), of: container, works: v.optional(v.boolean(), true), node }),
  /** The node's kubelet reports to the API server. */
  v.strictObject({ check: v.literal('node-ready'), node }),
  /** The API server would allow this, or not: `kubectl auth can-i`. */
  v.strictObject({
    check: v.literal('can'),
    who: subject,
    verb: text,
    /** `nodes/metrics`, `secrets`, `clusterrolebindings.rbac.authorization.k8s.io` */
    resource: text,
    name: v.optional(v.string(), ''),
    namespace: v.optional(v.string(), ''),
    allowed: v.boolean(),
  }),
  /** No binding gives a subject any role, or this one. */
  v.strictObject({ check: v.literal('unbound'), who: subject, role: v.optional(text) }),
  /** A file's mode (at most these bits), owner and group; or that it is there or not. */
  v.strictObject({
    check: v.literal('file'),
    path: absolutePath,
    mode: v.optional(mode),
    owner: v.optional(owner),
    group: v.optional(owner),
    exists: v.optional(v.boolean(), true),
    node,
  }),
  /** Since the kubelet was last started no line of the journal holds this text. */
  v.strictObject({ check: v.literal('journal-without'), text, node }),
  /** The serving certificate in use was issued by the cluster, by the kubelet itself, comes from this file, or is not there. */
  v.strictObject({ check: v.literal('serving'), by: v.picklist(['cluster', 'self', 'files', 'none']), node }),
  /** The kubelet's state as systemd tells it. */
  v.strictObject({ check: v.literal('kubelet'), is: v.picklist(['running', 'stopped', 'failed', 'waiting']), node }),
  /** The API server holds such an object, or does not. */
  v.strictObject({ check: v.literal('object'), object: reference, exists: v.boolean() }),
  /** Every approved signing request is one of these nodes'. */
  v.strictObject({ check: v.literal('approved-only'), nodes: v.array(slug) }),
  /** What the API server that runs does by one of its flags: the modes, whether a plugin is on, whether a file is set. */
  v.strictObject({
    check: v.literal('api-server'),
    flag: v.picklist([
      'authorization-mode',
      'enable-admission-plugins',
      'anonymous-auth',
      'kubelet-client-certificate',
      'kubelet-certificate-authority',
    ]),
    /** `Node,RBAC`, the plugin's name, `false`; `set` and `unset` for files. */
    is: text,
  }),
  /** The kubelet runs such a static pod, or does not. */
  v.strictObject({ check: v.literal('static-pod'), name: text, exists: v.boolean(), node }),
  /** The report of the CIS benchmark (cis-1.12) says this of one of its checks. */
  v.strictObject({
    check: v.literal('benchmark'),
    id: v.pipe(v.string(), v.regex(/^4(\.\d+)+$/, 'must be a number such as 4.2.1')),
    is: v.picklist(['PASS', 'FAIL', 'WARN']),
    node,
  }),
  /** What the learner answered to the task's question is one of these. */
  v.strictObject({
    check: v.literal('reply'),
    is: v.pipe(v.array(text), v.minLength(1, 'needs at least one answer')),
  }),
]);

export type Check = v.InferOutput<typeof checkSchema>;
