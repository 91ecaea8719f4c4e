/** What was asked of `kube-bench`. */
export interface Options {
  readonly isRun: boolean;
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

const SWITCHES = ['noresults', 'nosummary', 'noremediations', 'nototals', 'json', 'include-test-output', 'help'];
const VALUES = ['targets', 'check', 'group', 'skip', 'version', 'benchmark', 'exit-code', 'v'];
const SHORT: Readonly<Record<string, string>> = { s: 'targets', c: 'check', g: 'group', h: 'help', v: 'v' };

/** Reads flags as pflag does: `--check 4.2.1`, `--check=4.2.1`, `-c 4.2.1`. Gives the complaint when it cannot. */
export function readFlags(parameters: readonly string[]): Options | { readonly error: string } {
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  const rest = [...parameters];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [given = '', attached] = word.replace(/^--?/, '').split(/=(.*)/s);
    const isLong = word.startsWith('--');
    const name = isLong ? given : ((Object.hasOwn(SHORT, given) ? SHORT[given] : undefined) ?? given);
    if (!isLong && !Object.hasOwn(SHORT, given)) return { error: unknown(word, given) };
    if (SWITCHES.includes(name)) {
      if (attached !== 'false') switches.add(name);
      continue;
    }
    if (!VALUES.includes(name)) return { error: unknown(word, given) };
    const value = attached ?? rest.shift();
    if (value === undefined) return { error: `flag needs an argument: ${isLong ? word : `'${given}' in ${word}`}` };
    values.set(name, value);
  }
  const [command, ...more] = operands;
  if (command !== undefined && (command !== 'run' || more.length > 0)) {
    return { error: `unknown command "${command === 'run' ? (more[0] ?? '') : command}" for "kube-bench"` };
  }
  return { isRun: command === 'run', switches, values };
}

function unknown(word: string, name: string): string {
  return word.startsWith('--') ? `unknown flag: --${name}` : `unknown shorthand flag: '${name.charAt(0)}' in ${word}`;
}

/** The parts of a list with commas. */
export function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
