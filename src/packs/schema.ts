import * as v from 'valibot';
import { about, several, whole } from './about.ts';
import { type Check, checkSchema } from './checks.ts';
import { absolutePath, curlLine, mode, owner, reference, slug, text } from './fields.ts';

export const checksSchema = several(checkSchema, 'needs at least one check');

/** The named worlds that packs start from. */
export const baseSchema = about(
  'The world to start from. `kubeadm-node`: a control plane and a worker as kubeadm leaves it. `lecture-node`: the worker was installed by hand, all flags in one unit, no `--config`. `kubeadm-cluster`: a control plane and two workers. `fleet`: a control plane and a hundred workers, some of which have drifted. The learner sits at `node01`.',
  v.picklist(['kubeadm-node', 'lecture-node', 'kubeadm-cluster', 'fleet']),
);

export const questionSchema = v.strictObject({
  text: about('What is asked.', text),
  options: v.optional(about('To choose from; a text is typed when there are none.', v.array(text)), []),
});

export const taskSchema = v.strictObject({
  id: about('By which other tasks and wrong fixes name it.', slug),
  title: about('What is asked, in a few words.', text),
  weight: v.optional(about('How much of the scenario it is, beside the others.', whole(1, 10)), 1),
  afterRestart: v.optional(
    about('Judge it on a copy after `daemon-reload` and a restart, not as it runs now.', v.boolean()),
    false,
  ),
  afterUpgrade: v.optional(
    about(
      'Judge it on a copy after the next `kubeadm upgrade node` and a restart, on each node that its checks name.',
      v.boolean(),
    ),
    false,
  ),
  after: v.optional(about('Earlier tasks that must be met before this one is judged.', v.array(slug)), []),
  question: v.optional(about('What the learner is asked and answers in words.', questionSchema)),
  checks: about('All of them must hold.', checksSchema),
});

export const mustWorkSchema = v.strictObject({
  id: about('By which wrong fixes name it.', slug),
  title: about('What must work, in a few words.', text),
  checks: about('All of them must hold.', checksSchema),
});

const diagnosisId = v.pipe(v.string(), v.regex(/^W([1-9]|1[0-9]|2[0-7])$/, 'must be W1 to W27'));

const filesSchema = {
  files: v.optional(about('Texts by path: files written whole.', v.record(absolutePath, v.string())), {}),
  copies: v.optional(
    about(
      'Files that are copies of others of the base: copy, original. They are made first.',
      v.record(absolutePath, absolutePath),
    ),
    {},
  ),
  replaced: v.optional(
    about(
      'Texts of files that are others at the start. They are replaced last.',
      v.array(
        v.strictObject({
          file: about('A file of the base, a copy, or a file written whole.', absolutePath),
          find: about('What stands there. It must.', text),
          with: about('What stands there instead.', v.string()),
        }),
      ),
    ),
    [],
  ),
  removed: v.optional(about('Files that are taken away.', v.array(absolutePath)), []),
  modes: v.optional(about('Modes by path: `"0644"`.', v.record(absolutePath, mode)), {}),
  owners: v.optional(
    about(
      'User and group by path.',
      v.record(absolutePath, v.strictObject({ user: about('Its owner.', owner), group: about('Its group.', owner) })),
    ),
    {},
  ),
  sysctls: v.optional(
    about(
      'Kernel parameters by name: `vm.panic_on_oom: "1"`. Set after the kubelet was started, which sets its own.',
      v.record(text, v.string()),
    ),
    {},
  ),
};

export const startSchema = v.strictObject({
  ...filesSchema,
  nodes: v.optional(
    about(
      'The same keys for other nodes, by their name: `controlplane`, `node02`.',
      v.record(slug, v.strictObject(filesSchema)),
    ),
    {},
  ),
  objects: v.optional(
    about(
      'Objects of the cluster that are applied, as kubectl would.',
      v.array(v.looseObject({ kind: about('With `apiVersion`, `metadata` and whatever the kind has.', text) })),
    ),
    [],
  ),
  deleted: v.optional(about('Objects of the cluster that are taken away.', v.array(reference)), []),
  afterwards: v.optional(
    about(
      'Texts by path, written after the kubelet was started: edited, and never restarted for.',
      v.record(absolutePath, v.string()),
    ),
    {},
  ),
});

/** What is typed on the node, a line each; a line may hold several, as a here-document does. */
export const typedSchema = several(text, 'needs at least one line');

const hintsSchema = v.strictObject({
  nudge: about('The question to ask oneself. It names no setting, file or command that mends.', text),
  pointer: about('Where to look.', text),
  answer: about('What to do, whole: who follows it has solved all tasks.', text),
});

const alternativesSchema = v.optional(
  about(
    'Other ways that are just as right. At least one.',
    v.array(
      v.strictObject({
        title: about('How it differs, in a few words.', text),
        lines: about('What is typed on the node.', typedSchema),
      }),
    ),
  ),
  [],
);

const tabsSchema = about('The files that lie open, in order.', several(absolutePath));

const variantsSchema = v.strictObject({
  names: v.optional(
    about(
      "Names of the pack's own, such as those of files, folders and objects that its start makes, each with others that may take its place. Whole words are replaced, everywhere in the pack. Node names and `bob` change by themselves; other names of the base (`web`, `prometheus`) stay.",
      v.record(text, several(text)),
      { 'dashboard-fix': ['portal-fix', 'wallboard'] },
    ),
    {},
  ),
  plants: v.optional(
    about(
      'Other mistakes of the same kind than the one of `start`. A seed chooses one, or that of `start`; the texts and the tasks of the scenario must fit all. Wrong fixes belong to that of `start` only.',
      v.array(
        v.strictObject({
          id: about('Its name within the pack.', slug),
          start: about('Instead of `start`.', startSchema),
          tabs: v.optional(tabsSchema),
          hints: v.optional(about('Instead of `hints`.', hintsSchema)),
          debrief: v.optional(about('Instead of `debrief`.', v.array(text))),
          solution: about('Instead of `solution`.', typedSchema),
          alternatives: alternativesSchema,
        }),
      ),
    ),
    [],
  ),
});

export const requestsSchema = about(
  'Requests that lie ready.',
  v.array(
    v.strictObject({
      label: about('Who asks for what.', text),
      line: about('As typed on the node.', curlLine),
    }),
  ),
);

export const scenarioSchema = about(
  'A scenario: a node that is not as it should be, and tasks to mend it.',
  v.strictObject({
    id: about("The folder's name.", slug),
    title: about('The name for people.', text),
    order: about(
      'Its place among all scenarios, from 1; the easier ones are offered before it whatever their place.',
      whole(1),
    ),
    minutes: about('How long it takes somebody who meets it for the first time.', whole(1)),
    difficulty: about(
      '1: one edit. 2: find and mend. 3: several parts that depend on each other.',
      v.picklist([1, 2, 3]),
    ),
    teaches: about('What it teaches, each in a few words.', several(text, 'needs at least one thing that is taught')),
    tags: about(
      'By which it is found.',
      v.strictObject({
        cis: about(
          'Numbers of one edition of the CIS Kubernetes Benchmark; they drift between editions.',
          v.strictObject({
            profile: about('The edition, as kube-bench calls it.', v.picklist(['cis-1.12'])),
            ids: about(
              'Its checks.',
              v.array(v.pipe(v.string(), v.regex(/^\d+(\.\d+)+$/, 'must be a number such as 4.2.1'))),
            ),
          }),
        ),
        cks: about(
          'The domain of the CKS curriculum.',
          v.picklist([
            'Cluster Setup',
            'Cluster Hardening',
            'System Hardening',
            'Minimize Microservice Vulnerabilities',
            'Supply Chain Security',
            'Monitoring, Logging and Runtime Security',
          ]),
        ),
      }),
    ),
    kubernetes: about('The version of all nodes.', v.picklist(['1.36.3', '1.34.9', '1.31.14'])),
    sinceMinor: v.optional(
      about('The oldest minor on which it is judged alike: what it teaches came with it.', whole(1)),
      31,
    ),
    base: baseSchema,
    story: about('What happened, paragraphs.', several(text)),
    goal: about('What is so in the end, in a sentence.', text),
    start: about(
      'What is other than in the base, on `node01`, on other nodes, and in the cluster. Kubelets have been running for an hour with all that.',
      startSchema,
    ),
    tabs: tabsSchema,
    requests: requestsSchema,
    tasks: about('What is asked. Untouched, the start meets none of them.', several(taskSchema)),
    mustWork: v.optional(
      about(
        'What must work whatever else is done, and after the next restart. It gates success and never counts as something achieved.',
        v.array(mustWorkSchema),
      ),
      [],
    ),
    hints: v.optional(about('Help by level. None for a sandbox.', hintsSchema)),
    debrief: about('What is explained once it is solved, paragraphs.', v.array(text)),
    solution: about(
      'A way that is right: lines typed into a shell on the node. Each must end with 0, and each that changes something must be needed.',
      typedSchema,
    ),
    alternatives: alternativesSchema,
    variants: v.optional(
      about(
        'What a seed may change beyond the names of nodes and of people. Whatever it chooses, the tasks stay the same, the start meets none of them, and the solution solves them all.',
        variantsSchema,
      ),
    ),
    wrong: about(
      'Fixes that people really make.',
      v.array(
        v.strictObject({
          title: about('What was done, in a few words.', text),
          lines: about('What is typed. It may end in an error, but each line must be a command.', typedSchema),
          unmet: v.optional(about('Tasks that it leaves unmet.', v.array(slug)), []),
          broken: v.optional(about('What must work and does not any more.', v.array(slug)), []),
          diagnosis: v.optional(about('What the diagnosis must say of it, W1 to W27.', v.array(diagnosisId)), []),
        }),
      ),
    ),
  }),
);

export type { Check };
export type Task = v.InferOutput<typeof taskSchema>;
export type MustWork = v.InferOutput<typeof mustWorkSchema>;
export type Hints = v.InferOutput<typeof hintsSchema>;
export type Variants = v.InferOutput<typeof variantsSchema>;
export type Scenario = v.InferOutput<typeof scenarioSchema>;
