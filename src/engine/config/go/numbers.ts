import { goQuote } from './quote.ts';

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly error: string };
export type ParsedBool =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly error: string };

/** Models strconv.ParseBool. */
export function parseBool(text: string): ParsedBool {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return { ok: true, value: true };
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return { ok: true, value: false };
  return { ok: false, error: `strconv.ParseBool: parsing ${goQuote(text)}: invalid syntax` };
}

/** Models strconv.ParseInt with base 0: `0x1f`, `017`, `1_000`. */
export function parseInteger(text: string, bits: 32 | 64): ParsedNumber {
  const value = baseZero(text);
  if (value === null) return { ok: false, error: `strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax` };
  const half = 2n ** BigInt(bits - 1);
  if (value < -half || value >= half) {
    return { ok: false, error: `strconv.ParseInt: parsing ${goQuote(text)}: value out of range` };
  }
  return { ok: true, value: Number(value) };
}

/** Models strconv.ParseUint(text, 10, 31). */
export function parseLevel(text: string): ParsedNumber {
  if (!/^\d+$/.test(text)) return { ok: false, error: `strconv.ParseUint: parsing ${goQuote(text)}: invalid syntax` };
  if (BigInt(text) >= 2n ** 31n)
    return { ok: false, error: `strconv.ParseUint: parsing ${goQuote(text)}: value out of range` };
  return { ok: true, value: Number(text) };
}

function baseZero(text: string): bigint | null {
  const parts =
    /^([-+]?)(0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*|[1-9](?:_?\d)*)$/.exec(text);
  if (parts === null) return null;
  const body = (parts[2] ?? '').replaceAll('_', '').toLowerCase();
  const size = BigInt(/^0\d+$/.test(body) ? `0o${body.slice(1)}` : body);
  return parts[1] === '-' ? -size : size;
}
