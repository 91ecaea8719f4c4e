import { isGiven, readOptions } from '../../commands/getopt.ts';
import { bytesOf } from '../../files/bytes.ts';
import { failed, Output, type ProgramContext, type ShellProgram } from '../program.ts';
import { sha512 } from './sha512.ts';

const OPTIONS = [
  { key: 'c', short: 'c', long: 'check' },
  { key: 'mode', short: 'b', long: 'binary' },
  { key: 'mode', short: 't', long: 'text' },
  { key: 'tag', long: 'tag' },
  { key: 'quiet', long: 'quiet' },
  { key: 'status', long: 'status' },
  { key: 'strict', long: 'strict' },
  { key: 'warn', short: 'w', long: 'warn' },
  { key: 'ignore', long: 'ignore-missing' },
] as const;

/** The sum of a name's file, or of standard input; null when there is none to read. */
type Sum = (name: string, context: ProgramContext) => Promise<string | null>;

/** Prints or checks sums of so many hex digits. Models coreutils 9.1. */
function checksum(name: string, digits: number, tag: string, sum: Sum): ShellProgram {
  const listed = new RegExp(`^\\\\?([0-9a-fA-F]{${digits}}) [ *](.+)$|^${tag} \\((.+)\\) = ([0-9a-fA-F]{${digits}})$`);
  return {
    name,
    async start(parameters, context) {
      const read = readOptions(name, parameters, OPTIONS);
      if (!read.ok) return failed(`${read.message}\nTry '${name} --help' for more information.\n`);
      const has = (key: string): boolean => isGiven(read.given, key);
      const output = new Output();
      const complain = (file: string): void => {
        const why = context.files.status(file)?.kind === 'directory' ? 'Is a directory' : 'No such file or directory';
        output.complain(`${name}: ${file}: ${why}\n`);
      };
      const names = read.operands.length === 0 ? ['-'] : read.operands;
      if (!has('c')) {
        for (const file of names) {
          const found = await sum(file, context);
          if (found === null) complain(file);
          else output.print(has('tag') ? `${tag} (${file}) = ${found}\n` : `${found}  ${file}\n`);
        }
        return output.result();
      }
      let isRight = true;
      for (const list of names) {
        const text = list === '-' ? context.stdin : context.files.read(list);
        if (text === null) {
          complain(list);
          isRight = false;
          continue;
        }
        const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
        const checks = lines.map((line) => listed.exec(line)).filter((found) => found !== null);
        if (checks.length === 0) {
          output.complain(
            `${name}: ${list === '-' ? "'standard input'" : list}: no properly formatted checksum lines found\n`,
          );
          isRight = false;
          continue;
        }
        const counts = { unread: 0, wrong: 0, right: 0 };
        for (const [, first, plain, tagged, last] of checks) {
          const [file, wanted] = [plain ?? tagged ?? '', first ?? last ?? ''];
          const found = await sum(file, context);
          const state = found === null ? 'unread' : found === wanted.toLowerCase() ? 'right' : 'wrong';
          if (state === 'unread' && has('ignore') && context.files.status(file) === null) continue;
          counts[state] += 1;
          if (state === 'unread') complain(file);
          if (has('status') || (has('quiet') && state === 'right')) continue;
          output.print(`${file}: ${{ right: 'OK', wrong: 'FAILED', unread: 'FAILED open or read' }[state]}\n`);
        }
        const malformed = lines.length - checks.length;
        const warn = (count: number, one: string, many: string): void => {
          if (count > 0 && !has('status')) output.complain(`${name}: WARNING: ${count} ${count === 1 ? one : many}\n`);
        };
        warn(malformed, 'line is improperly formatted', 'lines are improperly formatted');
        warn(counts.unread, 'listed file could not be read', 'listed files could not be read');
        warn(counts.wrong, 'computed checksum did NOT match', 'computed checksums did NOT match');
        if (has('ignore') && counts.right + counts.wrong + counts.unread === 0)
          output.complain(`${name}: ${list}: no file was verified\n`);
        if (counts.wrong + counts.unread > 0 || counts.right === 0 || (has('strict') && malformed > 0)) isRight = false;
      }
      return output.result(isRight ? 0 : 1);
    },
  };
}

/** What the interpreter's own program says of a file. */
const original: Sum = async (name, context) => {
  if (name !== '-' && context.files.read(name) === null) return null;
  const { stdout, exitCode } = await context.original(name === '-' ? [] : [name.startsWith('-') ? `./${name}` : name]);
  return exitCode === 0 ? (/^[0-9a-f]+/.exec(stdout)?.[0] ?? null) : null;
};

const own: Sum = async (name, context) => {
  const text = name === '-' ? context.stdin : context.files.read(name);
  return text === null ? null : sha512(bytesOf(text));
};

export const CHECKSUMS: readonly ShellProgram[] = [
  checksum('md5sum', 32, 'MD5', original),
  checksum('sha1sum', 40, 'SHA1', original),
  checksum('sha256sum', 64, 'SHA256', original),
  checksum('sha512sum', 128, 'SHA512', own),
];
