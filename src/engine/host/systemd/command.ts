import type { Argument } from '../argument.ts';
import { type Files, isDirectory, readText } from '../files.ts';
import type { LogLine } from '../journal.ts';
import type { LoadedUnit } from '../unit.ts';
import { assemble, hostnameIn } from './assemble.ts';
import { locate } from './binaries.ts';
import { environmentOf } from './environment.ts';
import type { ParsedDirective } from './parse.ts';
import type { SpecifierContext } from './specifiers.ts';
import { expandVariables, isVariableName } from './variables.ts';
import { commandsOf, lastValue } from './verify.ts';
import { NODE_SYSTEMD, type SystemdVersion } from './version.table.ts';

/** What a start says: systemd itself before it has a process, then the process before it is the program. */
interface Said {
  readonly log: readonly LogLine[];
  readonly child: { readonly identifier: string; readonly log: readonly LogLine[] };
}

/** The command line that a start would run. */
export interface Command extends Said {
  readonly ok: true;
  /** argv[0] first. */
  readonly argv: readonly Argument[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A start that never reaches the program. */
export interface CommandFailure extends Said {
  readonly ok: false;
  /**
   * `refused`: the unit cannot be started at all, systemctl says why. `spawn`: systemd had no process to start.
   * `exec`: a process was there, but could not become the program.
   */
  readonly phase: 'refused' | 'spawn' | 'exec';
  /** systemd's `Result=`; empty when refused. */
  readonly result: string;
  /** The status that the process ended with (203 = EXEC); 0 when there was none. */
  readonly exitCode: number;
}

/**
 * Works out the command line of a loaded unit with the environment files as they are now.
 * Models exec_spawn of src/core/execute.c and exec_invoke of src/core/exec-invoke.c, whose process calls itself after
 * the last eight letters of its program.
 */
export function commandOf(
  unit: LoadedUnit,
  files: Files,
  systemd: SystemdVersion = NODE_SYSTEMD,
): Command | CommandFailure {
  const hostname = hostnameIn(files);
  const { state, directives } = assemble(unit, hostname);
  const context: SpecifierContext = { unit: unit.name, hostname, fragment: unit.fragment };
  const command = commandsOf(directives, 'ExecStart', context)[0];
  const name = command?.path.slice(command.path.lastIndexOf('/') + 1).slice(-8) ?? '';
  const log: LogLine[] = [];
  const spoken: LogLine[] = [];
  const said: Said = { log, child: { identifier: `(${name})`, log: spoken } };
  if (state !== 'loaded' || command === undefined)
    return { ok: false, phase: 'refused', ...said, result: '', exitCode: 0 };
  const line = (level: LogLine['level'], text: string, about?: LogLine['about']): LogLine => {
    return { level, source: '', text: `${unit.name}: ${text}`, ...(about === undefined ? {} : { about }) };
  };
  const read = environmentOf(directives, context, files, systemd);
  for (const { text, about } of read.ignored) log.push(line('E', text, about));
  if (read.missing !== null) {
    log.push(
      line('E', 'Failed to load environment files: No such file or directory', read.missing),
      line('W', "Failed to run 'start' task: No such file or directory", read.missing),
    );
    return { ok: false, phase: 'spawn', ...said, result: 'resources', exitCode: 0 };
  }
  const say = (...words: Parameters<typeof line>): void => {
    spoken.push(line(...words));
  };
  const program = locate(command.path, files);
  const step = (name: string, why: string): void => {
    say('E', `Failed at step ${name} spawning ${program ?? command.path}: ${why}`, command.directive.at);
  };
  const exited = (exitCode: number): CommandFailure => ({
    ok: false,
    phase: 'exec',
    ...said,
    result: 'exit-code',
    exitCode,
  });
  const stranger = unknownUser(directives, files);
  if (stranger !== null) {
    say('E', 'Failed to determine user credentials: No such process', stranger.at);
    step('USER', 'No such process');
    return exited(217);
  }
  const nowhere = missingDirectory(directives, files);
  if (nowhere !== null) {
    say('E', 'Changing to the requested working directory failed: No such file or directory', nowhere.at);
    step('CHDIR', 'No such file or directory');
    return exited(200);
  }
  if (program === null) {
    say('E', `${systemd.noExecutable(command.path)}: No such file or directory`, command.directive.at);
    step('EXEC', 'No such file or directory');
    return exited(203);
  }
  const { words, unset } = command.noEnvironment
    ? { words: command.words, unset: [] }
    : expandVariables(command.words, read.environment);
  const named = unset.filter(isVariableName);
  const bad = unset.filter((name) => !isVariableName(name));
  if (systemd.namesUnsetVariables && named.length > 0)
    say('W', `Referenced but unset environment variable evaluates to an empty string: ${named.join(', ')}`);
  if (systemd.namesUnsetVariables && bad.length > 0)
    say('W', `Invalid environment variable name evaluates to an empty string: ${bad.join(', ')}`);
  const environment = Object.fromEntries([...read.environment].map(([name, { value }]) => [name, value]));
  return { ok: true, argv: words, environment, ...said };
}

/** The `User=` that the host does not know; null when it does, or when there is none. */
function unknownUser(directives: readonly ParsedDirective[], files: Files): ParsedDirective | null {
  const directive = directives.findLast(({ section, key }) => section === 'Service' && key === 'User');
  const user = directive?.value ?? '';
  if (directive === undefined || ['', 'root', '0'].includes(user)) return null;
  const passwords = readText(files, '/etc/passwd') ?? '';
  const known = passwords.split('\n').some((line) => [line.split(':')[0], line.split(':')[2]].includes(user));
  return known ? null : directive;
}

function missingDirectory(directives: readonly ParsedDirective[], files: Files): ParsedDirective | null {
  const path = lastValue(directives, 'Service', ['WorkingDirectory'], () => true) ?? '';
  if (path === '' || path === '~' || path.startsWith('-') || isDirectory(files, path)) return null;
  return directives.findLast(({ key }) => key === 'WorkingDirectory') ?? null;
}
