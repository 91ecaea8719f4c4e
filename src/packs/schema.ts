import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by dashes'));
const absolutePath = v.pipe(v.string(), v.regex(/^\/[^\s]*$/, 'must be an absolute path'));
const curlLine = v.pipe(v.string(), v.regex(/^curl\s/, 'must be a curl line'));

const container = v.pipe(v.string(), v.regex(/^[^/]+\/[^/]+\/[^/]+$/, 'must be namespace/pod/container'));

/** What a kubelet may be asked to answer: a status, or a connection that is not taken. */
export const answerSchema = v.picklist(['200', '401', '403', '404', '405', '500', 'refused']);

/** One predicate over behaviour. Each is asked of the running kubelet on a copy of the world. */
export const checkSchema = v.variant('check', [
  v.strictObject({
    check: v.literal('answer'),
    /** The request as a learner would type it. */
    line: curlLine,
    is: answerSchema,
    /** Who asks, in words for the task's detail: "a stranger", "bob, who has no rights". */
    who: text,
  }),
  v.strictObject({
    check: v.literal('effective'),
    path: text,
    is: v.union([v.string(), v.number(), v.boolean()]),
  }),
  /** The API server asks for a container's logs, with its own client certificate. */
  v.strictObject({ check: v.literal('logs'), of: container }),
  /** The API server begins to run a command in a container, with its own client certificate. */
  v.strictObject({ check: v.literal('exec'), of: container }),
  v.strictObject({ check: v.literal('node-ready') }),
]);

export const taskSchema = v.strictObject({
  id: slug,
  title: text,
  /** Judge it on a copy of the node after `daemon-reload` and a restart, instead of as it runs now. */
  afterRestart: v.optional(v.boolean(), false),
  /** Tasks that must be met before this one is judged. */
  after: v.optional(v.array(slug), []),
  checks: v.pipe(v.array(checkSchema), v.minLength(1, 'needs at least one check')),
});

/** What must work whatever else is done. It gates success and never counts as something achieved. */
export const mustWorkSchema = v.strictObject({
  id: slug,
  title: text,
  checks: v.pipe(v.array(checkSchema), v.minLength(1, 'needs at least one check')),
});

/** What is typed on the node, a line each; a line may hold several, as a here-document does. */
const typedSchema = v.pipe(v.array(text), v.minLength(1, 'needs at least one line'));

export const scenarioSchema = v.strictObject({
  id: slug,
  title: text,
  /** Its place among all scenarios, from 1. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** 1: one edit; 2: find and mend; 3: several parts that depend on each other. */
  difficulty: v.picklist([1, 2, 3]),
  /** What it teaches, each in a few words. */
  teaches: v.pipe(v.array(text), v.minLength(1, 'needs at least one thing that is taught')),
  tags: v.strictObject({
    /** Numbers of one edition of the CIS Kubernetes Benchmark; they drift between editions. */
    cis: v.strictObject({
      profile: v.picklist(['cis-1.12']),
      ids: v.array(v.pipe(v.string(), v.regex(/^\d+(\.\d+)+$/, 'must be a number such as 4.2.1'))),
    }),
    /** The domain of the CKS curriculum. */
    cks: v.picklist([
      'Cluster Setup',
      'Cluster Hardening',
      'System Hardening',
      'Minimize Microservice Vulnerabilities',
      'Supply Chain Security',
      'Monitoring, Logging and Runtime Security',
    ]),
  }),
  kubernetes: v.picklist(['1.36.3']),
  base: v.picklist(['kubeadm-node', 'lecture-node', 'kubeadm-cluster']),
  story: v.pipe(v.array(text), v.minLength(1)),
  goal: text,
  start: v.strictObject({
    files: v.optional(v.record(absolutePath, v.string()), {}),
    /** Files that are copies of others of the base: copy, original. They are made first. */
    copies: v.optional(v.record(absolutePath, absolutePath), {}),
  }),
  /** The files that the editor opens, in order. */
  tabs: v.pipe(v.array(absolutePath), v.minLength(1)),
  requests: v.array(v.strictObject({ label: text, line: curlLine })),
  tasks: v.pipe(v.array(taskSchema), v.minLength(1)),
  mustWork: v.optional(v.array(mustWorkSchema), []),
  hints: v.array(text),
  debrief: v.array(text),
  solution: typedSchema,
  /** Other ways that are just as right. */
  alternatives: v.optional(v.array(v.strictObject({ title: text, lines: typedSchema })), []),
  wrong: v.array(
    v.strictObject({
      title: text,
      lines: typedSchema,
      /** Tasks that it leaves unmet. */
      unmet: v.optional(v.array(slug), []),
      /** What must work and does not any more. */
      broken: v.optional(v.array(slug), []),
    }),
  ),
});

export type Check = v.InferOutput<typeof checkSchema>;
export type Task = v.InferOutput<typeof taskSchema>;
export type MustWork = v.InferOutput<typeof mustWorkSchema>;
export type Scenario = v.InferOutput<typeof scenarioSchema>;
