/** The value below which a share of the samples lies, by nearest rank; NaN for none. `share` from 0 to 1. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Calls `act` until `milliseconds` have passed, after a warm-up of a tenth of it; gives calls per second. */
export function perSecond(act: () => void, milliseconds: number): number {
  repeat(act, milliseconds / 10);
  const { calls, elapsed } = repeat(act, milliseconds);
  return (calls * 1000) / elapsed;
}

function repeat(act: () => void, milliseconds: number): { readonly calls: number; readonly elapsed: number } {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    act();
    calls += 1;
    elapsed = performance.now() - start;
  }
  return { calls, elapsed };
}
