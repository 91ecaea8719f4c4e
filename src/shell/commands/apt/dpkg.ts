import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, joined, notModelled, printed } from '../answer.ts';
import { fits, PACKAGE_NAMES, type Package, packagesOf } from './packages.ts';

/** Below these nothing belongs to a package that is not among those modelled. */
const OWN =
  /^\/(?:etc\/(?:kubernetes|default\/kubelet|systemd\/system)|var\/lib\/kubelet|usr\/lib\/systemd\/system\/kubelet|root|home|tmp)/;

/** `dpkg -l [PATTERN…]` and `dpkg -S PATH…`, for the packages that have to do with a kubelet. Models dpkg 1.21. */
export const dpkg: NodeCommand = {
  name: 'dpkg',
  run([action = '', ...operands], context) {
    const named = operands.filter((word) => !word.startsWith('-'));
    if (action === '-l' || action === '--list') return list(named, context);
    if ((action === '-S' || action === '--search') && named.length > 0)
      return named
        .map((path) => owner(path, packagesOf(context)))
        .reduce((all, one) => joined(all, one, Math.max(all.exitCode, one.exitCode)));
    return notModelled('dpkg is modelled for two things: dpkg -l and dpkg -S PATH');
  },
};

function list(patterns: readonly string[], context: CommandContext): CommandResult {
  const strange = patterns.find((pattern) => !PACKAGE_NAMES.some((name) => fits(pattern, name)));
  if (strange !== undefined) return notModelled(`of its packages this node knows only ${PACKAGE_NAMES.join(', ')}`);
  const installed = packagesOf(context);
  const wanted = patterns.length === 0 ? ['*'] : patterns;
  const rows = installed.filter(({ name }) => wanted.some((pattern) => fits(pattern, name)));
  const missing = wanted
    .filter((pattern) => !installed.some(({ name }) => fits(pattern, name)))
    .map((pattern) => `dpkg-query: no packages found matching ${pattern}\n`)
    .join('');
  return {
    ...complained(missing, missing === '' ? 0 : 1),
    stdout: rows.length === 0 ? '' : table(rows),
  };
}

const HEAD = `Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
`;

function table(rows: readonly Package[]): string {
  const widest = (least: number, texts: readonly string[]): number =>
    Math.max(least, ...texts.map((text) => text.length));
  const widths = [
    widest(
      14,
      rows.map(({ name }) => name),
    ),
    widest(
      12,
      rows.map(({ version }) => version),
    ),
    12,
    widest(
      33,
      rows.map(({ summary }) => summary),
    ),
  ];
  const line = (mark: string, cells: readonly string[]): string =>
    `${mark}${cells.map((cell, index) => (index === 3 ? cell : cell.padEnd(widths[index] ?? 0))).join(' ')}\n`;
  const rule = `+++-${widths.map((width) => '='.repeat(width)).join('-')}\n`;
  const body = rows.map(({ name, version, summary }) => line('ii  ', [name, version, 'amd64', summary]));
  return `${HEAD}${line('||/ ', ['Name', 'Version', 'Architecture', 'Description'])}${rule}${body.join('')}`;
}

function owner(path: string, packages: readonly Package[]): CommandResult {
  const owners = packages.filter(({ files }) => files.includes(path)).map(({ name }) => name);
  if (owners.length > 0) return printed(`${owners.join(', ')}: ${path}\n`);
  if (OWN.test(path) || /^\/usr\/bin\/(?:kube|containerd|crictl|ctr)/.test(path))
    return complained(`dpkg-query: no path found matching pattern ${path}\n`);
  return notModelled(`which package ${path} is of is not modelled`);
}
