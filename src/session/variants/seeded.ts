/** Choices that follow from a text alone. */
export interface Seeded {
  /** A whole number from 0 to `limit` - 1; 0 for a limit of 0. */
  below(limit: number): number;
}

/** A generator of the mulberry32 kind, begun from the FNV-1a digest of a text. */
export function seeded(text: string): Seeded {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return limit <= 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
}
