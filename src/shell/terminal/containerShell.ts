import { isRunning } from '#engine/host/containers/podStatus.ts';
import { findPod, workloadOf } from '#engine/host/containers/pods.ts';
import { run } from '#engine/host/containers/shell.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { Frame } from '../foreground.ts';
import type { Piece } from '../written.ts';

/** What a line in a container's shell came to; null when the container is not there any more. */
export interface ContainerLine {
  readonly pieces: readonly Piece[];
  readonly exitCode: number;
  /** The line did not end by itself: it was interrupted. */
  readonly isInterrupted: boolean;
}

/** A line that goes on for longer than this, in the container's milliseconds, is interrupted. */
const PATIENCE = 60_000;

/** Types a line into the shell of a container. What its processes write is not kept by the simulator. */
export function typeInContainer(
  world: World,
  { node, container, program }: Frame & { readonly kind: 'container' },
  line: string,
): ContainerLine | null {
  const found = running(world, node, container);
  if (found === null) return null;
  const { pieces, end } = run([program, '-c', line], found.surroundings, PATIENCE);
  return { pieces, exitCode: end?.code ?? 130, isInterrupted: end === null };
}

/** The prompt of a container's shell: busybox and dash show the directory or a hash, bash tells the pod. */
export function containerPrompt({ container, program }: Frame & { readonly kind: 'container' }): string {
  const [, pod = ''] = container.split('/');
  const name = program.slice(program.lastIndexOf('/') + 1);
  return name === 'bash' ? `root@${pod}:/# ` : '/ # ';
}

function running(world: World, name: string, container: string) {
  const node = nodeNamed(world, name);
  const process = node?.kubelet.process ?? null;
  if (node === undefined || process === null) return null;
  const [namespace = '', pod = '', which = ''] = container.split('/');
  const workload = workloadOf({ node, process, cluster: world.cluster, now: world.now });
  const one = findPod(workload, namespace, pod)?.containers.find(({ name: own }) => own === which);
  return one !== undefined && isRunning(one) ? one : null;
}
