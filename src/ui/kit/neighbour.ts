/** Which of a row of ids a key leads to from `current`; null when the key does not move. Wraps around. */
export function neighbour(ids: readonly string[], current: string, key: string): string | null {
  const at = ids.indexOf(current);
  const last = ids.length - 1;
  switch (key) {
    case 'ArrowRight':
      return ids[at === last ? 0 : at + 1] ?? null;
    case 'ArrowLeft':
      return ids[at <= 0 ? last : at - 1] ?? null;
    case 'Home':
      return ids[0] ?? null;
    case 'End':
      return ids[last] ?? null;
    default:
      return null;
  }
}
