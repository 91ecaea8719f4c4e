import type { Subcommand } from '../subcommand.ts';
import { apply } from './apply/apply.ts';
import { create } from './create/create.ts';
import { GENERATOR_COMMANDS } from './create/generators.ts';
import { deleteCommand } from './delete.ts';
import { drain } from './drain.ts';
import { edit } from './edit/edit.ts';
import { annotate, label } from './labels.ts';
import { cordon, uncordon } from './nodes.ts';
import { patchCommand } from './patchCommand.ts';
import { replace } from './replace.ts';
import { runCommand } from './run.ts';
import { taint } from './taint.ts';

/** Commands that change what the API server holds. */
export const WRITE_COMMANDS: readonly Subcommand[] = [
  annotate,
  apply,
  cordon,
  create,
  ...GENERATOR_COMMANDS,
  deleteCommand,
  drain,
  edit,
  label,
  patchCommand,
  replace,
  runCommand,
  taint,
  uncordon,
];
