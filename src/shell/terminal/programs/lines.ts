import { byteLength } from '../../files/bytes.ts';
import { failed, Output, type ProgramContext, type ProgramResult, type ShellProgram } from '../program.ts';

/** The words of `head` and `tail`. */
interface Wanted {
  readonly unit: 'lines' | 'bytes';
  readonly count: number;
  /** `-5` of head: all but the last five. `+5` of tail: from the fifth on. */
  readonly sign: '' | '-' | '+';
  readonly title: 'always' | 'never' | 'several';
  readonly names: readonly string[];
}

function read(program: string, words: readonly string[]): Wanted | string {
  let [unit, text, title]: [Wanted['unit'], string, Wanted['title']] = ['lines', '10', 'several'];
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const long = /^--(lines|bytes)=(.*)$/.exec(word);
    const short = /^-([nc])(.*)$/.exec(word);
    if (long !== null) [unit, text] = [long[1] === 'bytes' ? 'bytes' : 'lines', long[2] ?? ''];
    else if (short !== null) {
      unit = short[1] === 'c' ? 'bytes' : 'lines';
      text = short[2] ?? '';
      if (text === '') {
        at += 1;
        const next = words[at];
        if (next === undefined)
          return `${program}: option requires an argument -- '${short[1] ?? ''}'\nTry '${program} --help' for more information.\n`;
        text = next;
      }
    } else if (/^-\d+$/.test(word)) text = word.slice(1);
    else if (program === 'tail' && /^\+\d+$/.test(word)) text = word;
    else if (word === '-q' || word === '--quiet' || word === '--silent') title = 'never';
    else if (word === '-v' || word === '--verbose') title = 'always';
    else if (program === 'tail' && /^(-f|-F|--follow.*|--retry)$/.test(word)) continue;
    else if (/^-./.test(word) && word !== '--')
      return `${program}: invalid option -- '${word.slice(1, 2)}'\nTry '${program} --help' for more information.\n`;
    else if (word !== '--') names.push(word);
  }
  const number = /^([+-]?)(\d+)([kKM]?)$/.exec(text);
  if (number === null) return `${program}: invalid number of ${unit}: ‘${text}’\n`;
  const [, sign = '', count = '', scale = ''] = number;
  const factor = scale === '' ? 1 : scale === 'M' ? 1024 * 1024 : 1024;
  return { unit, count: Number(count) * factor, sign: sign === '+' ? '+' : sign === '-' ? '-' : '', title, names };
}

/** Lines with their ends; the last may have none. */
function piecesOf(text: string, unit: Wanted['unit']): readonly string[] {
  return unit === 'bytes' ? [...text] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

function part(
  program: string,
  name: string,
  take: (pieces: readonly string[], wanted: Wanted) => readonly string[],
): ShellProgram {
  return {
    name,
    start(words, context): ProgramResult {
      const wanted = read(program, words);
      if (typeof wanted === 'string') return failed(wanted);
      const names = wanted.names.length === 0 ? ['-'] : wanted.names;
      const output = new Output();
      let isFirst = true;
      for (const file of names) {
        const text = textAt(file, context);
        if (text === null) {
          const isDirectory = context.files.status(file)?.kind === 'directory';
          output.complain(
            isDirectory
              ? `${program}: error reading '${file}': Is a directory\n`
              : `${program}: cannot open '${file}' for reading: No such file or directory\n`,
          );
          continue;
        }
        const isTitled = wanted.title === 'always' || (wanted.title === 'several' && names.length > 1);
        if (isTitled) output.print(`${isFirst ? '' : '\n'}==> ${file === '-' ? 'standard input' : file} <==\n`);
        isFirst = false;
        output.print(take(piecesOf(text, wanted.unit), wanted).join(''));
      }
      return output.result();
    },
  };
}

function textAt(name: string, { files, stdin }: ProgramContext): string | null {
  if (name === '-') return stdin;
  return files.status(name)?.kind === 'directory' ? null : files.read(name);
}

/** The beginning of files. Models coreutils 9.1. */
export const head = part('head', 'head', (pieces, { count, sign }) =>
  pieces.slice(0, sign === '-' ? Math.max(0, pieces.length - count) : count),
);

/** The end of files; `-f` prints what is there. Models coreutils 9.1. */
export const tail = part('tail', 'tail', (pieces, { count, sign }) =>
  sign === '+' ? pieces.slice(Math.max(0, count - 1)) : count === 0 ? [] : pieces.slice(-count),
);

/** Counts lines, words and bytes. Models coreutils 9.1. */
export const wc: ShellProgram = {
  name: 'wc',
  start(words, context) {
    const flags = words.filter((word) => /^-[lwcmL]+$/.test(word)).join('') + (words.includes('--lines') ? 'l' : '');
    const bad = words.find(
      (word) => /^-./.test(word) && !/^-[lwcmL]+$/.test(word) && !/^--(lines|words|bytes|chars)$/.test(word),
    );
    if (bad !== undefined)
      return failed(`wc: invalid option -- '${bad.slice(1, 2)}'\nTry 'wc --help' for more information.\n`);
    const shown = [...'lwmcL'].filter((flag) => (flags.replaceAll('-', '') || 'lwc').includes(flag));
    const names = words.filter((word) => !/^-./.test(word));
    const rows: { readonly counts: readonly number[]; readonly name: string }[] = [];
    let stderr = '';
    for (const name of names.length === 0 ? ['-'] : names) {
      const text = textAt(name, context);
      if (text === null && context.files.status(name) === null) stderr += `wc: ${name}: No such file or directory\n`;
      else {
        if (text === null) stderr += `wc: ${name}: Is a directory\n`;
        rows.push({ counts: shown.map((flag) => count(flag, text ?? '')), name: names.length === 0 ? '' : ` ${name}` });
      }
    }
    if (names.length > 1) {
      const sums = shown.map((_, column) => rows.reduce((sum, row) => sum + (row.counts[column] ?? 0), 0));
      rows.push({ counts: sums, name: ' total' });
    }
    // Standard input has no size beforehand, so its numbers get the room of large ones.
    const bytes = rows.reduce((sum, row) => Math.max(sum, ...row.counts), 0);
    const sizes = names.reduce((sum, name) => sum + (context.files.status(name)?.size ?? 0), 0);
    const isAlone = shown.length === 1 && names.length <= 1;
    const width = isAlone ? 1 : names.length === 0 || names.includes('-') ? 7 : String(Math.max(sizes, bytes)).length;
    const stdout = rows.map(
      (row) => `${row.counts.map((each) => String(each).padStart(width)).join(' ')}${row.name}\n`,
    );
    return { stdout: stdout.join(''), stderr, exitCode: stderr === '' ? 0 : 1 };
  },
};

function count(flag: string, text: string): number {
  if (flag === 'l') return text.split('\n').length - 1;
  if (flag === 'w') return text.split(/\s+/).filter((word) => word !== '').length;
  if (flag === 'm') return [...text].length;
  if (flag === 'L') return Math.max(0, ...text.split('\n').map((line) => line.length));
  return byteLength(text);
}
