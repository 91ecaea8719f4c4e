/**
 * Output as a terminal shows it: a carriage return goes back to the start of the line, so that what follows overwrites
 * what stood there; before a newline it is nothing. Takes any text.
 */
export function asScreen(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.split('\r').reduce((shown, piece) => (piece === '' ? shown : piece + shown.slice(piece.length)), ''),
    )
    .join('\n');
}
