import { remembering } from '../../pki/memo.ts';
import { goQuoteBytes } from './quote.ts';

/** A Go duration in nanoseconds, or the error that `time.ParseDuration` gives. */
export type ParsedDuration =
  | { readonly ok: true; readonly nanoseconds: bigint }
  | { readonly ok: false; readonly error: string };

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const LARGEST = 1n << 63n;

/** Reads `1h10m`, `1500ms`, `-2s`. Models Go's time.ParseDuration. */
export function parseDuration(text: string): ParsedDuration {
  const invalid: ParsedDuration = { ok: false, error: `time: invalid duration ${goQuoteBytes(text)}` };
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  let rest = text.slice(sign.length);
  if (rest === '0') return { ok: true, nanoseconds: 0n };
  if (rest === '') return invalid;
  let total = 0n;
  while (rest !== '') {
    const number = /^(\d*)(?:\.(\d*))?/.exec(rest);
    const whole = number?.[1] ?? '';
    const part = number?.[2] ?? '';
    if (whole === '' && part === '') return invalid;
    rest = rest.slice(number?.[0].length ?? 0);
    const unit = /^[^.\d]*/.exec(rest)?.[0] ?? '';
    if (unit === '') return { ok: false, error: `time: missing unit in duration ${goQuoteBytes(text)}` };
    rest = rest.slice(unit.length);
    const size = UNITS.get(unit);
    if (size === undefined) {
      return { ok: false, error: `time: unknown unit ${goQuoteBytes(unit)} in duration ${goQuoteBytes(text)}` };
    }
    total += BigInt(whole === '' ? '0' : whole) * size;
    if (part !== '') total += (BigInt(part) * size) / 10n ** BigInt(part.length);
    if (total > LARGEST) return invalid;
  }
  if (sign === '-') return { ok: true, nanoseconds: -total };
  return total === LARGEST ? invalid : { ok: true, nanoseconds: total };
}

/** `2m0s`, `1.5s`, `100ms`, `0s`. Models Go's time.Duration.String. */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 1_000n)}µs`;
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 1_000_000n)}ms`;
  const minutes = size / 60_000_000_000n;
  const seconds = `${decimal(size % 60_000_000_000n, 1_000_000_000n)}s`;
  if (minutes === 0n) return sign + seconds;
  if (minutes < 60n) return `${sign}${minutes}m${seconds}`;
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function decimal(value: bigint, unit: bigint): string {
  const fraction = value % unit;
  if (fraction === 0n) return `${value / unit}`;
  const digits = `${fraction + unit}`.slice(1).replace(/0+$/, '');
  return `${value / unit}.${digits}`;
}

/** Milliseconds of a duration as the effective configuration holds it (`2m0s`); 0 for anything else. */
export const durationMilliseconds: (text: string) => number = remembering(32, (text) => {
  const parsed = parseDuration(text);
  return parsed.ok ? Number(parsed.nanoseconds) / 1e6 : 0;
});
