import type { TabMemory } from '#session/keeping/plainKeeper.ts';

/** Which copy of a run this tab works on, remembered as long as the tab lives. A tab that may not remember has the run itself. */
export function tabMemory(run: string): TabMemory {
  const key = `portside.copy.${run}`;
  let copy: string | null = null;
  try {
    copy = sessionStorage.getItem(key);
  } catch {
    // Storage may be forbidden.
  }
  return {
    copy,
    remember(next) {
      try {
        if (next === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, next);
      } catch {
        // Then the next page opens on the run itself.
      }
    },
    reopen: () => location.reload(),
  };
}
