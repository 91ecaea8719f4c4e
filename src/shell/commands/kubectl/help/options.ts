import { type Flag, flagsOf } from '../flags/flag.ts';
import { READ_HELP } from './read.data.ts';

/** Flags that every command takes, as `kubectl options` lists them. */
export const OPTIONS: readonly Flag[] = flagsOf(READ_HELP.options ?? '').map((flag) => ({
  ...flag,
  isGlobal: true,
}));
