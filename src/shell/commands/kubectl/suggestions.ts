/** Names that a mistyped one may mean: two letters apart at most, or beginning with it. Models cobra's SuggestionsFor, v1.10. */
export function suggestions(typed: string, names: readonly string[]): readonly string[] {
  const wanted = typed.toLowerCase();
  return names.filter((name) => name.startsWith(wanted) || distance(wanted, name) <= 2);
}

/** Levenshtein's distance. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
