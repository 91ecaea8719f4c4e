/** So many letters stand in every column. */
const FITS = 24;
/** A word may break behind these. */
const JOINT = /(?<==)(?![=|'"]|$)|(?<=[^=/][/|,;:?&])(?![=/|,;:?&'"]|$)/;
/** A flag, a path, a name with a hyphen: it tells nothing when a line ends in its midst. */
const WHOLE = /(\S*[-/=_]\S+|\S+[-/=_])/;

/** The pieces of a word that may be too long for a line; together they are the word. */
export function pieces(word: string): readonly string[] {
  return word.length <= FITS ? [word] : word.split(JOINT);
}

/** A sentence in turns: plain text, a word that is to stay whole, plain text, and so on. */
export function turns(text: string): readonly string[] {
  return text.split(WHOLE);
}
