import { lettersApart } from '#engine/spelling.ts';

/** Names that a mistyped one may mean: two letters apart at most, or beginning with it. Models cobra's SuggestionsFor, v1.10. */
export function suggestions(typed: string, names: readonly string[]): readonly string[] {
  const wanted = typed.toLowerCase();
  return names.filter((name) => name.startsWith(wanted) || lettersApart(wanted, name) <= 2);
}
