import { goQuote } from '../../config/go/quote.ts';
import { type ContainerLogLine, containerLog } from '../../host/containers/logs.ts';
import { isRunning } from '../../host/containers/podStatus.ts';
import { type ContainerRuntime, findPod, type PodRuntime } from '../../host/containers/pods.ts';
import { parseTime, rfc3339Nano } from '../../time.ts';
import { type Handled, type HandlerContext, queryValue } from './handler.ts';
import { reply, sniffed } from './reply.ts';
import { workload } from './workload.ts';

interface LogOptions {
  readonly previous: boolean;
  readonly timestamps: boolean;
  readonly tailLines: number | null;
  readonly limitBytes: number | null;
  readonly since: number | null;
}

/**
 * `/containerLogs/{namespace}/{pod}/{container}`: the container's log so far. Errors are text, two of them in braces.
 * Models getContainerLogs in pkg/kubelet/server/server.go and validateContainerLogStatus in kubelet_pods.go, v1.36.
 */
export function containerLogs(context: HandlerContext): Handled {
  const { podNamespace = '', podID = '', containerName = '' } = context.route.parameters;
  const options = readOptions(context);
  if (options === 'undecodable') return fail(400, '{"message": "Unable to decode query."}');
  if (options === 'invalid') return fail(422, '{"message": "Invalid request."}');
  const pod = findPod(workload(context), podNamespace, podID);
  if (pod === null) return fail(404, `pod ${goQuote(podID)} does not exist`);
  const container = pod.containers.find((one) => one.name === containerName);
  if (container === undefined)
    return fail(404, `container ${goQuote(containerName)} not found in pod ${goQuote(podID)}`);
  const stream = queryValue(context, 'stream');
  if (context.release.traits.logStreams && stream !== '' && stream !== 'All') {
    const advice = 'Please enable PodLogsQuerySplitStreams feature gate in kubelet';
    return fail(400, `unable to return the given log stream: ${goQuote(stream)}. ${advice}`);
  }
  const absence = absent(pod, container, options.previous);
  if (absence !== null) return fail(400, absence);
  const lines = select(containerLog(container, options.previous, context.world.now), options);
  const text = lines.map((line) => (options.timestamps ? `${rfc3339Nano(line.at)} ${line.text}` : line.text)).join('');
  // The handler says itself that the answer is chunked, so Go does not sniff a type.
  return { answer: reply(200, [], options.limitBytes === null ? text : text.slice(0, options.limitBytes)) };
}

function fail(status: number, text: string): Handled {
  return { answer: sniffed(status, text) };
}

function absent(pod: PodRuntime, container: ContainerRuntime, previous: boolean): string | null {
  const which = `container ${goQuote(container.name)} in pod ${goQuote(pod.name)}`;
  if (container.blocked !== null) return `${which} is waiting to start: ${container.blocked.reason}`;
  const { life } = container;
  // A container in back-off has its last attempt as "last state" already.
  const earlier = life.state === 'waiting' || life.previous !== null;
  return previous && (!earlier || (life.previous === null && isRunning(container)))
    ? `previous terminated ${which} not found`
    : null;
}

function select(lines: readonly ContainerLogLine[], { tailLines, since }: LogOptions): readonly ContainerLogLine[] {
  const young = since === null ? lines : lines.filter((line) => line.at >= since);
  return tailLines === null ? young : young.slice(Math.max(0, young.length - tailLines));
}

function readOptions(context: HandlerContext): LogOptions | 'undecodable' | 'invalid' {
  const tail = queryValue(context, 'tail');
  const numbers = {
    tailLines: tail === '' ? whole(context.query.get('tailLines')?.[0]) : tail === 'all' ? null : whole(tail),
    limitBytes: whole(context.query.get('limitBytes')?.[0]),
    sinceSeconds: whole(context.query.get('sinceSeconds')?.[0]),
  };
  const { tailLines, limitBytes, sinceSeconds } = numbers;
  const sinceTime = queryValue(context, 'sinceTime');
  const at = sinceTime === '' ? null : parseTime(sinceTime);
  if (tailLines === 'bad' || limitBytes === 'bad' || sinceSeconds === 'bad') return 'undecodable';
  if (at !== null && Number.isNaN(at)) return 'undecodable';
  if (tailLines !== null && tailLines < 0) return 'invalid';
  if (limitBytes !== null && limitBytes < 1) return 'invalid';
  if (sinceSeconds !== null && (sinceSeconds < 1 || at !== null)) return 'invalid';
  return {
    previous: truth(context.query.get('previous')?.[0]),
    timestamps: truth(context.query.get('timestamps')?.[0]),
    tailLines,
    limitBytes,
    since: sinceSeconds === null ? at : context.world.now - sinceSeconds * 1000,
  };
}

function whole(text: string | undefined): number | 'bad' | null {
  if (text === undefined) return null;
  return /^[+-]?\d{1,18}$/.test(text) ? Number(text) : 'bad';
}

/** Models Convert_Slice_string_To_bool: there and not `0` or `false`. */
function truth(text: string | undefined): boolean {
  return text !== undefined && text !== '0' && text.toLowerCase() !== 'false';
}
