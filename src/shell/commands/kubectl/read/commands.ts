import { DESCRIBE } from '../describe/describe.ts';
import type { Subcommand } from '../subcommand.ts';
import { ABOUT_COMMANDS } from './aboutServer.ts';
import { API_RESOURCES, API_VERSIONS } from './apiResources.ts';
import { GET } from './get.ts';

/** Commands that look at the cluster and change nothing. */
export const READ_COMMANDS: readonly Subcommand[] = [GET, DESCRIBE, API_RESOURCES, API_VERSIONS, ...ABOUT_COMMANDS];
