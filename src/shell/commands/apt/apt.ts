import { VERSIONS } from '#engine/versions/versions.table.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { acted, complained, notModelled, printed, textOf } from '../answer.ts';
import { dpkg } from './dpkg.ts';
import { fits, packagesOf } from './packages.ts';

const READING = [
  'Reading package lists... Done',
  'Building dependency tree... Done',
  'Reading state information... Done',
];

/** `apt-get install kubelet=1.34.9-1.1`: another kubelet on the disk; what runs goes on. Nothing else of apt is modelled but its list. */
function apt(name: string): NodeCommand {
  return {
    name,
    run(parameters, context) {
      const { world, node } = context;
      const [verb, ...packages] = parameters.filter((word) => !word.startsWith('-'));
      const [wanted, ...others] = packages;
      if (name === 'apt' && verb === 'list' && parameters.includes('--installed')) return installed(packages, context);
      const version =
        /^kubelet=(\d+\.\d+\.\d+)-1\.1$/.exec(wanted ?? '')?.[1] ??
        (/^kubelet=/.test(wanted ?? '') ? (wanted ?? '').slice(8) : null);
      if (verb !== 'install' || version === null || others.length > 0) {
        return notModelled(`${name} is modelled for one thing: ${name} install -y kubelet=VERSION-1.1`);
      }
      if (!VERSIONS.some((known) => `${known.version}-1.1` === wanted?.slice(8))) {
        return {
          ...complained(`E: Version '${wanted?.slice(8) ?? ''}' for 'kubelet' was not found\n`, 100),
          stdout: textOf(READING),
        };
      }
      const before = nodeNamed(world, node)?.kubelet.version ?? '';
      if (before === version) {
        const same = `kubelet is already the newest version (${version}-1.1).`;
        return acted([], textOf([...READING, same, '0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.']));
      }
      if (!parameters.some((word) => /^-\w*y|^--(?:yes|assume-yes)$/.test(word)))
        return notModelled(`${name} asks nobody here: say -y.`);
      const older = isOlder(version, before);
      if (older && !parameters.includes('--allow-downgrades')) {
        return {
          ...complained('E: Packages were downgraded and -y was used without --allow-downgrades.\n', 100),
          stdout: textOf(READING),
        };
      }
      const lines = [
        ...READING,
        `The following packages will be ${older ? 'DOWNGRADED' : 'upgraded'}:`,
        '  kubelet',
        older
          ? '0 upgraded, 0 newly installed, 1 downgraded, 0 to remove and 0 not upgraded.'
          : '1 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.',
        `Preparing to unpack .../kubelet_${version}-1.1_amd64.deb ...`,
        `Unpacking kubelet (${version}-1.1) over (${before}-1.1) ...`,
        `Setting up kubelet (${version}-1.1) ...`,
      ];
      return acted([{ type: 'upgrade', node, version }], textOf(lines));
    },
  };
}

/** `apt list --installed [PATTERN…]`, of the packages that have to do with a kubelet. */
function installed(patterns: readonly string[], context: CommandContext): CommandResult {
  const rows = packagesOf(context)
    .filter((each) => patterns.length === 0 || patterns.some((pattern) => fits(pattern, each.name)))
    .map(({ name, suite, version }) => `${name}/${suite},now ${version} amd64 [installed]`);
  const warning = context.terminal.stdout
    ? ''
    : '\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n';
  return { ...complained(warning, 0), stdout: textOf(['Listing...', ...rows]) };
}

/** `apt-mark showhold`: nothing is held back. */
const aptMark: NodeCommand = {
  name: 'apt-mark',
  run: ([verb]) =>
    verb === 'showhold' ? printed('') : notModelled('apt-mark is modelled for one thing: apt-mark showhold'),
};

function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

export const APT: readonly NodeCommand[] = [apt('apt-get'), apt('apt'), aptMark, dpkg];
