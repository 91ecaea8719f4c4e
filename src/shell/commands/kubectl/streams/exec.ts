import { execOutput } from '#engine/host/containers/execOutput.ts';
import type { JsonObject } from '#engine/json.ts';
import { pathSegment } from '../client/query.ts';
import { STREAMS_HELP } from '../help/streams.data.ts';
import type { Invocation } from '../invocation.ts';
import { failed, type Result } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { completePods } from './completePods.ts';
import { fetchNamed, podsBehind } from './podOf.ts';
import {
  containerNamed,
  defaultContainer,
  notValid,
  phaseOf,
  podName,
  podNamespace,
  preferredContainer,
} from './podSpec.ts';
import { nodeKey } from './running.ts';
import { nodeOfPod, REMOTE_COMMAND, upgrade } from './upgrade.ts';

const SHELLS = ['sh', 'bash', 'ash'];

/** `kubectl exec`: through the API server to the pod's kubelet. Models kubectl/pkg/cmd/exec/exec.go, v0.36. */
export const exec: Subcommand = { path: 'exec', help: STREAMS_HELP.exec ?? '', run, complete: completePods };

function run(invocation: Invocation): Finish {
  const { parameters, dashAt, flags } = invocation;
  const target = dashAt === 0 ? '' : (parameters[0] ?? '');
  if (dashAt < 0 && parameters.length > 1) {
    return invocation.misused('exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead');
  }
  if (flags.list('filename').length > 0) return invocation.notModelled('kubectl exec -f');
  const argv = dashAt < 0 ? [] : parameters.slice(dashAt);
  if (target === '') return invocation.fail('pod, type/name or --filename must be specified');
  if (argv.length === 0) return invocation.fail('you must specify at least one command for the container');
  const pod = streamablePod(invocation, target, 'exec into a container in');
  if (!pod.ok) return invocation.fail(pod.error);
  const container = chosen(invocation, pod.value);
  if (!container.ok) return invocation.fail(container.error);
  return execute(invocation, pod.value, container.value, argv);
}

/** The pod to stream from; not one that has come to its end. */
export function streamablePod(invocation: Invocation, target: string, doing: string): Result<JsonObject> {
  const named = fetchNamed(invocation, target);
  if (!named.ok) return named;
  const pods = podsBehind(invocation, named.value, 'cannot attach to');
  if (!pods.ok) return pods;
  const [pod] = pods.value;
  if (pod === undefined) return failed('timed out waiting for the condition');
  const phase = phaseOf(pod);
  if (phase !== 'Succeeded' && phase !== 'Failed') return { ok: true, value: pod };
  return failed(`cannot ${doing} a completed pod; current phase is ${phase}`);
}

/** The container's name: the one of `-c`, else the preferred, else the first, which is said when there are several. */
export function chosen(invocation: Invocation, pod: JsonObject): Result<string> {
  const name = invocation.flags.text('container') || preferredContainer(pod);
  if (name !== '') {
    return containerNamed(pod, name) === null ? failed(notValid(pod, name)) : { ok: true, value: name };
  }
  const choice = defaultContainer(pod);
  if (!invocation.flags.on('quiet')) invocation.complain(choice.remark);
  return { ok: true, value: choice.name };
}

/** Whether a terminal is wanted and there is one; says so when there is none. */
export function terminalWanted({ flags, context }: Invocation, complain: (text: string) => void): boolean {
  if (!flags.on('stdin') || !flags.on('tty')) return false;
  if (context.terminal.stdin) return true;
  if (!flags.on('quiet')) complain('Unable to use a TTY - input is not a terminal or the right kind of file\n');
  return false;
}

function execute(invocation: Invocation, pod: JsonObject, container: string, argv: readonly string[]): Finish {
  const tty = terminalWanted(invocation, (text) => invocation.complain(text));
  const stdin = invocation.flags.on('stdin');
  const place = { namespace: podNamespace(pod), pod: podName(pod), container, nodeName: nodeOfPod(pod) };
  const opened = upgrade(invocation, {
    path: `/api/v1/namespaces/${pathSegment(place.namespace)}/pods/${pathSegment(place.pod)}/exec`,
    query: [
      ...argv.map((word) => ['command', word] as const),
      ['container', container],
      ...(stdin ? [['stdin', 'true'] as const] : []),
      ...(tty ? [] : [['stderr', 'true'] as const]),
      ['stdout', 'true'],
      ...(tty ? [['tty', 'true'] as const] : []),
    ],
    ...REMOTE_COMMAND,
  });
  if (!opened.ok) return invocation.fail(opened.error);
  const node = nodeKey(invocation.world, place.nodeName);
  const input = stdin ? invocation.context.stdin : '';
  const output = node === null ? null : execOutput(invocation.world, node, place, argv, input);
  if (node === null || output === null) return invocation.fail('unable to upgrade connection: container not found');
  if (output.error !== null) return invocation.fail(`Internal error occurred: ${output.error}`);
  const program = shellOf(argv);
  if (tty && program !== null) {
    const { namespace, pod: name } = place;
    const frame = { kind: 'container', node, container: `${namespace}/${name}/${container}`, program } as const;
    return invocation.done({ kind: 'enter', frame });
  }
  invocation.print(tty ? output.stdout + output.stderr : output.stdout);
  if (!tty) invocation.complain(output.stderr);
  if (output.exitCode !== 0) invocation.complain(`command terminated with exit code ${output.exitCode}\n`);
  return { exitCode: output.exitCode };
}

/** The shell that a command line starts for a person to type into; null for any other program. */
function shellOf(argv: readonly string[]): string | null {
  const [program = '', ...rest] = argv;
  const base = program.slice(program.lastIndexOf('/') + 1);
  return SHELLS.includes(base) && rest.every((word) => /^-[il]+$/.test(word)) ? base : null;
}
