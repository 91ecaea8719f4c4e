import { goQuote } from '../../config/go/quote.ts';
import { startError } from '../../host/containers/execOutput.ts';
import { isRunning } from '../../host/containers/podStatus.ts';
import { type ContainerRuntime, findPod, type PodRuntime } from '../../host/containers/pods.ts';
import { run as runCommand } from '../../host/containers/shell.ts';
import { type Handled, type HandlerContext, queryValue } from './handler.ts';
import { json, reply, sniffed } from './reply.ts';
import { workload } from './workload.ts';

/** A command of `/run` that does not end is waited for as long as this, in milliseconds: the server's write timeout. */
const PATIENCE = 4 * 3600 * 1000;

/**
 * `POST /run/{namespace}/{pod}/{container}?cmd=`: runs a command, split at single blanks and without a shell, and
 * answers with its output; an exit code other than 0 is a 500. Models getRun in pkg/kubelet/server/server.go, v1.36.
 */
export function run(context: HandlerContext): Handled {
  const { podNamespace = '', podID = '', uid = '', containerName = '' } = context.route.parameters;
  const pod = findPod(workload(context), podNamespace, podID);
  if (pod === null) return { answer: sniffed(404, 'pod does not exist') };
  const container = runningContainer(pod, uid, containerName);
  if (container === null) return { answer: sniffed(500, `container not found (${goQuote(containerName)})`) };
  return execute(container, queryValue(context, 'cmd').split(' '), context);
}

/** The running container that the runtime finds; null when it runs none of that name, or the uid is another's. */
export function runningContainer(pod: PodRuntime, uid: string, name: string): ContainerRuntime | null {
  if (uid !== '' && uid !== pod.uid) return null;
  return pod.containers.find((one) => one.name === name && isRunning(one)) ?? null;
}

function execute(container: ContainerRuntime, argv: readonly string[], context: HandlerContext): Handled {
  const problem = startError(argv, container, context.world.now);
  if (problem !== null) return { answer: sniffed(500, `rpc error: code = Unknown desc = ${problem}`) };
  const { pieces, end } = runCommand(argv, container.surroundings, PATIENCE);
  const output = (stream: 'stdout' | 'stderr'): string =>
    pieces
      .filter((piece) => piece.stream === stream)
      .map((piece) => piece.text)
      .join('');
  if (end !== null && end.code !== 0) {
    return { answer: sniffed(500, `command '${argv.join(' ')}' exited with ${end.code}: ${output('stderr')}`) };
  }
  const body = output('stdout') + output('stderr');
  // Go's append of two nil slices is nil, and nil is not written.
  return { answer: body === '' ? reply(200, [], '') : json(body) };
}
