import { ACCESS_COMMANDS } from './access/commands.ts';
import { CONFIG_COMMANDS } from './config/commands.ts';
import { type Program, programOf } from './dispatch.ts';
import { READ_COMMANDS } from './read/commands.ts';
import { helpCommands } from './read/helpCommands.ts';
import { STREAM_COMMANDS } from './streams/commands.ts';
import { WRITE_COMMANDS } from './write/commands.ts';

/** All commands that are modelled. */
export const KUBECTL: Program = programOf([
  ...READ_COMMANDS,
  ...WRITE_COMMANDS,
  ...ACCESS_COMMANDS,
  ...STREAM_COMMANDS,
  ...CONFIG_COMMANDS,
  ...helpCommands(() => KUBECTL),
]);
