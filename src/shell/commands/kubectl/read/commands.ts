import { DESCRIBE } from '../describe/describe.ts';
import type { Subcommand } from '../subcommand.ts';
import { GET } from './get.ts';

/** Commands that look at the cluster and change nothing. */
export const READ_COMMANDS: readonly Subcommand[] = [GET, DESCRIBE];
