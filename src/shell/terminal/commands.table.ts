import type { NodeCommand } from '../command.ts';
import { kubectl } from '../commands/kubectl/kubectl.ts';
import { NODE_PROGRAMS } from '../commands/nodePrograms.table.ts';
import type { ShellProgram } from './program.ts';
import { BUILTINS } from './programs/builtins.ts';
import { chgrp, chown } from './programs/chown.ts';
import { date } from './programs/date.ts';
import { diff } from './programs/diff.ts';
import { groups, id, whoami } from './programs/identity.ts';
import { ls } from './programs/ls.ts';
import { mktemp } from './programs/mktemp.ts';
import { READING } from './programs/reading.ts';
import { sha512sum } from './programs/sha512.ts';
import { SHELLS } from './programs/shells.ts';
import { stat } from './programs/stat.ts';
import { xargs } from './programs/xargs.ts';

/** Every program of a node beside those that the interpreter brings; one of the same name takes its place. */
export const COMMANDS: readonly (NodeCommand | ShellProgram)[] = [
  ...BUILTINS,
  ...SHELLS,
  ...READING,
  chgrp,
  chown,
  date,
  diff,
  groups,
  id,
  ls,
  mktemp,
  sha512sum,
  stat,
  whoami,
  xargs,
  ...NODE_PROGRAMS,
  kubectl,
];
