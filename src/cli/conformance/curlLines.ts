import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '#engine/host/files.ts';
import { writeText } from '#engine/host/files.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { prepareCurl } from '#shell/commands/curl/prepare.ts';
import { presentCurl } from '#shell/commands/curl/present.ts';
import { RECORDED_NAMES } from './caseNames.ts';
import type { Judgement } from './compare.ts';
import { steadyCurl } from './normalisation.ts';
import { startRecorded } from './play.ts';
import type { RecordedCase, Recordings } from './recording.ts';
import type { JudgedCase } from './report.ts';

/** A command that was typed on the node, and all that it printed. */
export interface RecordedLine {
  readonly program: 'curl' | 'kubectl';
  /** A label for the kubelet's setting. */
  readonly case: string;
  /** What was added to the kubelet's host settings. */
  readonly config: string;
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

type Printed = Pick<RecordedLine, 'stdout' | 'stderr' | 'exitCode'>;

/** When the lines were typed. */
const CLOCK = '2026-11-24T09:10:11Z';

/** Where they were typed; `PKI/` in a line is a folder here. */
const HOME = '/root';

const CONFIG = '/var/lib/kubelet/config.yaml';

/** Reads a program's lines of a folder of recordings; none where there is no `clients.jsonl`. Throws when it is not JSON. */
export function readClientLines(directory: string, program: RecordedLine['program']): readonly RecordedLine[] {
  let text = '';
  try {
    text = readFileSync(join(directory, 'clients.jsonl'), 'utf8');
  } catch {
    return [];
  }
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line): RecordedLine => JSON.parse(line)).filter((line) => line.program === program);
}

/** Plays lines on whole worlds, each on a kubelet that has just started, and judges what they print. One case a line. */
export function judgeCurlLines(lines: readonly RecordedLine[], recordings: Recordings): readonly JudgedCase[] {
  const worlds = new Map<string, World>();
  return lines.map((line) => {
    const world = worlds.get(line.config) ?? lineWorld(line, recordings);
    worlds.set(line.config, world);
    const id = `curl, ${line.case}`;
    return { id, group: 'curl', judgements: [judgement(line, runCurl(line.command, world))] };
  });
}

/** The recording host with a line's configuration, its kubelet started, and the certificates where lines look for them. */
export function lineWorld(line: RecordedLine, recordings: Recordings): World {
  const world = startRecorded(caseOf(line, recordings), recordings);
  const node = world.nodes[RECORDED_NAMES.node];
  if (node?.kubelet.state !== 'running') throw new Error(`the kubelet of "${line.case}" must run`);
  let files: Files = node.host.files;
  for (const [name, pem] of recordings.pki) files = writeText(files, `${HOME}/PKI/${name}`, pem, world.now);
  return { ...world, nodes: { [node.name]: { ...node, host: { ...node.host, files } } } };
}

/** A case like those that judge authentication, with a line's configuration behind the host's settings. */
function caseOf(line: RecordedLine, recordings: Recordings): RecordedCase {
  const base = recordings.cases.find(({ group }) => group === 'auth-file');
  const settings = /^[\s\S]*?^resolvConf: .*\n/m.exec(base?.files[CONFIG] ?? '')?.[0];
  if (base === undefined || settings === undefined)
    throw new Error('the recordings have no case of the group auth-file');
  const files = { ...base.files, [CONFIG]: settings + line.config };
  return { ...base, id: line.command, clock: CLOCK, files, exchanges: [] };
}

/** Types a line into a pipe, as the recorder did: request by request through the learner's own engine and shell. */
export function runCurl(command: string, before: World): Printed {
  const context = { world: before, node: RECORDED_NAMES.node, workingDirectory: HOME, terminal: false };
  let prepared = prepareCurl(command, context);
  let world = before;
  let stdout = '';
  let stderr = '';
  while (prepared.kind === 'request') {
    const result = step(world, prepared.event);
    if (result.trace.kind !== 'request') throw new Error('a request event must leave a request trace');
    world = result.world;
    const shown = presentCurl(prepared.plan, result.trace, world);
    stdout += shown.stdout;
    stderr += shown.stderr;
    if (shown.again === null) return { stdout, stderr, exitCode: shown.exitCode };
    prepared = { kind: 'request', ...shown.again };
  }
  return { stdout: stdout + prepared.stdout, stderr: stderr + prepared.stderr, exitCode: prepared.exitCode };
}

function judgement({ command, ...recorded }: RecordedLine, printed: Printed): Judgement {
  const [expected, got] = [shownOf(recorded, recorded), shownOf(printed, recorded)];
  return { what: command, difference: expected === got ? null : { expected, got } };
}

function shownOf({ stdout, stderr, exitCode }: Printed, recorded: Printed): string {
  const steady = steadyCurl({ stdout, stderr }, recorded.stdout);
  return `exit ${exitCode}\n${steady.stderr}\n${steady.stdout}`;
}
