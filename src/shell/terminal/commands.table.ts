import type { NodeCommand } from '../command.ts';
import type { ShellProgram } from './program.ts';

/** Every program of a node beside those that the interpreter brings; one of the same name takes its place. */
export const COMMANDS: readonly (NodeCommand | ShellProgram)[] = [];
