import type { Mark } from '../yaml/cursor.ts';
import { YamlRefusal } from '../yaml/refusal.ts';
import { infinity, resolvePlain } from './scalar.ts';
import type { Scalar, Span } from './tree.ts';

const STANDARD = 'tag:yaml.org,2002:';
const TIME = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?)?$/;

/**
 * A scalar with a tag: `!!str` and tags of one's own keep the text; `!!int` and the like have to agree with it. Models
 * go.yaml.in/yaml/v2 resolve.go.
 */
export function resolveTagged(tag: string, text: string, start: Mark, span: Span): Scalar {
  const wanted = tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : '';
  const kept: Scalar = { kind: 'string', value: text, span };
  if (wanted === 'binary') return { ...kept, value: binary(text, start) };
  if (!['bool', 'int', 'float', 'null', 'timestamp'].includes(wanted)) return kept;
  const found = resolvePlain(text, span);
  if (wanted === 'timestamp' && TIME.test(text)) return kept;
  const name = infinity(text) === null ? nameOf(found) : 'float';
  if (name === wanted || (wanted === 'float' && name === 'int')) return found;
  throw new YamlRefusal(`cannot decode !!${name} \`${text}\` as a !!${wanted}`, 0, start.at);
}

function nameOf(scalar: Scalar): string {
  if (scalar.kind === 'number') return /^-?\d+$/.test(scalar.text) ? 'int' : 'float';
  return scalar.kind === 'string' ? 'str' : scalar.kind;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a base64 text, each as one character. */
function binary(text: string, start: Mark): string {
  const digits = text.replace(/[\r\n]/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
    throw new YamlRefusal('!!binary value contains invalid base64 data', 0, start.at);
  }
  let bits = 0;
  let size = 0;
  let bytes = '';
  for (const digit of digits.replace(/=+$/, '')) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffff;
    size += 6;
    if (size < 8) continue;
    size -= 8;
    bytes += String.fromCharCode((bits >> size) & 0xff);
  }
  return bytes;
}
