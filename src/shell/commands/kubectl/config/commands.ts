import { CONFIG_HELP } from '../help/config.data.ts';
import type { Subcommand } from '../subcommand.ts';
import { CONTEXT_COMMANDS } from './contexts.ts';
import { ENTRY_COMMANDS } from './entries.ts';
import { PROPERTY_COMMANDS } from './properties.ts';
import { VIEW } from './view.ts';

/** `kubectl config` and what is below it. */
export const CONFIG_COMMANDS: readonly Subcommand[] = [
  { path: 'config', help: CONFIG_HELP.config ?? '' },
  VIEW,
  ...CONTEXT_COMMANDS,
  ...ENTRY_COMMANDS,
  ...PROPERTY_COMMANDS,
];
