import { floatText, infinity, resolvePlain } from '#engine/config/decode/scalar.ts';
import type { Json } from '#engine/json.ts';

/** Where a scalar is written. */
export interface ScalarPlace {
  /** The column that its first character takes. */
  readonly column: number;
  /** The column of its further lines. */
  readonly indent: number;
  /** Keys never fold and never become blocks. */
  readonly isKey: boolean;
}

/** Lines longer than this fold at their next space. */
const WIDTH = 80;

const DATE =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/;
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/**
 * A scalar with the quotes that it needs, folded where it is long; an empty list or map is one too.
 * Models yaml_emitter_select_scalar_style and its writers in go.yaml.in/yaml/v2/emitterc.go, and stringv in encode.go.
 */
export function scalarText(value: Json, place: ScalarPlace): string {
  if (typeof value !== 'string') {
    if (typeof value === 'number') return numberText(value);
    return value === null || typeof value === 'boolean' ? String(value) : Array.isArray(value) ? '[]' : '{}';
  }
  const shape = shapeOf(value);
  if (value.includes('\n')) {
    return shape.block && !place.isKey ? literal(value, place.indent) : doubleQuoted(value, place);
  }
  const ambiguous =
    resolvePlain(value, { from: 0, to: 0 }).kind !== 'string' ||
    infinity(value) !== null ||
    DATE.test(value) ||
    BASE_60.test(value);
  if (ambiguous) return doubleQuoted(value, place);
  if (shape.plain) return folded(value, place);
  return shape.single
    ? `'${folded(value.replaceAll("'", "''"), { ...place, column: place.column + 1 }, value)}'`
    : doubleQuoted(value, place);
}

function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : floatText(value);
}

/** Which styles a text may be written in. */
interface Shape {
  readonly plain: boolean;
  readonly single: boolean;
  readonly block: boolean;
}

const SPECIAL = /[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const BREAK = '[\n\r\u0085\u2028\u2029]';
const BLANK_OR_END = '(?:[ \t\n\r\u0085\u2028\u2029]|$)';
const INDICATORS: readonly RegExp[] = [
  /^(?:---|\.\.\.)/,
  /^[#,[\]{}&*!|>'"%@`]/,
  new RegExp(`^[?:-]${BLANK_OR_END}`),
  new RegExp(`.:${BLANK_OR_END}`, 's'),
  /[ \t\n\r\u0085\u2028\u2029]#/,
];
const BREAK_SPACE = new RegExp(`${BREAK} `);
const SPACE_BREAK = new RegExp(` ${BREAK}`);
const EDGES = new RegExp(`^(?: |${BREAK})|(?: |${BREAK})$`);
const MULTILINE = new RegExp(BREAK);

function shapeOf(value: string): Shape {
  const special = SPECIAL.test(value);
  const breakSpace = BREAK_SPACE.test(value);
  const spaceBreak = SPACE_BREAK.test(value);
  const odd = breakSpace || EDGES.test(value) || MULTILINE.test(value) || INDICATORS.some((one) => one.test(value));
  return {
    plain: !special && !spaceBreak && !odd,
    single: !special && !breakSpace && !spaceBreak,
    block: !special && !spaceBreak && !value.endsWith(' '),
  };
}

/** A text without breaks, with new lines in place of single spaces where its line has become long. */
function folded(text: string, { column, indent, isKey }: ScalarPlace, unescaped = text): string {
  if (isKey || column + text.length <= WIDTH) return text;
  let out = '';
  let at = column;
  const characters = [...text];
  const quoted = unescaped !== text || /^[ ]|[ ]$/.test(text);
  characters.forEach((character, index) => {
    const lonely = character === ' ' && characters[index - 1] !== ' ' && characters[index + 1] !== ' ';
    const inside = !quoted || (index > 0 && index < characters.length - 1);
    if (lonely && inside && at > WIDTH) {
      out += `\n${' '.repeat(indent)}`;
      at = indent;
    } else {
      out += character;
      at += 1;
    }
  });
  return out;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\u0000': '0',
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\u001b': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
  '\u2028': 'L',
  '\u2029': 'P',
};

function doubleQuoted(value: string, { column, indent, isKey }: ScalarPlace): string {
  let out = '"';
  let at = column + 1;
  const characters = [...value];
  characters.forEach((character, index) => {
    let piece = escaped(character);
    const fold =
      character === ' ' &&
      !isKey &&
      characters[index - 1] !== ' ' &&
      at > WIDTH &&
      index > 0 &&
      index < characters.length - 1;
    if (fold) {
      piece = characters[index + 1] === ' ' ? '\\' : '';
      out += `\n${' '.repeat(indent)}`;
      at = indent;
    }
    out += piece;
    at += piece.length;
  });
  return `${out}"`;
}

function escaped(character: string): string {
  const short = Object.hasOwn(ESCAPES, character) ? ESCAPES[character] : undefined;
  if (short !== undefined) return `\\${short}`;
  if (/^[\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const digits = (count: number) => code.toString(16).toUpperCase().padStart(count, '0');
  if (code <= 0xff) return `\\x${digits(2)}`;
  return code <= 0xffff ? `\\u${digits(4)}` : `\\U${digits(8)}`;
}

/** `|` and the text, its lines at `indent`; the marks behind `|` tell what indentation and end cannot. */
function literal(value: string, indent: number): string {
  const hint = /^[ \n\r\u0085\u2028\u2029]/.test(value) ? '2' : '';
  const chomp = !value.endsWith('\n') ? '-' : value === '\n' || value.endsWith('\n\n') ? '+' : '';
  const lines = value.split('\n').map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`));
  return `|${hint}${chomp}\n${lines.join('\n')}`;
}
