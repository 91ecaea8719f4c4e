import { type ContainerView, containersOf, type SandboxView, sandboxesOf } from '#engine/controlplane/containersOf.ts';
import { digestNumber } from '#engine/host/containers/digest.ts';
import { execOutput } from '#engine/host/containers/execOutput.ts';
import { MACHINE } from '#engine/host/machine.table.ts';
import { parseTimeSpan } from '#engine/host/systemd/timeSpan.ts';
import type { JsonObject } from '#engine/json.ts';
import { parseTime } from '#engine/time.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, entered, notModelled, printed, textOf } from '../answer.ts';
import { type CrictlArguments, type CrictlFlag, readCrictl } from './arguments.ts';
import { logFollower, logTexts } from './logs.ts';
import { COMMANDS, CRICTL_HELP, CRICTL_MANUAL, UNMODELLED } from './manual.table.ts';
import { inspectedContainer, inspectedSandbox, listedContainer, listedSandbox } from './objects.ts';
import { containerTable, crictlTable, sandboxTable, shortId } from './tables.ts';

const FLAGS: readonly CrictlFlag[] = [
  { key: 'all', names: ['a', 'all'] },
  { key: 'quiet', names: ['q', 'quiet'] },
  { key: 'whole', names: ['no-trunc'] },
  { key: 'output', names: ['o', 'output'], value: true },
  { key: 'name', names: ['name'], value: true },
  { key: 'state', names: ['s', 'state'], value: true },
  { key: 'pod', names: ['p', 'pod'], value: true },
  { key: 'namespace', names: ['namespace'], value: true },
  { key: 'image', names: ['image'], value: true },
  { key: 'latest', names: ['l', 'latest'] },
  { key: 'last', names: ['n', 'last'], value: true },
  { key: 'verbose', names: ['v', 'verbose'] },
];

const LOG_FLAGS: readonly CrictlFlag[] = [
  { key: 'follow', names: ['f', 'follow'] },
  { key: 'tail', names: ['tail'], value: true },
  { key: 'since', names: ['since'], value: true },
  { key: 'timestamps', names: ['t', 'timestamps'] },
  { key: 'previous', names: ['p', 'previous'] },
];

const EXEC_FLAGS: readonly CrictlFlag[] = [
  { key: 'interactive', names: ['i', 'interactive'] },
  { key: 'tty', names: ['t', 'tty'] },
  { key: 'sync', names: ['s', 'sync'] },
];

/** Of every command: where the runtime answers. */
const GLOBAL_FLAGS: readonly CrictlFlag[] = [
  { key: 'endpoint', names: ['r', 'runtime-endpoint'], value: true },
  { key: 'endpoint', names: ['i', 'image-endpoint'], value: true },
  { key: 'config', names: ['c', 'config'], value: true },
  { key: 'timeout', names: ['t', 'timeout'], value: true },
  { key: 'debug', names: ['D', 'debug'] },
  { key: 'help', names: ['h', 'help'] },
  { key: 'version', names: ['v', 'version'] },
];

const SOCKETS = ['/run/containerd/containerd.sock', '/run/crio/crio.sock'];
const VERSION = 'v1.36.0';

/** `crictl`: what the container runtime of the node holds, whether or not a kubelet runs. Models cri-tools. */
export const crictl: NodeCommand = {
  name: 'crictl',
  manual: CRICTL_MANUAL,
  run(parameters, context) {
    const global = readCrictl(parameters, GLOBAL_FLAGS);
    if ('unknown' in global) return complained(`flag provided but not defined: -${global.unknown}\n`);
    const [command, ...rest] = global.operands;
    if (global.given.has('version')) return printed(`crictl version ${VERSION}\n`);
    if (command === undefined || command === 'help' || global.given.has('help')) return printed(CRICTL_HELP);
    if (UNMODELLED.includes(command)) return notModelled(`crictl ${command} is not modelled.`);
    if (!COMMANDS.includes(command)) return complained(`No help topic for '${command}'\n`, 3);
    return unreachable(context, global) ?? dispatch(command, rest, context);
  },
  complete(words, { world, node }) {
    const last = words.at(-1) ?? '';
    if (words.length < 2) return COMMANDS.filter((name) => name.startsWith(last)).map((insert) => ({ insert }));
    if (!['logs', 'inspect', 'exec'].includes(words[0] ?? '')) return [];
    return containersOf(world, node)
      .filter(({ id }) => id.startsWith(last))
      .map(({ id, name, podName }) => ({ insert: id.slice(0, 13), label: `${id.slice(0, 13)} (${podName}/${name})` }));
  },
};

/** What crictl says when no runtime answers; null when one does. */
function unreachable({ world, node }: CommandContext, { given }: CrictlArguments): CommandResult | null {
  const sockets = nodeNamed(world, node)?.host.runtimeSockets ?? [];
  const asked = given
    .get('endpoint')
    ?.at(-1)
    ?.replace(/^unix:\/\//, '');
  const plain = (path: string): string => path.replace(/^\/var\/run\//, '/run/');
  const wanted = asked === undefined ? SOCKETS : [plain(asked)];
  if (wanted.some((path) => sockets.map(plain).includes(path))) return null;
  const path = asked ?? SOCKETS[0] ?? '';
  const dial = `transport: Error while dialing: dial unix ${path}: connect: no such file or directory`;
  const error = `rpc error: code = Unavailable desc = connection error: desc = \\"${dial}\\"`;
  return complained(
    `FATA[0000] validate service connection: validate CRI v1 runtime API for endpoint "unix://${path}": ${error.replaceAll('\\"', '"')} \n`,
  );
}

function dispatch(command: string, parameters: readonly string[], context: CommandContext): CommandResult {
  const flags = command === 'logs' ? LOG_FLAGS : command === 'exec' ? EXEC_FLAGS : FLAGS;
  const read = readCrictl(parameters, flags);
  if ('unknown' in read)
    return complained(
      `Incorrect Usage: flag provided but not defined: -${read.unknown}\n\nflag provided but not defined: -${read.unknown}\n`,
    );
  switch (command) {
    case 'ps':
      return listContainers(read, context);
    case 'pods':
      return listSandboxes(read, context);
    case 'images':
    case 'image':
    case 'img':
      return listImages(read, context);
    case 'logs':
      return logs(read, context);
    case 'inspect':
      return inspect(read, context);
    case 'inspectp':
      return inspectPod(read, context);
    case 'exec':
      return exec(read, context);
    case 'version':
      return printed(
        `Version:  0.1.0\nRuntimeName:  containerd\nRuntimeVersion:  ${MACHINE.containerd}\nRuntimeApiVersion:  v1\n`,
      );
    default:
      return json({ status: { conditions: [condition('RuntimeReady'), condition('NetworkReady')] } });
  }
}

function condition(type: string): JsonObject {
  return { message: '', reason: '', status: true, type };
}

function json(object: JsonObject): CommandResult {
  return printed(`${JSON.stringify(object, null, 2)}\n`);
}

function last(read: CrictlArguments, key: string): string | null {
  return read.given.get(key)?.at(-1) ?? null;
}

/** A pattern as crictl takes names; a text that is none matches itself. */
function matches(pattern: string | null, text: string): boolean {
  if (pattern === null) return true;
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return pattern === text;
  }
}

function listContainers(read: CrictlArguments, { world, node }: CommandContext): CommandResult {
  const state = last(read, 'state')?.toLowerCase() ?? null;
  const pod = last(read, 'pod');
  const image = last(read, 'image');
  const found = containersOf(world, node).filter(
    (one) =>
      (state === null
        ? one.state === 'running' || read.given.has('all') || read.given.has('latest') || read.given.has('last')
        : one.state === state) &&
      matches(last(read, 'name'), one.name) &&
      (pod === null || one.podId.startsWith(pod)) &&
      (image === null || one.image.includes(image) || one.imageId.replace('sha256:', '').startsWith(image)),
  );
  const count = read.given.has('latest')
    ? 1
    : last(read, 'last') === null
      ? found.length
      : Number(last(read, 'last')) || 0;
  const shown = found.slice(0, count);
  if (read.given.has('quiet')) return printed(textOf(shown.map(({ id }) => id)));
  const output = last(read, 'output') ?? 'table';
  if (output === 'json') return json({ containers: shown.map(listedContainer) });
  if (output !== 'table') return notModelled(`crictl ps -o ${output} is not modelled: table and json are.`);
  return printed(containerTable(shown, world.now, read.given.has('whole')));
}

function listSandboxes(read: CrictlArguments, { world, node }: CommandContext): CommandResult {
  const state = last(read, 'state')?.toLowerCase() ?? 'ready';
  const namespace = last(read, 'namespace');
  const shown = sandboxesOf(world, node).filter(
    (one) =>
      state === 'ready' && matches(last(read, 'name'), one.name) && (namespace === null || one.namespace === namespace),
  );
  if (read.given.has('quiet')) return printed(textOf(shown.map(({ id }) => id)));
  if (last(read, 'output') === 'json') return json({ items: shown.map(listedSandbox) });
  return printed(sandboxTable(shown, world.now, read.given.has('whole')));
}

const PAUSE = 'registry.k8s.io/pause:3.10.1';

/** The images that the node's containers run, and the pause image. Their sizes are made up. */
function listImages(read: CrictlArguments, { world, node }: CommandContext): CommandResult {
  const used = containersOf(world, node).map(({ image, imageId }) => [image, imageId] as const);
  const pause = [PAUSE, `sha256:${'cd073f4c5f6a8e9dc6f3125ba00cf60819cae95c1ec84a1f146ee4a9cf9e803f'}`] as const;
  const images = [...new Map(sandboxesOf(world, node).length === 0 ? used : [...used, pause])].sort(
    ([left], [right]) => (left < right ? -1 : 1),
  );
  if (read.given.has('quiet')) return printed(textOf(images.map(([, id]) => id)));
  const rows = images.map(([image, id]) => {
    const [bare = '', digestPart] = image.split('@');
    const colon = bare.lastIndexOf(':');
    const tagged = colon > bare.lastIndexOf('/');
    const size = image === PAUSE ? '320kB' : `${(10 + digestNumber(`size ${bare}`, 900) / 10).toFixed(1)}MB`;
    return [
      tagged ? bare.slice(0, colon) : bare,
      tagged ? bare.slice(colon + 1) : digestPart === undefined ? 'latest' : '<none>',
      shortId(id, read.given.has('whole')),
      size,
    ];
  });
  return printed(crictlTable([['IMAGE', 'TAG', 'IMAGE ID', 'SIZE'], ...rows]));
}

function containerNamed(id: string, { world, node }: CommandContext): ContainerView | CommandResult {
  const found = containersOf(world, node).filter((one) => one.id.startsWith(id) && id !== '');
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  const what = found.length > 1 ? `multiple IDs found with provided prefix: ${id}` : 'not found';
  return complained(
    `FATA[0000] rpc error: code = NotFound desc = an error occurred when try to find container "${id}": ${what} \n`,
  );
}

function logs(read: CrictlArguments, context: CommandContext): CommandResult {
  const [id] = read.operands;
  if (id === undefined) return complained('FATA[0000] ID cannot be empty                        \n');
  const found = containerNamed(id, context);
  if ('exitCode' in found && 'stdout' in found) return found;
  const one = read.given.has('previous') ? before(found, context) : found;
  if (one === null) return complained(`FATA[0000] failed to get the previous container of ${id} \n`);
  const since = last(read, 'since');
  const span = since === null ? null : parseTimeSpan(since);
  const at =
    since === null ? null : span !== null && Number.isFinite(span) ? context.world.now - span : parseTime(since);
  const tail = last(read, 'tail');
  const style = {
    tail: tail === null || !/^\d+$/.test(tail) ? null : Number(tail),
    timestamps: read.given.has('timestamps'),
    since: at,
  };
  const { stdout, stderr } = logTexts(one, style);
  if (!read.given.has('follow') || one.state === 'exited') return { stdout, stderr, exitCode: 0, events: [] };
  const follower = logFollower(context.node, one.id, one.log.length, style.timestamps);
  return { ...entered({ kind: 'follow', follower }, stdout), stderr };
}

/** The attempt before a container's. */
function before(one: ContainerView, { world, node }: CommandContext): ContainerView | null {
  return (
    containersOf(world, node).find(
      (other) => other.podUid === one.podUid && other.name === one.name && other.attempt === one.attempt - 1,
    ) ?? null
  );
}

function inspect(read: CrictlArguments, context: CommandContext): CommandResult {
  const [id] = read.operands;
  if (id === undefined) return complained('FATA[0000] ID cannot be empty                        \n');
  const found = containerNamed(id, context);
  return 'stdout' in found ? found : json(inspectedContainer(found));
}

function inspectPod(read: CrictlArguments, { world, node }: CommandContext): CommandResult {
  const [id = ''] = read.operands;
  const found: SandboxView | undefined = sandboxesOf(world, node).find((one) => id !== '' && one.id.startsWith(id));
  if (found !== undefined) return json(inspectedSandbox(found));
  return complained(
    `FATA[0000] getting sandbox status of pod "${id}": rpc error: code = NotFound desc = an error occurred when try to find sandbox: not found \n`,
  );
}

function exec(read: CrictlArguments, context: CommandContext): CommandResult {
  const [id, ...argv] = read.operands;
  if (id === undefined) return complained('FATA[0000] ID cannot be empty                        \n');
  const found = containerNamed(id, context);
  if ('stdout' in found) return found;
  if (argv.length === 0) return complained('FATA[0000] execing command in container: command is required \n');
  const place = { namespace: found.namespace, pod: found.podName, container: found.name };
  const shell = argv.length === 1 && /^(?:\/bin\/)?(?:sh|bash|ash)$/.test(argv[0] ?? '');
  if (shell && read.given.has('interactive') && read.given.has('tty')) {
    const [program = 'sh'] = argv;
    const container = `${found.namespace}/${found.podName}/${found.name}`;
    return entered({ kind: 'enter', frame: { kind: 'container', node: context.node, container, program } });
  }
  const output = execOutput(
    context.world,
    context.node,
    place,
    argv,
    read.given.has('interactive') ? context.stdin : '',
  );
  if (output === null) return notModelled('crictl exec needs the kubelet that started the container to run.');
  if (output.error !== null) {
    const why = output.error.replace(/^Internal error occurred: error executing command in container: /, '');
    return complained(
      `FATA[0000] execing command in container: Internal error occurred: error executing command in container: ${why} \n`,
    );
  }
  const failed =
    output.exitCode === 0
      ? ''
      : `FATA[0000] execing command in container: command terminated with exit code ${output.exitCode} \n`;
  return { stdout: output.stdout, stderr: output.stderr + failed, exitCode: output.exitCode === 0 ? 0 : 1, events: [] };
}
