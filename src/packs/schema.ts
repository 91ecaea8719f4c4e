import * as v from 'valibot';
import { type Check, checkSchema } from './checks.ts';
import { absolutePath, curlLine, mode, owner, reference, slug, text } from './fields.ts';

export const checksSchema = v.pipe(v.array(checkSchema), v.minLength(1, 'needs at least one check'));

/** The named worlds that packs start from. */
export const baseSchema = v.picklist(['kubeadm-node', 'lecture-node', 'kubeadm-cluster', 'fleet']);

/** What the learner is asked and answers in words: a choice, or a text that they type. */
export const questionSchema = v.strictObject({
  text,
  /** To choose from; a text is typed when there are none. */
  options: v.optional(v.array(text), []),
});

export const taskSchema = v.strictObject({
  id: slug,
  title: text,
  /** How much of the scenario it is, beside the others. */
  weight: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 1),
  /** Judge it on a copy after `daemon-reload` and a restart, or after the next `kubeadm upgrade node`, instead of as it runs now. */
  afterRestart: v.optional(v.boolean(), false),
  afterUpgrade: v.optional(v.boolean(), false),
  /** Tasks that must be met before this one is judged. */
  after: v.optional(v.array(slug), []),
  question: v.optional(questionSchema),
  checks: checksSchema,
});

/** What must work whatever else is done. It gates success and never counts as something achieved. */
export const mustWorkSchema = v.strictObject({ id: slug, title: text, checks: checksSchema });

/** The wrong fixes of the catalogue that people really make. */
const diagnosisId = v.pipe(v.string(), v.regex(/^W([1-9]|1[0-9]|2[0-7])$/, 'must be W1 to W27'));

const filesSchema = {
  files: v.optional(v.record(absolutePath, v.string()), {}),
  /** Files that are copies of others of the base: copy, original. They are made first. */
  copies: v.optional(v.record(absolutePath, absolutePath), {}),
  /** Texts of the base's files that are others at the start: what is sought must be there. They are replaced last. */
  replaced: v.optional(v.array(v.strictObject({ file: absolutePath, find: text, with: v.string() })), []),
  removed: v.optional(v.array(absolutePath), []),
  modes: v.optional(v.record(absolutePath, mode), {}),
  /** `user:group` by path. */
  owners: v.optional(v.record(absolutePath, v.strictObject({ user: owner, group: owner })), {}),
  sysctls: v.optional(v.record(text, v.string()), {}),
};

/** What makes the start differ from its base, on the scenario's node, on others, and in the cluster. */
export const startSchema = v.strictObject({
  ...filesSchema,
  nodes: v.optional(v.record(slug, v.strictObject(filesSchema)), {}),
  /** Objects that are applied, and others that are taken away. */
  objects: v.optional(v.array(v.looseObject({ kind: text })), []),
  deleted: v.optional(v.array(reference), []),
  /** Written after the kubelet was started: what a colleague edited and never restarted for. */
  afterwards: v.optional(v.record(absolutePath, v.string()), {}),
});

/** What is typed on the node, a line each; a line may hold several, as a here-document does. */
export const typedSchema = v.pipe(v.array(text), v.minLength(1, 'needs at least one line'));

/** Help by level: the question to ask oneself, where to look, what to do. */
const hintsSchema = v.strictObject({ nudge: text, pointer: text, answer: text });

/** Other ways that are just as right. */
const alternativesSchema = v.optional(v.array(v.strictObject({ title: text, lines: typedSchema })), []);

/**
 * What a seed may change beyond the names of nodes and of people. Whatever it chooses, the tasks stay the same, the start
 * meets none of them, and the solution solves them all.
 */
const variantsSchema = v.strictObject({
  /** Names that stand in the pack's texts, each with others that may take its place everywhere: `web: [shop, blog]`. */
  names: v.optional(v.record(text, v.pipe(v.array(text), v.minLength(1))), {}),
  /** Other mistakes than the one of `start`, each with the ways that are right then. */
  plants: v.optional(
    v.array(
      v.strictObject({
        id: slug,
        start: startSchema,
        tabs: v.optional(v.pipe(v.array(absolutePath), v.minLength(1))),
        hints: v.optional(hintsSchema),
        debrief: v.optional(v.array(text)),
        solution: typedSchema,
        alternatives: alternativesSchema,
      }),
    ),
    [],
  ),
});

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
  kubernetes: v.picklist(['1.36.3', '1.34.9', '1.31.14']),
  /** The oldest minor on which it is judged alike: what it teaches came with it. */
  sinceMinor: v.optional(v.pipe(v.number(), v.integer()), 31),
  base: baseSchema,
  story: v.pipe(v.array(text), v.minLength(1)),
  goal: text,
  start: startSchema,
  /** The files that the editor opens, in order. */
  tabs: v.pipe(v.array(absolutePath), v.minLength(1)),
  requests: v.array(v.strictObject({ label: text, line: curlLine })),
  tasks: v.pipe(v.array(taskSchema), v.minLength(1)),
  mustWork: v.optional(v.array(mustWorkSchema), []),
  /** None for a sandbox. */
  hints: v.optional(hintsSchema),
  debrief: v.array(text),
  solution: typedSchema,
  alternatives: alternativesSchema,
  /** Absent when a seed changes names only. */
  variants: v.optional(variantsSchema),
  wrong: v.array(
    v.strictObject({
      title: text,
      lines: typedSchema,
      /** Tasks that it leaves unmet. */
      unmet: v.optional(v.array(slug), []),
      /** What must work and does not any more. */
      broken: v.optional(v.array(slug), []),
      /** What the diagnosis must say of it. */
      diagnosis: v.optional(v.array(diagnosisId), []),
    }),
  ),
});

export type { Check };
export type Task = v.InferOutput<typeof taskSchema>;
export type MustWork = v.InferOutput<typeof mustWorkSchema>;
export type Hints = v.InferOutput<typeof hintsSchema>;
export type Variants = v.InferOutput<typeof variantsSchema>;
export type Scenario = v.InferOutput<typeof scenarioSchema>;
