/** The step that a key leads to from another, of 0 (the start) to `last`; null when the key is none for moving. */
export function neighbourStep(from: number, last: number, key: string): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
