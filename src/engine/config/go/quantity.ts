/** A resource quantity: its canonical text, and whether it is zero. */
export interface Quantity {
  readonly canonical: string;
  readonly zero: boolean;
  /** As a number of units, for comparing. */
  readonly value: number;
}

/** What resource.ParseQuantity says of text that is none. */
export const QUANTITY_ERROR =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** Reads `10Mi`, `1.5Gi`, `200m`, `1e3`; null when it is no quantity. Models apimachinery/pkg/api/resource/quantity.go, v1.36. */
export function parseQuantity(text: string): Quantity | null {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?|[eE][-+]?\d{1,3})$/.exec(text);
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = '', suffix = ''] = parts;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(whole + fraction);
  const negative = sign === '-' && digits !== 0n;
  if (digits === 0n) return { canonical: '0', zero: true, value: 0 };
  const binary = suffix === '' ? -1 : BINARY.indexOf(suffix);
  // Everything is counted in 1e-9, and rounded up to that, as the real one does.
  const nano =
    binary > 0
      ? scaled(digits * 1024n ** BigInt(binary), 9 - fraction.length)
      : scaled(digits, exponent(suffix) + 9 - fraction.length);
  const value = (negative ? -1 : 1) * (Number(nano) / 1e9);
  const body = binary > 0 && nano % 1_000_000_000n === 0n ? inBinary(nano / 1_000_000_000n) : inDecimal(nano, suffix);
  return { canonical: (negative ? '-' : '') + body, zero: false, value };
}

function exponent(suffix: string): number {
  if (/^[eE][-+]?\d/.test(suffix)) return Number(suffix.slice(1));
  return (DECIMAL.indexOf(suffix) - 3) * 3;
}

function scaled(digits: bigint, power: number): bigint {
  if (power >= 0) return digits * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor - 1n) / divisor;
}

function inBinary(units: bigint): string {
  let left = units;
  let step = 0;
  while (left % 1024n === 0n && step < BINARY.length - 1) {
    left /= 1024n;
    step += 1;
  }
  return `${left}${BINARY[step] ?? ''}`;
}

function inDecimal(nano: bigint, suffix: string): string {
  let left = nano;
  let step = 0;
  while (left % 1000n === 0n && step < DECIMAL.length - 1) {
    left /= 1000n;
    step += 1;
  }
  if (/^[eE]\d|^[eE][-+]/.test(suffix)) return step === 3 ? `${left}` : `${left}e${(step - 3) * 3}`;
  return `${left}${DECIMAL[step] ?? ''}`;
}
