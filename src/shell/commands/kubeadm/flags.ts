import type { Flag, FlagType } from '../kubectl/flags/flag.ts';
import { KUBEADM_HELP } from './help.data.ts';

/** pflag's words for the types of values that kubeadm's flags have. */
const TYPES: Readonly<Record<string, FlagType>> = { strings: 'list', int32: 'int', duration: 'duration', Level: 'int' };

/** The flags that a command's help lists: the program's own description is the table. */
export function flagsOf(command: string): readonly Flag[] {
  const help = KUBEADM_HELP[command] ?? '';
  return [...help.matchAll(/^ {2,6}(?:-(\w), )?--([\w-]+)(?: ([A-Za-z][\w]*))? {2,}(.*)$/gm)].map(
    ([, short = '', name = '', type, text = '']): Flag => {
      const fallback = /\(default "?([^")]*)"?\)$/.exec(text)?.[1] ?? '';
      return {
        name,
        short,
        type: type === undefined ? 'bool' : (TYPES[type] ?? 'string'),
        fallback: fallback.replace(/^\[|\]$/g, ''),
        bare: type === undefined ? 'true' : null,
      };
    },
  );
}
