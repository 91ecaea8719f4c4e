const LEAST = 24;
const MOST = 66;

/** A share in percent, whole, and within what leaves both panes usable. */
export function share(wanted: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, wanted)));
}
