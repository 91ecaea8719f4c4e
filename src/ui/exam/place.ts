/** The moment of an earlier exam that an address asks for, as in `#/exam/sprint?ended=1795550400000`; null when it asks for none. */
export function endedIn(hash: string): number | null {
  const digits = /[?&]ended=([1-9]\d{0,15})(?:&|$)/.exec(hash)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The hash of an earlier exam's result. */
export function hashOfPast(id: string, ended: number): string {
  return `#/exam/${id}?ended=${ended}`;
}
