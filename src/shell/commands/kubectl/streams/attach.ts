import { valueAt } from '#engine/apiserver/json.ts';
import { pathSegment } from '../client/query.ts';
import type { Invocation } from '../invocation.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { ATTACH_HELP } from './attachHelp.data.ts';
import { completePods } from './completePods.ts';
import { chosen, streamablePod, terminalWanted } from './exec.ts';
import { logFollower } from './logFollower.ts';
import { containerNamed, podName, podNamespace } from './podSpec.ts';
import { nodeOfPod, REMOTE_COMMAND, upgrade } from './upgrade.ts';

const NOTICE =
  'All commands and output from this session will be recorded in container logs, including credentials and sensitive ' +
  "information passed through the command prompt.\nIf you don't see a command prompt, try pressing enter.\n";

/** `kubectl attach`: what the container's main process prints from now on. Models kubectl/pkg/cmd/attach, v0.36. */
export const attach: Subcommand = { path: 'attach', help: ATTACH_HELP, run, complete: completePods };

function run(invocation: Invocation): Finish {
  const { parameters, flags } = invocation;
  const [first = '', second] = parameters;
  if (first === '') return invocation.fail('at least 1 argument is required for attach');
  if (parameters.length > 2) {
    return invocation.fail(
      `expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw ${parameters.length}: [${parameters.join(' ')}]`,
    );
  }
  const pod = streamablePod(invocation, second === undefined ? first : `${first}/${second}`, 'attach a container in');
  if (!pod.ok) return invocation.fail(pod.error);
  const container = chosen(invocation, pod.value);
  if (!container.ok)
    return invocation.fail({
      kind: 'plain',
      message: `cannot attach to the container: ${container.error.kind === 'plain' ? container.error.message : ''}`,
    });
  const name = container.value;
  const hasTerminal = valueAt(containerNamed(pod.value, name) ?? {}, 'tty') === true;
  if (flags.on('tty') && !hasTerminal && !flags.on('quiet')) {
    invocation.complain(`error: Unable to use a TTY - container ${name} did not allocate one\n`);
  }
  const tty = hasTerminal && terminalWanted(invocation, (text) => invocation.complain(text));
  if (!flags.on('quiet')) invocation.complain(NOTICE);
  const place = {
    namespace: podNamespace(pod.value),
    pod: podName(pod.value),
    container: name,
    nodeName: nodeOfPod(pod.value),
  };
  const opened = upgrade(invocation, {
    path: `/api/v1/namespaces/${pathSegment(place.namespace)}/pods/${pathSegment(place.pod)}/attach`,
    query: [
      ['container', name],
      ...(flags.on('stdin') ? [['stdin', 'true'] as const] : []),
      ...(tty ? [['tty', 'true'] as const] : [['stderr', 'true'] as const]),
      ['stdout', 'true'],
    ],
    ...REMOTE_COMMAND,
  });
  if (!opened.ok) return invocation.fail(opened.error);
  const follower = logFollower([{ place, prefix: '', timestamps: false }], invocation.world);
  return invocation.done({ kind: 'follow', follower });
}
