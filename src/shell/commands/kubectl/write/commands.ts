import type { Subcommand } from '../subcommand.ts';
import { create } from './create/create.ts';
import { GENERATOR_COMMANDS } from './create/generators.ts';

/** Commands that change what the API server holds. */
export const WRITE_COMMANDS: readonly Subcommand[] = [create, ...GENERATOR_COMMANDS];
