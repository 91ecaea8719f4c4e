import { remembering } from '#engine/pki/memo.ts';

/** How a flag's text is read: a `list` is split at commas and grows, an `array` grows by whole texts. */
export type FlagType = 'string' | 'bool' | 'int' | 'duration' | 'list' | 'array';

/** A flag as pflag knows it. */
export interface Flag {
  readonly name: string;
  /** Its one letter, '' when it has none. */
  readonly short: string;
  readonly type: FlagType;
  /** The value when it is not given, as text. */
  readonly fallback: string;
  /** What it stands for when it is given without a value (`NoOptDefVal`); null when it needs one. */
  readonly bare: string | null;
  /** Whether every command takes it. */
  readonly isGlobal?: boolean;
}

/** Lists that take each text as it comes, commas and all. */
const ARRAYS = new Set(
  'prune-allowlist for resource-name user group serviceaccount from-literal audience env annotations as-group as-user-extra'.split(
    ' ',
  ),
);

/** Flags that may stand without a value, besides the boolean ones. */
const BARE: Readonly<Record<string, string>> = { 'dry-run': 'unchanged', validate: 'strict', cascade: 'background' };

/** The flags that a help text lists (`    -o, --output='':`): the program's own description is the table. */
export const flagsOf: (help: string) => readonly Flag[] = remembering(128, (help) =>
  [...help.matchAll(/^ {4}(?:-(\w), )?--([\w-]+)=(.*):$/gm)].map(([, short = '', name = '', shown = '']) => {
    const type = typeOf(name, shown);
    const bare = type === 'bool' ? 'true' : (BARE[name] ?? null);
    return { name, short, type, fallback: shown.replace(/^['[]|['\]]$/g, ''), bare };
  }),
);

function typeOf(name: string, shown: string): FlagType {
  if (shown === 'true' || shown === 'false') return 'bool';
  if (shown.startsWith('[')) return ARRAYS.has(name) ? 'array' : 'list';
  if (/^-?\d+$/.test(shown)) return 'int';
  return /^\d+(ms|s|m|h)/.test(shown) ? 'duration' : 'string';
}
