import { failed, holding, printed, type ShellProgram } from '../program.ts';
import { inColumns } from './columns.ts';

const clear: ShellProgram = { name: 'clear', start: () => holding({ kind: 'clear' }) };

/** Lines typed before, numbered, the present one included. */
const history: ShellProgram = {
  name: 'history',
  start([count], context) {
    const lines = context.history();
    if (count?.startsWith('-') === true) return failed(`portside: history ${count} is not modelled\n`);
    const wanted = count === undefined ? lines.length : Number(count);
    if (!Number.isInteger(wanted) || wanted < 0)
      return failed(`bash: history: ${count ?? ''}: numeric argument required\n`);
    const first = Math.max(0, lines.length - wanted);
    return printed(
      lines
        .slice(first)
        .map((line, index) => `${String(first + index + 1).padStart(5)}  ${line}\n`)
        .join(''),
    );
  },
};

/** Where programs are. Models debianutils 5.7. */
const which: ShellProgram = {
  name: 'which',
  start(parameters, context) {
    const names = parameters.filter((word) => !word.startsWith('-'));
    const path = context.environment.PATH ?? '';
    const places = (name: string): readonly string[] =>
      name.includes('/') ? [name] : path.split(':').map((directory) => `${directory}/${name}`);
    const isProgram = (place: string): boolean => {
      const status = context.files.status(place);
      return status !== null && status.kind === 'file' && (status.mode & 0o111) !== 0;
    };
    const found = names.map(
      (name) =>
        places(name).filter(
          (place) => isProgram(place) && !place.startsWith('/bin/') && !place.startsWith('/sbin/'),
        )[0],
    );
    const lines = found.flatMap((place) => (place === undefined ? [] : [`${place}\n`]));
    return {
      stdout: lines.join(''),
      stderr: '',
      exitCode: names.length > 0 && found.every((place) => place !== undefined) ? 0 : 1,
    };
  },
};

/** What there is to type: the shell's own words and the node's programs. */
const help: ShellProgram = {
  name: 'help',
  start([topic], context) {
    if (topic !== undefined) {
      const known = context.has(topic) || BUILT_IN.includes(topic);
      return known
        ? failed(`portside: the help of ${topic} is not modelled\n`)
        : failed(
            `bash: help: no help topics match \`${topic}'.  Try \`help help' or \`man -k ${topic}' or \`info ${topic}'.\n`,
          );
    }
    const programs = [...context.commands().keys()].filter((name) => !name.startsWith('portside-')).sort();
    const width = context.terminal.stdout ? context.terminal.columns : 80;
    return printed(
      `GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)\n\nBuilt in:\n${inColumns(BUILT_IN, width)}\nOn this node:\n${inColumns(programs, width)}`,
    );
  },
};

const BUILT_IN =
  '. : [ alias break builtin cd command continue declare dirs echo eval exec exit export false getopts hash help history let local logout mapfile popd printf pushd pwd read readarray readonly return set shift shopt source test time true type typeset unalias unset wait'.split(
    ' ',
  );

/** What bash has built in and the interpreter has not, as far as a shell without jobs can say it. */
const rest: readonly ShellProgram[] = [
  {
    name: 'umask',
    start: ([mask]) =>
      mask === undefined
        ? printed('0022\n')
        : mask === '-S'
          ? printed('u=rwx,g=rx,o=rx\n')
          : failed('portside: another umask is not modelled\n'),
  },
  {
    name: 'ulimit',
    start: (words) =>
      words.length === 0
        ? printed('unlimited\n')
        : words[0] === '-n'
          ? printed('1024\n')
          : failed('portside: ulimit with options is not modelled\n'),
  },
  { name: 'jobs', start: () => printed('') },
  { name: 'fg', start: () => failed('bash: fg: current: no such job\n') },
  { name: 'bg', start: () => failed('bash: bg: current: no such job\n') },
  { name: 'trap', start: (words) => (words.length === 0 ? printed('') : failed('portside: trap is not modelled\n')) },
  { name: 'fc', start: () => failed('portside: fc is not modelled\n') },
  { name: 'times', start: () => printed('0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n') },
  { name: 'tty', start: () => printed('/dev/pts/0\n') },
  { name: 'nproc', start: () => printed('2\n') },
  { name: 'arch', start: () => printed('x86_64\n') },
];

export const BUILTINS: readonly ShellProgram[] = [clear, { ...clear, name: 'reset' }, help, history, which, ...rest];
