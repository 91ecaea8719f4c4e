import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectKey } from '#engine/apiserver/cluster.ts';
import { readText, writeText } from '#engine/host/files.ts';
import type { JsonObject } from '#engine/json.ts';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { runKubectl } from '#shell/commands/kubectl/dispatch.ts';
import type { Stepper } from '#shell/commands/kubectl/invocation.ts';
import { KUBECTL } from '#shell/commands/kubectl/program.ts';
import { splitWords } from '#shell/words.ts';
import type { Judgement } from './compare.ts';
import { steadyKubectl } from './normalisation.ts';
import type { JudgedCase } from './report.ts';

/** A line that `conformance/kubectl/record.mjs` typed, and all that it printed. */
export interface TypedLine {
  /** The heading in `lines.txt` that it stands under. */
  readonly section: string;
  /** When it was typed. */
  readonly at: string;
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What was there: the objects of `objects.yaml` as the API server kept them, and its answers about pods and nodes. */
interface Stage {
  readonly objects: readonly JsonObject[];
  /** Bodies by path and query. */
  readonly served: Readonly<Record<string, string>>;
  /** Whom the recorder's kubeconfig names; the super-administrator where nothing is said. */
  readonly user?: string;
  /** Files in the recorder's directory, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The lines that were typed one behind the other, and the stage they were typed on; none in older folders. */
export interface TypedLines {
  readonly lines: readonly TypedLine[];
  readonly stage: Stage;
}

const NODE = 'node01';

/** Where the recorder kept its kubeconfig, and typed. */
const HOME = '/tmp/portside-kubectl';

/** Two lists of lines, each typed on a stage of its own. */
export const TYPED = ['kubectl-more', 'kubectl-cks'] as const;

/** Reads the lines of a folder of recordings. Throws when they are not JSON. */
export function readTypedLines(directory: string, list: (typeof TYPED)[number]): TypedLines {
  const path = join(directory, `${list}.jsonl`);
  if (!existsSync(path)) return { lines: [], stage: { objects: [], served: {} } };
  const lines = readFileSync(path, 'utf8').split('\n');
  return {
    lines: lines.filter((line) => line !== '').map((line): TypedLine => JSON.parse(line)),
    stage: JSON.parse(readFileSync(join(directory, `${list}.json`), 'utf8')),
  };
}

/**
 * Types the lines one behind the other on a cluster that holds the recorded objects, and judges what each prints. One
 * case a section.
 */
export function judgeTypedLines({ lines, stage }: TypedLines): readonly JudgedCase[] {
  if (lines.length === 0) return [];
  let world = stageWorld(stage);
  return lines.map((line): JudgedCase => {
    const now = parseTime(line.at);
    const stepper = line.section === 'served' ? answering(stage.served) : step;
    const printed = type(line.command, { ...world, now }, stepper);
    world = printed.events.reduce((at, event) => step(at, event).world, { ...world, now });
    const judgement: Judgement = { what: line.command, difference: differenceOf(line, printed) };
    return { id: `kubectl, ${line.section}`, group: 'kubectl', judgements: [judgement] };
  });
}

function differenceOf(
  line: Pick<TypedLine, 'stdout' | 'stderr' | 'exitCode'>,
  printed: typeof line,
): Judgement['difference'] {
  const [expected, got] = [line, printed].map((one) => {
    const steady = steadyKubectl(one, '');
    return `exit ${one.exitCode}\n${steady.stderr}\n${steady.stdout}`;
  }) as [string, string];
  return expected === got ? null : { expected, got };
}

/** A kubeadm cluster with the recorded objects in it, and the recorder's kubeconfig for its own administrator. */
function stageWorld({ objects, user = 'kubernetes-super-admin', files: written = {} }: Stage): World {
  const { world } = BASES['kubeadm-node'](parseTime('2026-11-24T09:00:00Z'));
  const node = world.nodes[NODE];
  if (node === undefined) throw new Error(`the base has no ${NODE}`);
  const admin = readText(node.host.files, '/root/.kube/config') ?? '';
  const config = admin.replaceAll('kubernetes-admin', user);
  const texts = Object.entries({ ...written, config });
  const files = texts.reduce(
    (sofar, [name, text]) => writeText(sofar, `${HOME}/${name}`, text, world.now, 0o600),
    node.host.files,
  );
  const added = Object.fromEntries(
    objects.map((object) => {
      const { kind, metadata } = object as { kind: string; metadata: { namespace?: string; name: string } };
      return [objectKey({ kind, namespace: metadata.namespace ?? '', name: metadata.name }), object];
    }),
  );
  return {
    ...world,
    nodes: { ...world.nodes, [NODE]: { ...node, host: { ...node.host, files } } },
    cluster: { ...world.cluster, reachable: true, objects: { ...world.cluster.objects, ...added } },
  };
}

/** Answers what was asked then as it was answered then; the rest goes to the simulated API server. */
function answering(served: Readonly<Record<string, string>>): Stepper {
  return (world: World, event: WorldEvent) => {
    const stepped = step(world, event);
    const { trace } = stepped;
    if (event.type !== 'api-request' || trace.kind !== 'api') return stepped;
    const body = Object.hasOwn(served, event.request.path) ? served[event.request.path] : undefined;
    if (body === undefined) return stepped;
    const headers = [['Content-Type', 'application/json']] as const;
    return { world, trace: { ...trace, answer: { kind: 'http', http: '1.1', status: 200, headers, body } } };
  };
}

function type(command: string, world: World, stepper: Stepper) {
  const split = splitWords(command, () => ({ missing: 'no-file' }));
  if (!split.ok) throw new Error(split.message);
  const context = {
    world,
    node: NODE,
    workingDirectory: HOME,
    environment: { HOME: '/root', KUBECONFIG: `${HOME}/config` },
    stdin: '',
    terminal: { stdin: false, stdout: false, columns: 80 },
  };
  return runKubectl(
    KUBECTL,
    split.words.slice(1).map(({ text }) => text),
    context,
    stepper,
  );
}
