const LINES = 8;
const CHARACTERS = 640;

/**
 * The opening of an answer that is too long to show whole. `lines` is how many lines the whole has, 0 when nothing was cut;
 * a single long line, as a pod list is, counts as one.
 */
export function opening(text: string): { readonly text: string; readonly lines: number } {
  const whole = text.trimEnd();
  const lines = whole.split('\n');
  const start = lines.slice(0, LINES).join('\n').slice(0, CHARACTERS);
  return start.length === whole.length ? { text: whole, lines: 0 } : { text: `${start}…`, lines: lines.length };
}
