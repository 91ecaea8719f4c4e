import type { ProgramContext, ProgramResult, ShellProgram } from '../program.ts';

/** A complaint in place of running a program. */
interface Refusal {
  readonly stderr: string;
  readonly exitCode: number;
}

/** How the interpreter's own program is put right: what it is given, and what comes of it. */
interface Correction {
  readonly words?: (words: readonly string[], context: ProgramContext) => readonly string[];
  /** Complaints, by pattern, as the real program says them; with its exit code when that is another. */
  readonly stderr?: readonly (readonly [pattern: RegExp, text: string, exitCode?: number])[];
  readonly stdout?: (text: string) => string;
  /** A complaint instead of running it at all. */
  readonly refuses?: (words: readonly string[], context: ProgramContext) => Refusal | null;
}

const MISSING = '[Nn]o such file or directory';

/** What GNU's programs say behind a complaint about their arguments. */
function withHelp(name: string): NonNullable<Correction['stderr']> {
  const help = `Try '${name} --help' for more information.`;
  return [
    [new RegExp(`^${name}: missing operand$`, 'm'), `${name}: missing operand\n${help}`],
    [new RegExp(`^${name}: missing file operand$`, 'm'), `${name}: missing file operand\n${help}`],
    [new RegExp(`^${name}: (unrecognized|invalid) option .*$`, 'm'), `$&\n${help}`],
  ];
}

const CURLED: readonly [RegExp, string] = [
  /(cannot create directory|invalid mode:|invalid time interval) '([^']*)'/g,
  '$1 ‘$2’',
];

/** Whether a text is whole base64. */
function isBase64(text: string): boolean {
  const digits = text.replace(/\n/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}

const CORRECTIONS: Readonly<Record<string, Correction>> = {
  sort: {
    stderr: [
      ...withHelp('sort')
        .slice(2)
        .map(([pattern, text]) => [pattern, text, 2] as const),
      [new RegExp(`^sort: (.*): ${MISSING}$`, 'gm'), 'sort: cannot read: $1: No such file or directory', 2],
    ],
  },
  awk: {
    stderr: [
      [new RegExp(`^awk: (.*): ${MISSING}$`, 'gm'), 'awk: cannot open $1 (No such file or directory)', 2],
      [/^awk: Expected RBRACE, got EOF.*$/gm, 'awk: line 2: missing } near end of file', 2],
    ],
  },
  uniq: {
    stdout: (text) =>
      text.replace(/^ *(\d+) /gm, (all, count: string) => (/^ {1,6}\d/.test(all) ? `${count.padStart(7)} ` : all)),
  },
  // Without a name it reads standard input, as `seq 3 | paste -sd,`.
  paste: { words: (words) => (words.every((word) => word.startsWith('-') && word !== '-') ? [...words, '-'] : words) },
  tr: { stderr: withHelp('tr') },
  base64: {
    refuses: (words, { stdin }) =>
      words.every((word) => /^(-d|--decode)$/.test(word)) && words.length > 0 && !isBase64(stdin)
        ? { stderr: 'base64: invalid input\n', exitCode: 1 }
        : null,
    stderr: withHelp('base64'),
  },
  touch: {
    refuses: (words) =>
      words.some((word) => /^(-[dtr]|--date|--reference)/.test(word))
        ? { stderr: 'portside: another time than the present is not modelled\n', exitCode: 1 }
        : null,
    stderr: [
      ...withHelp('touch'),
      [/: ENOENT: no such file or directory.*$/gm, ': No such file or directory'],
      [/: ENOTDIR: .*$/gm, ': Not a directory'],
    ],
  },
  sleep: {
    stderr: [
      CURLED,
      ...withHelp('sleep'),
      [/^sleep: invalid time interval .*$/m, "$&\nTry 'sleep --help' for more information."],
    ],
  },
  tee: { stderr: [[/ENOENT: no such file or directory.*$/gm, 'No such file or directory']] },
};

/** The interpreter's own programs, in the real ones' words. */
export const CORRECTED: readonly ShellProgram[] = Object.entries(CORRECTIONS).map(([name, correction]) => ({
  name,
  async start(parameters: readonly string[], context: ProgramContext): Promise<ProgramResult> {
    const refused = correction.refuses?.(parameters, context) ?? null;
    if (refused !== null) return { stdout: '', ...refused };
    const words = correction.words?.(parameters, context) ?? parameters;
    const result = await context.original(words);
    let { stderr, exitCode } = result;
    for (const [pattern, text, code] of correction.stderr ?? []) {
      const changed = stderr.replace(pattern, text);
      if (changed !== stderr && code !== undefined) exitCode = code;
      stderr = changed;
    }
    return { stdout: correction.stdout?.(result.stdout) ?? result.stdout, stderr, exitCode };
  },
}));
