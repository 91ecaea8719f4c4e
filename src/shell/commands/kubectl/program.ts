import { type Program, programOf } from './dispatch.ts';
import { READ_COMMANDS } from './read/commands.ts';

/** All commands that are modelled. */
export const KUBECTL: Program = programOf([...READ_COMMANDS]);
