/** How many checks a step of the gate made, by outcome. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What the figures alone would hide. */
  readonly note?: string;
}

/** As many tests may need a second browser on a machine that others share; more of them are tests, or a page, that waver. */
const SECOND_BROWSERS = 1;

/** Reads the counts of a step from all that it printed and its exit status. */
export type CountReader = (output: string, status: number) => Counts;

/** A tool that judges as a whole: one check, passed when it exits 0 and looked at something. */
export function whole(lookedAt: RegExp): CountReader {
  return (output, status) => {
    const seen = Number(lookedAt.exec(output)?.[1] ?? 0);
    return status === 0 && seen > 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
}

/** A tool that prints nothing when all is well: one check by its exit status. */
export const silent: CountReader = (_output, status) =>
  status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** vitest's `Tests  2 failed | 25 passed (27)`. A suite that could not be loaded has no tests: it counts by the exit status. */
export const vitest: CountReader = (output, status) => {
  const line = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? '';
  return honest({ passed: numberBefore(line, 'passed'), failed: numberBefore(line, 'failed') }, status);
};

/**
 * Playwright's closing lines: `12 passed (30s)`, `1 failed`, `1 flaky`. What failed in a worker's warm page is judged once more
 * by a new browser (docs/decisions/0012-warm-pages.md): Playwright calls it flaky when it passes there. It passed, and is told.
 */
export const playwright: CountReader = (output, status) => {
  const last = (word: string) =>
    Number([...output.matchAll(new RegExp(`^\\s+(\\d+) ${word}\\b`, 'gm'))].at(-1)?.[1] ?? 0);
  const failed = last('failed') + last('did not run') + last('interrupted');
  const again = last('flaky');
  if (again === 0) return honest({ passed: last('passed'), failed }, status);
  if (again > SECOND_BROWSERS) return honest({ passed: last('passed'), failed: failed + again }, status);
  return { ...honest({ passed: last('passed') + again, failed }, status), note: `${again} only in a new browser` };
};

/** Our own runners end with `N passed, N failed`. */
export const own: CountReader = (output, status) => {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return honest({ passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0) }, status);
};

/** A step that says it failed, or that checked nothing, has at least one failure. */
function honest(counts: Counts, status: number): Counts {
  const suspicious = status !== 0 || counts.passed + counts.failed === 0;
  return suspicious && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function numberBefore(line: string, word: string): number {
  return Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
}
