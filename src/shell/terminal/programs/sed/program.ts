/** What chooses lines. `zero` is the line before the first, of `0,/end/`. */
export type Address =
  | { readonly kind: 'line' | 'plus' | 'multiple'; readonly line: number }
  | { readonly kind: 'step'; readonly line: number; readonly step: number }
  | { readonly kind: 'pattern'; readonly pattern: RegExp | null }
  | { readonly kind: 'last' | 'zero' };

/** A piece of a replacement: text, a group (0 is all that matched), or how the case of what follows changes. */
export type ReplacementPart = string | number | { readonly fold: 'U' | 'L' | 'u' | 'l' | 'E' };

/** What an `s` does; `pattern` is null for the last one that was used. */
export interface Substitution {
  readonly pattern: RegExp | null;
  readonly replacement: readonly ReplacementPart[];
  readonly isGlobal: boolean;
  readonly prints: boolean;
  readonly from: number;
  readonly file: string | null;
}

/** A command of a script. */
export interface SedCommand {
  readonly name: string;
  readonly first: Address | null;
  readonly last: Address | null;
  readonly isNegated: boolean;
  /** The text of `a`, `i` and `c`, the name of a file or a label. */
  readonly text: string;
  /** The exit code of `q`, the width of `l`. */
  readonly number: number | null;
  readonly substitution: Substitution | null;
  readonly letters: ReadonlyMap<string, string>;
  /** Where `{`, `b`, `t` and `T` go on. */
  jump: number;
}

/** A script read, or the complaint about the character behind which it was noticed. */
export type SedProgram =
  | { readonly commands: readonly SedCommand[]; readonly isSilent: boolean }
  | { readonly complaint: string; readonly char: number | null };
