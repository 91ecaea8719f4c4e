import { configure } from '#engine/config/configure.ts';
import { flagsOf } from '#engine/config/flags/flag.ts';
import { readFlags } from '#engine/config/flags/given.ts';
import type { Argument } from '#engine/host/argument.ts';
import type { LogLine } from '#engine/host/journal.ts';
import { messageText } from '#engine/host/journalText.ts';
import { minorOf } from '#engine/versions/release.ts';
import { type Node, nodeNamed, type World } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, notModelled, printed } from '../answer.ts';
import { helpText } from './help.ts';

/**
 * `kubelet --version`, `kubelet --help`, and what the kubelet says of a command line or a configuration that it does not take. A kubelet
 * that would run is not modelled in the foreground. Models cmd/kubelet/app/server.go NewKubeletCommand, v1.36.
 */
export const kubelet: NodeCommand = {
  name: 'kubelet',
  manual: `KUBELET

NAME
       kubelet - the node agent of Kubernetes

USAGE
       kubelet --version      the version of the installed binary
       kubelet --help         its flags

DESCRIPTION
       On this node the kubelet runs as a service: systemctl status kubelet,
       journalctl -u kubelet. Its flags stand in the unit and its drop-ins
       (systemctl cat kubelet) and in the environment files that they name; most
       of them set what its config file, /var/lib/kubelet/config.yaml, sets too.
`,
  run(parameters, context) {
    const node = nodeNamed(context.world, context.node);
    return node === undefined ? complained('', 1) : runOn(node, parameters, context);
  },
  complete(words, { world, node }) {
    const last = words.at(-1) ?? '';
    if (!last.startsWith('-')) return [];
    const version = nodeNamed(world, node)?.kubelet.version ?? '1.36.3';
    return flagsOf(minorOf(version))
      .map(({ name, type }) => (type === 'bool' ? `--${name}` : `--${name}=`))
      .filter((name) => name.startsWith(last))
      .sort()
      .map((insert) => ({ insert }));
  },
};

function runOn(
  { kubelet: { version }, host }: Node,
  parameters: readonly string[],
  { world, workingDirectory }: CommandContext,
): CommandResult {
  const argv: readonly Argument[] = parameters.map((text) => ({ text, at: null }));
  const said = (lines: readonly LogLine[]): string => logText(lines, host.nextPid, world);
  const { given, failure, rest, notices } = readFlags(argv, minorOf(version), false);
  const wanted = given.get('version')?.value ?? 'false';
  if (failure === null && rest.length === 0) {
    if (given.get('help')?.value === true) return { ...printed(helpText(version)), stderr: said(notices) };
    if (wanted === 'true') return { ...printed(`Kubernetes v${version}\n`), stderr: said(notices) };
    if (wanted !== 'false') return notModelled(`of --version only --version itself is modelled, not ${wanted}.`);
  }
  const configured = configure({ argv, files: host.files, version, cgroup: host.cgroup, workingDirectory });
  if (!configured.ok) return complained(said(configured.log), configured.exitCode);
  return notModelled('a kubelet in the foreground is not modelled: start the service with systemctl start kubelet.');
}

/** What a kubelet with this pid writes to its standard error. */
function logText(lines: readonly LogLine[], pid: number, { now }: World): string {
  const from = { at: now, unit: '', identifier: 'kubelet', pid };
  return lines.map((line) => `${messageText({ ...line, ...from })}\n`).join('');
}
