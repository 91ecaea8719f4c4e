import { type Files, readText, walk } from '#engine/host/files.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { openFile } from '../../paths.ts';
import { acted, complained, joined, notModelled, printed, textOf } from '../answer.ts';
import { type GivenOption, isGiven, lastGiven, type OptionSpec, readOptions } from '../getopt.ts';

const OPTIONS: readonly OptionSpec[] = [
  { key: 'all', short: 'a', long: 'all' },
  { key: 'all', short: 'A' },
  { key: 'all', short: 'X' },
  { key: 'ignore', short: 'e', long: 'ignore' },
  { key: 'names', short: 'N', long: 'names' },
  { key: 'values', short: 'n', long: 'values' },
  { key: 'load', short: 'p', long: 'load', argument: 'optional' },
  { key: 'load', short: 'f', argument: 'optional' },
  { key: 'system', long: 'system' },
  { key: 'pattern', short: 'r', long: 'pattern', argument: 'required' },
  { key: 'quiet', short: 'q', long: 'quiet' },
  { key: 'write', short: 'w', long: 'write' },
  { key: 'dry-run', long: 'dry-run' },
  { key: 'help', short: 'h', long: 'help' },
];

const USAGE = `
Usage:
 sysctl [options] [variable[=value] ...]

Options:
  -a, --all            display all variables
  -e, --ignore         ignore unknown variables errors
  -N, --names          print variable names without values
  -n, --values         print only values of the given variable(s)
  -p, --load[=<file>]  read values from file
      --system         read values from all system directories
  -r, --pattern <expression>
                       select setting that match expression
  -q, --quiet          do not echo variable set
  -w, --write          enable writing a value to variable

For more details see sysctl(8).
`;

/** Where `--system` looks; a file hides one of the same name further down. */
const DIRECTORIES = ['/etc/sysctl.d', '/run/sysctl.d', '/usr/local/lib/sysctl.d', '/usr/lib/sysctl.d', '/lib/sysctl.d'];

/** `sysctl`: the kernel parameters that a kubelet looks at. Models procps 4. */
export const sysctl: NodeCommand = {
  name: 'sysctl',
  manual: `SYSCTL(8)                    System Administration                     SYSCTL(8)

NAME
       sysctl - configure kernel parameters at runtime

EXAMPLES
       sysctl kernel.panic            read
       sysctl -w kernel.panic=10      set until the next boot
       sysctl -a                      those that a simulated node has
       sysctl --system                read /etc/sysctl.d and its kin again

NOTES
       With protectKernelDefaults a kubelet does not start unless
       vm.overcommit_memory, vm.panic_on_oom, kernel.panic,
       kernel.panic_on_oops, kernel.keys.root_maxkeys and
       kernel.keys.root_maxbytes have the values that it wants.
`,
  run(parameters, context) {
    const read = readOptions('sysctl', parameters, OPTIONS);
    if (!read.ok) return complained(`${read.message}\n${USAGE}`);
    const { given, operands } = read;
    if (isGiven(given, 'help')) return printed(USAGE);
    if (isGiven(given, 'dry-run')) return notModelled('sysctl --dry-run is not modelled.');
    const node = nodeNamed(context.world, context.node);
    if (node === undefined) return notModelled(`there is no node ${context.node}.`);
    if (isGiven(given, 'all')) return all(given, node.host.sysctls);
    if (isGiven(given, 'system')) return system(given, context, node.host.files);
    if (isGiven(given, 'load')) {
      const files = operands.length > 0 ? operands : [lastGiven(given, 'load') ?? '/etc/sysctl.conf'];
      return files
        .map((file) => load(file, given, context))
        .reduce((sum, next) => joined(sum, next, Math.max(sum.exitCode, next.exitCode)));
    }
    if (operands.length === 0) return complained(USAGE);
    return operands
      .map((word) => one(word, given, context))
      .reduce((sum, next) => joined(sum, next, Math.max(sum.exitCode, next.exitCode)));
  },
  complete(words, { world, node }) {
    const last = words.at(-1) ?? '';
    const names = Object.keys(nodeNamed(world, node)?.host.sysctls ?? {});
    return names.filter((name) => name.startsWith(last)).map((insert) => ({ insert }));
  },
};

/** `kernel/panic` and `kernel.panic` are one. */
function nameOf(word: string): string {
  return word.replaceAll('/', '.');
}

function shown(name: string, value: string, given: readonly GivenOption[]): string {
  if (isGiven(given, 'values')) return `${value}\n`;
  return isGiven(given, 'names') ? `${name}\n` : `${name} = ${value}\n`;
}

function all(given: readonly GivenOption[], sysctls: Readonly<Record<string, string>>): CommandResult {
  const text = lastGiven(given, 'pattern');
  let pattern: RegExp | null = null;
  try {
    pattern = text === null ? null : new RegExp(text);
  } catch {
    return complained(`sysctl: Unmatched ( or \\(\n`);
  }
  const names = Object.keys(sysctls)
    .filter((name) => pattern === null || pattern.test(name))
    .sort();
  return printed(names.map((name) => shown(name, sysctls[name] ?? '', given)).join(''));
}

function one(word: string, given: readonly GivenOption[], { world, node }: CommandContext): CommandResult {
  const equals = word.indexOf('=');
  const name = nameOf((equals < 0 ? word : word.slice(0, equals)).trim());
  const sysctls = nodeNamed(world, node)?.host.sysctls ?? {};
  const value = Object.hasOwn(sysctls, name) ? sysctls[name] : undefined;
  if (value === undefined) {
    const missing = `sysctl: cannot stat /proc/sys/${name.replaceAll('.', '/')}: No such file or directory\n`;
    return isGiven(given, 'ignore') ? printed('') : complained(missing);
  }
  if (equals < 0) {
    return isGiven(given, 'write')
      ? complained('sysctl: command line(0): invalid syntax, continuing...\n', 1)
      : printed(shown(name, value, given));
  }
  return set(name, word.slice(equals + 1).trim(), given, node);
}

function set(name: string, value: string, given: readonly GivenOption[], node: string): CommandResult {
  if (!/^-?\d+$/.test(value)) return complained(`sysctl: setting key "${name}": Invalid argument\n`);
  const event: WorldEvent = { type: 'sysctl', node, name, value };
  return acted([event], isGiven(given, 'quiet') ? '' : shown(name, value, given));
}

/** A file of assignments; `-` before a name means that it may fail. Models the Preload of src/sysctl.c. */
function load(file: string, given: readonly GivenOption[], context: CommandContext): CommandResult {
  const files = nodeNamed(context.world, context.node)?.host.files ?? {};
  const opened = openFile(files, context.workingDirectory, file);
  if (!('text' in opened))
    return complained(
      `sysctl: cannot open "${file}": ${opened.missing === 'directory' ? 'Is a directory' : 'No such file or directory'}\n`,
    );
  return assignments(opened.text).reduce<CommandResult>((sum, { line, number }) => {
    const equals = line.indexOf('=');
    if (equals < 0) return joined(sum, complained(`sysctl: ${file}(${number}): invalid syntax, continuing...\n`), 0);
    const optional = line.startsWith('-');
    const options = optional ? [...given, { key: 'ignore', value: null }] : given;
    return joined(
      sum,
      one(`${nameOf(line.slice(optional ? 1 : 0, equals).trim())}=${line.slice(equals + 1).trim()}`, options, context),
      0,
    );
  }, printed(''));
}

function assignments(text: string): readonly { readonly line: string; readonly number: number }[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#') && !line.startsWith(';'));
}

function system(given: readonly GivenOption[], context: CommandContext, files: Files): CommandResult {
  const chosen = new Map<string, string>();
  for (const directory of DIRECTORIES) {
    for (const path of walk(files, directory)) {
      const name = path.slice(directory.length + 1);
      if (name.endsWith('.conf') && !name.includes('/') && !chosen.has(name)) chosen.set(name, path);
    }
  }
  const paths = [...chosen].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, path]) => path);
  if (readText(files, '/etc/sysctl.conf') !== null) paths.push('/etc/sysctl.conf');
  const titles = isGiven(given, 'quiet') ? '' : textOf(paths.map((path) => `* Applying ${path} ...`));
  return paths.reduce<CommandResult>((sum, path) => joined(sum, load(path, given, context)), printed(titles));
}
