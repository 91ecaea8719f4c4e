/** So many letters stand in every column, whatever stands before them. */
const FITS = 24;
/** So many stand in most columns, when they have a line to themselves. */
const FILLS = 40;
/** A word may break behind these. */
const JOINT = /(?<==)(?![=|'"])(?=.{4})|(?<=[^=/][/|,;?&])(?![=/|,;:?&'"]|$)|(?<=[a-z]:)(?=[a-z])/;
/** A flag, a path, a name with a hyphen or colons: it tells nothing when a line ends in its midst. */
const WHOLE = /(\S*[-/=_]\S+|\S+[-/=_]|\S+:\S+)/;

/** The pieces of a word that may be too long for a line; together they are the word. */
export function pieces(word: string): readonly string[] {
  return word.length <= FITS ? [word] : word.split(JOINT);
}

/** Whether a word is too long for a line of its own, so that it may begin in the midst of one and go on in the next. */
export function fills(word: string): boolean {
  return word.length > FILLS;
}

/** A sentence in turns: plain text, a word that is to stay whole, plain text, and so on. */
export function turns(text: string): readonly string[] {
  return text.split(WHOLE);
}
