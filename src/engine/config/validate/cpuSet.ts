import { goQuote } from '../go/quote.ts';

/** What is wrong with a list of CPUs such as `0-2,4`; null when nothing is. Models k8s.io/utils/cpuset Parse. */
export function cpuSetError(text: string): string | null {
  for (const range of text.split(',')) {
    const bounds = splitAtFirst(range);
    for (const bound of bounds) {
      if (!/^[-+]?\d+$/.test(bound)) return `strconv.Atoi: parsing ${goQuote(bound)}: invalid syntax`;
    }
    const [from, to] = bounds.map(Number);
    if (from !== undefined && to !== undefined && from > to) return `invalid range ${goQuote(range)} (${from} > ${to})`;
  }
  return null;
}

function splitAtFirst(range: string): readonly string[] {
  const dash = range.indexOf('-');
  return dash === -1 ? [range] : [range.slice(0, dash), range.slice(dash + 1)];
}
