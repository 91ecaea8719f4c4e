import { readOptions } from '../../commands/getopt.ts';
import { failed, Output, type ShellProgram } from '../program.ts';

const OPTIONS = [
  { key: 'n', short: 'n', long: 'number' },
  { key: 'b', short: 'b', long: 'number-nonblank' },
  { key: 's', short: 's', long: 'squeeze-blank' },
  { key: 'ET', short: 'A', long: 'show-all' },
  { key: 'E', short: 'E', long: 'show-ends' },
  { key: 'T', short: 'T', long: 'show-tabs' },
  { key: 'E', short: 'e' },
  { key: 'T', short: 't' },
  { key: 'v', short: 'v', long: 'show-nonprinting' },
  { key: 'u', short: 'u' },
] as const;

/** Prints files one behind the other. Models coreutils 9.1. */
export const cat: ShellProgram = {
  name: 'cat',
  async start(parameters, context) {
    const read = readOptions('cat', parameters, OPTIONS);
    if (!read.ok) return failed(`${read.message}\nTry 'cat --help' for more information.\n`);
    const keys = read.given.map(({ key }) => key).join('');
    const output = new Output();
    for (const name of read.operands.length === 0 ? ['-'] : read.operands) {
      const found = name === '-' ? context.stdin : await contentOf(name, context);
      if (found !== null) output.print(found);
      else {
        const why = context.files.status(name)?.kind === 'directory' ? 'Is a directory' : 'No such file or directory';
        output.complain(`cat: ${name}: ${why}\n`);
      }
    }
    const result = output.result();
    if (keys === '') return result;
    return { stdout: shown(result.stdout, keys), stderr: result.stderr, exitCode: result.exitCode };
  },
};

async function contentOf(
  name: string,
  { files, substituted }: Parameters<ShellProgram['start']>[1],
): Promise<string | null> {
  if (files.status(name)?.kind === 'directory') return null;
  return name.startsWith('/dev/fd/') ? await substituted(name) : files.read(name);
}

function shown(text: string, keys: string): string {
  let number = 0;
  const all: readonly string[] = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const lines = keys.includes('s') ? all.filter((line, index) => line !== '\n' || all[index - 1] !== '\n') : all;
  return lines
    .map((line) => {
      const isNumbered = keys.includes('b') ? line !== '\n' : keys.includes('n');
      if (isNumbered) number += 1;
      const tabbed = keys.includes('T') ? line.replaceAll('\t', '^I') : line;
      const ended = keys.includes('E') ? tabbed.replace(/\n$/, '$\n') : tabbed;
      return isNumbered ? `${String(number).padStart(6)}\t${ended}` : ended;
    })
    .join('');
}
