import type { WorldEvent } from '#engine/world/event.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import type { Foreground } from '../foreground.ts';

/** A program that printed and did nothing else. */
export function printed(stdout: string, exitCode = 0): CommandResult {
  return { stdout, stderr: '', exitCode, events: [] };
}

/** A program that complained on standard error. */
export function complained(stderr: string, exitCode = 1): CommandResult {
  return { stdout: '', stderr, exitCode, events: [] };
}

/** A program that changed the world, and what it printed. */
export function acted(events: readonly WorldEvent[], stdout = '', stderr = '', exitCode = 0): CommandResult {
  return { stdout, stderr, exitCode, events };
}

/** A program that leaves something in the terminal. */
export function entered(then: Foreground, stdout = ''): CommandResult {
  return { stdout, stderr: '', exitCode: 0, events: [], then };
}

/** The simulator's own sentence about something real that it does not model; never mistaken for the program's words. */
export function notModelled(what: string, exitCode = 1): CommandResult {
  return complained(`portside: ${what}\n`, exitCode);
}

/** Two results one behind the other; the second's exit code counts unless `exitCode` says otherwise. */
export function joined(first: CommandResult, second: CommandResult, exitCode = second.exitCode): CommandResult {
  const then = second.then ?? first.then;
  return {
    stdout: first.stdout + second.stdout,
    stderr: first.stderr + second.stderr,
    exitCode,
    events: [...first.events, ...second.events],
    ...(then === undefined ? {} : { then }),
  };
}

/** Lines with their ends; an empty list is an empty text. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** How wide a line may be before it is cut: the terminal's width, without bound when the output goes elsewhere. */
export function widthOf({ terminal }: CommandContext): number {
  return terminal.stdout ? terminal.columns : Number.POSITIVE_INFINITY;
}
