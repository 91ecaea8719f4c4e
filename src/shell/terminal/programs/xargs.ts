import { isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { failed, type ShellProgram } from '../program.ts';

const OPTIONS = [
  { key: '0', short: '0', long: 'null' },
  { key: 'r', short: 'r', long: 'no-run-if-empty' },
  { key: 't', short: 't', long: 'verbose' },
  { key: 'n', short: 'n', long: 'max-args', argument: 'required' },
  { key: 'L', short: 'L', long: 'max-lines', argument: 'required' },
  { key: 'I', short: 'I', long: 'replace', argument: 'required' },
  { key: 'd', short: 'd', long: 'delimiter', argument: 'required' },
  { key: 'P', short: 'P', long: 'max-procs', argument: 'required' },
] as const;

/** Runs a command with words from standard input, one call after the other. Models findutils 4.9. */
export const xargs: ShellProgram = {
  name: 'xargs',
  async start(parameters, context) {
    const read = readOptions('xargs', parameters, OPTIONS, true);
    if (!read.ok) return failed(`${read.message}\nTry 'xargs --help' for more information.\n`);
    const { given, operands } = read;
    const command = operands.length === 0 ? ['echo'] : operands;
    const mark = lastGiven(given, 'I');
    const delimiter = isGiven(given, '0') ? '\0' : unescaped(lastGiven(given, 'd'));
    const isByLine = mark !== null || isGiven(given, 'L');
    const words = split(context.stdin, delimiter ?? (isByLine ? '\n' : null));
    if (typeof words === 'string') return failed(words);
    const size = mark !== null ? 1 : Number(lastGiven(given, 'n') ?? lastGiven(given, 'L') ?? words.length) || 1;
    const calls: (readonly string[])[] = [];
    for (let at = 0; at < words.length; at += size) calls.push(words.slice(at, at + size));
    if (calls.length === 0 && mark === null && !isGiven(given, 'r')) calls.push([]);
    let [stdout, stderr, exitCode] = ['', '', 0];
    for (const call of calls) {
      const line = mark === null ? [...command, ...call] : command.map((word) => word.replaceAll(mark, call[0] ?? ''));
      if (isGiven(given, 't')) stderr += `${line.join(' ')}\n`;
      const result = await context.run(line, { stdin: '' });
      stdout += result.stdout;
      stderr += result.exitCode === 127 ? `xargs: ${line[0] ?? ''}: No such file or directory\n` : result.stderr;
      if (result.exitCode === 127) return { stdout, stderr, exitCode: 127 };
      if (result.exitCode !== 0) exitCode = 123;
    }
    return { stdout, stderr, exitCode };
  },
};

function unescaped(text: string | null): string | null {
  return text === null ? null : text.replace('\\n', '\n').replace('\\t', '\t').replace('\\0', '\0');
}

/** The words of an input: at a delimiter, or at blanks with quotes and backslashes; a complaint when a quote is open. */
function split(input: string, delimiter: string | null): readonly string[] | string {
  if (delimiter !== null) {
    const words = input.split(delimiter);
    if (words.at(-1) === '') words.pop();
    return delimiter === '\n' ? words.map((word) => word.trimStart()).filter((word) => word !== '') : words;
  }
  const words: string[] = [];
  const pattern = /\s+|((?:[^\s"'\\]|\\[\s\S]|"[^"\n]*"|'[^'\n]*')+)|(["'])/gy;
  for (const [, word, open] of input.matchAll(pattern)) {
    if (open !== undefined) {
      const kind = open === '"' ? 'double' : 'single';
      return `xargs: unmatched ${kind} quote; by default quotes are special to xargs unless you use the -0 option\n`;
    }
    if (word !== undefined)
      words.push(
        word.replace(
          /\\([\s\S])|"([^"]*)"|'([^']*)'/g,
          (_, one?: string, two?: string, three?: string) => one ?? two ?? three ?? '',
        ),
      );
  }
  return words;
}
