import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by dashes'));
const absolutePath = v.pipe(v.string(), v.regex(/^\/[^\s]*$/, 'must be an absolute path'));
const curlLine = v.pipe(v.string(), v.regex(/^curl\s/, 'must be a curl line'));

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
  v.strictObject({
    check: v.literal('logs'),
    /** namespace/pod/container, as the API server would ask for them. */
    of: v.pipe(v.string(), v.regex(/^[^/]+\/[^/]+\/[^/]+$/, 'must be namespace/pod/container')),
  }),
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

/** What happens in a solution or a wrong fix, until there is a shell to write it in. */
export const moveSchema = v.variant('do', [
  v.strictObject({ do: v.literal('replace'), file: absolutePath, find: text, with: v.string() }),
  v.strictObject({ do: v.literal('write'), file: absolutePath, text: v.string() }),
  v.strictObject({ do: v.literal('daemon-reload') }),
  v.strictObject({ do: v.literal('restart') }),
  v.strictObject({ do: v.literal('stop') }),
]);

export const scenarioSchema = v.strictObject({
  id: slug,
  title: text,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kubernetes: v.picklist(['1.36.3']),
  base: v.picklist(['kubeadm-node', 'lecture-node']),
  story: v.pipe(v.array(text), v.minLength(1)),
  goal: text,
  start: v.strictObject({ files: v.record(absolutePath, v.string()) }),
  /** The files that the editor opens, in order. */
  tabs: v.pipe(v.array(absolutePath), v.minLength(1)),
  requests: v.array(v.strictObject({ label: text, line: curlLine })),
  tasks: v.pipe(v.array(taskSchema), v.minLength(1)),
  hints: v.array(text),
  debrief: v.array(text),
  solution: v.array(moveSchema),
  wrong: v.array(v.strictObject({ title: text, moves: v.array(moveSchema), unmet: v.array(slug) })),
});

export type Check = v.InferOutput<typeof checkSchema>;
export type Task = v.InferOutput<typeof taskSchema>;
export type Move = v.InferOutput<typeof moveSchema>;
export type Scenario = v.InferOutput<typeof scenarioSchema>;
