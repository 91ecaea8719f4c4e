import { goQuote } from '../../config/go/quote.ts';
import { klogLine } from '../../config/klog.ts';
import { findPod } from '../../host/containers/pods.ts';
import { type Handled, type HandlerContext, headerOf, queryValue } from './handler.ts';
import { httpError, reply, sniffed } from './reply.ts';
import { runningContainer } from './run.ts';
import { workload } from './workload.ts';

/** `/exec/…`: a command with its streams, over an upgraded connection. Models getExec in pkg/kubelet/server/server.go, v1.36. */
export function exec(context: HandlerContext): Handled {
  return stream(context, 'server.go:1020', (name) => `container not found (${goQuote(name)})`);
}

/** `/attach/…`: the streams of the main process. Models getAttach in pkg/kubelet/server/server.go, v1.36. */
export function attach(context: HandlerContext): Handled {
  const { podNamespace = '', podID = '' } = context.route.parameters;
  return stream(context, 'server.go:983', (name) => `container ${name} not found in pod ${podID}_${podNamespace}`);
}

function stream(context: HandlerContext, source: string, notFound: (name: string) => string): Handled {
  const { podNamespace = '', podID = '', uid = '', containerName = '' } = context.route.parameters;
  const asked = (name: string): boolean => queryValue(context, name) === '1';
  if (!asked('input') && !asked('output') && !(asked('error') && !asked('tty'))) {
    return unhandled(source, 'you must specify at least 1 of stdin, stdout, stderr');
  }
  const pod = findPod(workload(context), podNamespace, podID);
  if (pod === null) return { answer: sniffed(404, 'pod does not exist') };
  if (runningContainer(pod, uid, containerName) === null) return { answer: sniffed(500, notFound(containerName)) };
  return upgrade(context);
}

/** `/portForward/…`: a port of a pod, over an upgraded connection. Models getPortForward, v1.36. */
export function portForward(context: HandlerContext): Handled {
  const { podNamespace = '', podID = '', uid = '' } = context.route.parameters;
  if (isWebSocket(context)) {
    const bad = badPort(context.query.get('port') ?? []);
    if (bad !== null) return unhandled('server.go:1099', bad);
  }
  const pod = findPod(workload(context), podNamespace, podID);
  if (pod === null) return { answer: sniffed(404, 'pod does not exist') };
  if (uid !== '' && uid !== pod.uid) return { answer: sniffed(404, 'pod not found') };
  return upgrade(context);
}

/** Only WebSocket clients name their ports in the query. Models NewV4Options in …/streaming/portforward/websocket.go, v1.36. */
function badPort(ports: readonly string[]): string | null {
  if (ports.length === 0) return 'query parameter "port" is required';
  for (const text of ports.flatMap((one) => one.split(','))) {
    const quoted = goQuote(text);
    if (!/^\d+$/.test(text))
      return `unable to parse ${quoted} as a port: strconv.ParseUint: parsing ${quoted}: invalid syntax`;
    if (Number(text) > 65535)
      return `unable to parse ${quoted} as a port: strconv.ParseUint: parsing ${quoted}: value out of range`;
    if (Number(text) < 1) return `port ${quoted} must be > 0`;
  }
  return null;
}

function isUpgrade({ request }: HandlerContext): boolean {
  return headerOf(request, 'Connection').toLowerCase().includes('upgrade') && headerOf(request, 'Upgrade') !== '';
}

function isWebSocket(context: HandlerContext): boolean {
  return isUpgrade(context) && headerOf(context.request, 'Upgrade').toLowerCase() === 'websocket';
}

/** A 400 that the kubelet also logs. */
function unhandled(source: string, error: string): Handled {
  const pairs = [
    ['err', error],
    ['logger', 'UnhandledError'],
  ] as const;
  return { answer: sniffed(400, error), log: [klogLine('E', source, 'Unhandled Error', pairs)] };
}

/** What a client without upgrade headers gets, or the switch of protocols; what flows then is not shown. */
function upgrade(context: HandlerContext): Handled {
  if (!isUpgrade(context)) {
    const error = 'Upgrade request required';
    const log = [klogLine('E', 'server.go:974', 'Error while proxying request', [['err', error]])];
    return { answer: httpError(500, error), log };
  }
  const protocol = headerOf(context.request, 'X-Stream-Protocol-Version').split(',', 1)[0]?.trim() ?? '';
  const headers: [string, string][] = [['Upgrade', headerOf(context.request, 'Upgrade')]];
  if (protocol !== '') headers.push(['X-Stream-Protocol-Version', protocol]);
  return { answer: reply(101, headers, '') };
}
