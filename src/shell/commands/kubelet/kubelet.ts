import { flagsOf } from '#engine/config/flags/flag.ts';
import { describeFlag } from '#engine/config/help.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { NodeCommand } from '../../command.ts';
import { notModelled, printed } from '../answer.ts';

/** `kubelet --version` and `kubelet --help`; the kubelet itself runs as a service. */
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
  run(parameters, { world, node }) {
    const version = nodeNamed(world, node)?.kubelet.version ?? '';
    if (parameters.some((word) => /^--version(?:=true)?$/.test(word))) return printed(`Kubernetes v${version}\n`);
    if (parameters.some((word) => word === '--help' || word === '-h')) return printed(helpText(version));
    return notModelled('a kubelet in the foreground is not modelled: start the service with systemctl start kubelet.');
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

function minorOf(version: string): number {
  return Number(version.split('.')[1]) || 36;
}

/** Usage and the flags of a version; what they do is said in this simulator's own words. */
function helpText(version: string): string {
  const flags = flagsOf(minorOf(version)).map(({ name, short, type }) => {
    const help = describeFlag(name, version);
    const kind = type === 'bool' ? '' : ` ${type.replace(/^go-/, '')}`;
    return [
      `  ${short === undefined ? '    ' : `-${short}, `}--${name}${kind}`,
      help?.documentation.split('\n')[0] ?? '',
    ] as const;
  });
  const width = Math.max(...flags.map(([head]) => head.length)) + 3;
  const lines = flags
    .sort(([left], [right]) => (left.slice(6) < right.slice(6) ? -1 : 1))
    .map(([head, says]) => `${head.padEnd(width)}${says}\n`);
  return `The kubelet is the node agent that runs on each node.\n\nUsage:\n  kubelet [flags]\n\nFlags:\n${lines.join('')}`;
}
