import type { Scalar, Span } from './tree.ts';

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/**
 * What an unquoted YAML scalar means: YAML 1.1 with its `yes` and `off`, octal `010`, no base 60. Dates stay text.
 * Models go.yaml.in/yaml/v2 resolve.go.
 */
export function resolvePlain(text: string, span: Span): Scalar {
  if (NULL.has(text)) return { kind: 'null', span };
  if (TRUE.has(text)) return { kind: 'bool', value: true, span };
  if (FALSE.has(text)) return { kind: 'bool', value: false, span };
  return (/^[-+.0-9]/.test(text) ? number(text, span) : null) ?? { kind: 'string', value: text, span };
}

/** What Go calls an infinite number or none at all, null for any other text: JSON cannot express it. */
export function infinity(text: string): string | null {
  if (!/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text)) return null;
  if (text.toLowerCase().endsWith('nan')) return 'NaN';
  return text.startsWith('-') ? '-Inf' : '+Inf';
}

function number(text: string, span: Span): Scalar | null {
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '');
  const whole = integer(digits);
  if (whole !== null) return { kind: 'number', value: Number(whole), text: `${whole}`, span };
  if (!FLOAT.test(digits)) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? { kind: 'number', value, text: floatText(value), span } : null;
}

/** Models strconv.ParseInt with base 0, then ParseUint, 64 bits. */
function integer(text: string): bigint | null {
  const parts = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/.exec(text);
  if (parts === null) return null;
  const [, sign = '', body = ''] = parts;
  const size = BigInt(/^0[0-7]+$/.test(body) ? `0o${body.slice(1)}` : body.toLowerCase());
  const value = sign === '-' ? -size : size;
  const largest = sign === '' ? 2n ** 64n - 1n : 2n ** 63n - 1n;
  return value < -(2n ** 63n) || value > largest ? null : value;
}

/** A float as encoding/json writes it. */
export function floatText(value: number): string {
  return String(value).replace(/e([-+])(\d)$/, 'e$10$2');
}
