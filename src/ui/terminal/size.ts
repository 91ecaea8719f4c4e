const KEY = 'portside.terminal.size';
const [SMALLEST, USUAL, LARGEST] = [10, 13, 24] as const;

/** The size of the terminal's letters in pixels, as it was chosen last. */
export function letterSize(): number {
  try {
    return within(Number(localStorage.getItem(KEY) ?? USUAL));
  } catch {
    return USUAL;
  }
}

/** Chooses another size, for the next visit too; gives the size that it is now. */
export function chooseLetterSize(size: number): number {
  const chosen = within(size);
  try {
    localStorage.setItem(KEY, String(chosen));
  } catch {
    // The choice then holds for this visit.
  }
  return chosen;
}

function within(size: number): number {
  return Number.isFinite(size) ? Math.min(LARGEST, Math.max(SMALLEST, Math.round(size))) : USUAL;
}
