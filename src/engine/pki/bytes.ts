/** Bytes in this room are strings of one character per byte, as the ASN.1 library takes them. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS: ReadonlyMap<string, number> = new Map([...ALPHABET].map((letter, index) => [letter, index]));

/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. */
export function utf8Bytes(text: string): string {
  let bytes = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x80) bytes += character;
    else if (scalar < 0x800) bytes += String.fromCharCode(0xc0 | (scalar >> 6), 0x80 | (scalar & 0x3f));
    else {
      const tail = [0x80 | ((scalar >> 6) & 0x3f), 0x80 | (scalar & 0x3f)];
      bytes +=
        scalar < 0x10000
          ? String.fromCharCode(0xe0 | (scalar >> 12), ...tail)
          : String.fromCharCode(0xf0 | (scalar >> 18), 0x80 | ((scalar >> 12) & 0x3f), ...tail);
    }
  }
  return bytes;
}

/** The text of UTF-8 bytes, or null when they are not valid UTF-8 (Go's `utf8.Valid`). */
export function utf8Text(bytes: string): string | null {
  let text = '';
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes.charCodeAt(index);
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || index + length > bytes.length) return null;
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let offset = 1; offset < length; offset += 1) {
      const next = bytes.charCodeAt(index + offset);
      if ((next & 0xc0) !== 0x80) return null;
      point = (point << 6) | (next & 0x3f);
    }
    const tooLow = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
    if (tooLow || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    text += String.fromCodePoint(point);
    index += length;
  }
  return text;
}

/** Standard base64 with padding, on one line. */
export function encodeBase64(bytes: string): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const rest = bytes.length - index;
    const group =
      (bytes.charCodeAt(index) << 16) |
      ((rest > 1 ? bytes.charCodeAt(index + 1) : 0) << 8) |
      (rest > 2 ? bytes.charCodeAt(index + 2) : 0);
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    text += rest > 1 ? ALPHABET.charAt((group >> 6) & 63) : '=';
    text += rest > 2 ? ALPHABET.charAt(group & 63) : '=';
  }
  return text;
}

/**
 * The bytes of standard, padded base64, or null when it is none; line ends are skipped.
 * Models Go's `base64.StdEncoding`.
 */
export function decodeBase64(text: string): string | null {
  const clean = text.replace(/[\r\n]/g, '');
  if (clean.length % 4 !== 0) return null;
  const padding = clean.endsWith('==') ? 2 : clean.endsWith('=') ? 1 : 0;
  return decodeSextets(clean.slice(0, clean.length - padding));
}

/** URL-safe base64 without padding, as tokens use it. */
export function encodeBase64Url(bytes: string): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The bytes of URL-safe base64 without padding, or null when it is none; line ends are skipped.
 * Models Go's `base64.RawURLEncoding`.
 */
export function decodeBase64Url(text: string): string | null {
  if (/[+/=]/.test(text)) return null;
  return decodeSextets(
    text
      .replace(/[\r\n]/g, '')
      .replaceAll('-', '+')
      .replaceAll('_', '/'),
  );
}

function decodeSextets(letters: string): string | null {
  if (letters.length % 4 === 1) return null;
  const codes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of letters) {
    const sextet = SEXTETS.get(letter);
    if (sextet === undefined) return null;
    buffer = ((buffer << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    codes.push((buffer >> bits) & 0xff);
  }
  return bytesOf(codes);
}

/** A byte string from numbers 0 to 255. */
export function bytesOf(codes: readonly number[]): string {
  let bytes = '';
  for (let index = 0; index < codes.length; index += 4096) {
    bytes += String.fromCharCode(...codes.slice(index, index + 4096));
  }
  return bytes;
}

/** Lower-case hexadecimal. */
export function hex(bytes: string): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) text += bytes.charCodeAt(index).toString(16).padStart(2, '0');
  return text;
}

/** The bytes of an even number of hexadecimal digits. */
export function fromHex(digits: string): string {
  const codes: number[] = [];
  for (let index = 0; index + 1 < digits.length; index += 2)
    codes.push(Number.parseInt(digits.slice(index, index + 2), 16));
  return bytesOf(codes);
}
