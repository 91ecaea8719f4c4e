import { goQuote } from '../../config/go/quote.ts';
import type { World } from '../../world/world.ts';
import { nodeNamed } from '../../world/world.ts';
import { digest } from './digest.ts';
import { isRunning } from './podStatus.ts';
import { type ContainerRuntime, findPod, workloadOf } from './pods.ts';
import { run } from './shell.ts';

/** The output of a command in a container. */
export interface ExecOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** How long it ran, in milliseconds; null when it goes on for ever. */
  readonly lasts: number | null;
  /** Why the runtime could not start it, as the kubelet's stream says it; null when it ran. */
  readonly error: string | null;
}

/** Which container of which pod. */
export interface ContainerPlace {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** A command that does not end is watched for as long as this, in milliseconds. */
const PATIENCE = 3_600_000;

/**
 * What flows over the streams of `kubectl exec` once the kubelet has switched protocols: runs a command in a container of
 * `node` (a key of `World.nodes`) with `stdin` as its input. Null when no such container runs there.
 * Models ExecInContainer through containerd 2.1 and runc, v1.36.
 */
export function execOutput(
  world: World,
  node: string,
  place: ContainerPlace,
  argv: readonly string[],
  stdin = '',
): ExecOutput | null {
  const host = nodeNamed(world, node);
  const process = host?.kubelet.process;
  if (host === undefined || !process) return null;
  const pod = findPod(
    workloadOf({ node: host, process, cluster: world.cluster, now: world.now }),
    place.namespace,
    place.pod,
  );
  const container = pod?.containers.find((one) => one.name === place.container && isRunning(one));
  if (container === undefined) return null;
  const problem = startError(argv, container, world.now);
  if (problem !== null) {
    const error = `Internal error occurred: error executing command in container: ${problem}`;
    return { stdout: '', stderr: '', exitCode: 1, lasts: 0, error };
  }
  const { pieces, end } = run(argv, container.surroundings, PATIENCE, stdin);
  const output = (stream: 'stdout' | 'stderr') =>
    pieces.flatMap((piece) => (piece.stream === stream ? [piece.text] : [])).join('');
  const { at = null, code = 0 } = end ?? {};
  return { stdout: output('stdout'), stderr: output('stderr'), exitCode: code, lasts: at, error: null };
}

/** What containerd says when runc cannot start a command in a container; null when it can. */
export function startError(argv: readonly string[], container: ContainerRuntime, now: number): string | null {
  const why = missing(argv[0] ?? '', container);
  if (why === null) return null;
  const id = digest(`exec ${now} ${argv.join(' ')}`, 64);
  const start = `failed to exec in container: failed to start exec "${id}": OCI runtime exec failed: exec failed`;
  return `${start}: unable to start container process: ${why}: unknown`;
}

function missing(program: string, container: ContainerRuntime): string | null {
  const quoted = goQuote(program);
  if (program.includes('/')) {
    const base = program.slice(program.lastIndexOf('/') + 1);
    const there = /^\/(usr\/)?(local\/)?s?bin\/[^/]+$/.test(program) && container.surroundings.has(base);
    return there ? null : `exec: ${quoted}: stat ${program}: no such file or directory`;
  }
  return container.surroundings.has(program) ? null : `exec: ${quoted}: executable file not found in $PATH`;
}
