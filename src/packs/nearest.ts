import { lettersApart } from '#engine/spelling.ts';

/** The name that was most likely meant by one that is not known: at most a third of its letters apart; null when none is near. */
export function nearest(unknown: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(unknown.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - unknown.length) >= least) continue;
    const apart = lettersApart(unknown.toLowerCase(), name.toLowerCase());
    if (apart < least) [best, least] = [name, apart];
  }
  return best;
}

/** What to say of a name that is not known: the one that was meant, or those that there are, when they are few. */
export function adviceFor(unknown: string, known: readonly string[]): string {
  const meant = nearest(unknown, known);
  if (meant !== null) return `Did you mean ${meant}?`;
  if (known.length === 0) return 'There is none to name.';
  return known.length > 24 ? 'Nothing there is spelled like it.' : `Name one of: ${known.join(', ')}.`;
}
