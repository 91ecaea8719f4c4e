import { isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { changeMode } from '../../files/change.ts';
import { failed, printed, type ShellProgram } from '../program.ts';

const OPTIONS = [
  { key: 'd', short: 'd', long: 'directory' },
  { key: 'u', short: 'u', long: 'dry-run' },
  { key: 'q', short: 'q', long: 'quiet' },
  { key: 'p', short: 'p', long: 'tmpdir', argument: 'optional' },
  { key: 't', short: 't' },
  { key: 'suffix', long: 'suffix', argument: 'required' },
] as const;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Makes a file of a name that is free. The name follows from the world's time, so that a replay makes the same one. */
export const mktemp: ShellProgram = {
  name: 'mktemp',
  start(parameters, { files, apply, on, world }) {
    const read = readOptions('mktemp', parameters, OPTIONS);
    if (!read.ok) return failed(`${read.message}\nTry 'mktemp --help' for more information.\n`);
    const has = (key: string): boolean => isGiven(read.given, key);
    const [template] = read.operands;
    const pattern = (template ?? 'tmp.XXXXXXXXXX') + (lastGiven(read.given, 'suffix') ?? '');
    const marks = /X{3,}(?=[^X/]*$)/.exec(pattern)?.[0];
    if (marks === undefined) return failed(`mktemp: too few X's in template ‘${pattern}’\n`);
    const inTemporary = template === undefined || has('p') || has('t');
    const directory = inTemporary ? `${lastGiven(read.given, 'p') ?? '/tmp'}/` : '';
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const name = directory + pattern.replace(/X{3,}(?=[^X/]*$)/, letters(marks.length, world.now + attempt * 977));
      if (files.status(name) !== null) continue;
      const path = files.absolute(name);
      if (has('u')) return printed(`${name}\n`);
      if (files.status(path.slice(0, path.lastIndexOf('/')) || '/')?.kind !== 'directory') {
        const what = has('d') ? 'directory' : 'file';
        return failed(
          `mktemp: failed to create ${what} via template ‘${directory}${pattern}’: No such file or directory\n`,
        );
      }
      if (has('d')) apply({ type: 'mkdir', node: on.node, path });
      else apply({ type: 'write', node: on.node, path, text: '' });
      changeMode(on, path, has('d') ? 0o700 : 0o600);
      return printed(`${name}\n`);
    }
    return failed(`mktemp: failed to create file via template ‘${pattern}’: File exists\n`);
  },
};

function letters(count: number, seed: number): string {
  let state = seed % 2_147_483_647;
  return Array.from({ length: count }, () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return LETTERS[Math.floor(state / 97) % LETTERS.length] ?? 'A';
  }).join('');
}
