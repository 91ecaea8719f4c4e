/** One place of a pattern: any run of characters, or a test of one. */
type Place = '*' | ((character: string) => boolean);

/**
 * Whether a whole text fits a shell pattern of `*`, `?`, `[a-z]`, `[!a]` and backslashes. Takes time in proportion to pattern
 * times text, whatever they are.
 */
export function fits(pattern: string, text: string, ignoresCase = false): boolean {
  const places = placesOf(ignoresCase ? pattern.toLowerCase() : pattern);
  const characters = [...(ignoresCase ? text.toLowerCase() : text)];
  let [place, at, star, mark] = [0, 0, -1, 0];
  while (at < characters.length) {
    const test = places[place];
    if (test === '*') {
      star = place;
      mark = at;
      place += 1;
    } else if (test?.(characters[at] ?? '') === true) {
      place += 1;
      at += 1;
    } else if (star >= 0) {
      // The last star takes one more; what stood before it need never be tried again.
      place = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  return places.slice(place).every((rest) => rest === '*');
}

function placesOf(pattern: string): readonly Place[] {
  const places: Place[] = [];
  for (const [all, escaped, not, set] of pattern.matchAll(/\\([\s\S])|\[([!^]?)(\]?[^\]]*)\]|[\s\S]/gu)) {
    if (all === '*') places.push('*');
    else if (all === '?') places.push(() => true);
    else if (set !== undefined) {
      const has = setOf(set);
      places.push((character) => has(character) === (not === ''));
    } else {
      const wanted = escaped ?? all;
      places.push((character) => character === wanted);
    }
  }
  return places;
}

/** `a-z_`: single characters and ranges. */
function setOf(text: string): (character: string) => boolean {
  const characters = [...text];
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const from = characters[at] ?? '';
    const isRange = characters[at + 1] === '-' && at + 2 < characters.length;
    ranges.push([from, isRange ? (characters[at + 2] ?? from) : from]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => character >= from && character <= to);
}
