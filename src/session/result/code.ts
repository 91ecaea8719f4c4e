/** What a code begins with, so that people and programs see what it is. */
export const CODE_PREFIX = 'portside-result.';

/** The packed part (deflate, base64url) of a text that is a code, however mail has broken its lines; null for any other text. */
export function packedIn(text: string): string | null {
  const whole = text.replaceAll(/\s+/g, '');
  if (!whole.startsWith(CODE_PREFIX)) return null;
  const packed = whole.slice(CODE_PREFIX.length);
  return /^[A-Za-z0-9_-]+$/.test(packed) ? packed : null;
}

/** Every code in a text that may hold many, one after the other. */
export function codesIn(text: string): readonly string[] {
  return text
    .split(CODE_PREFIX)
    .slice(1)
    .map((rest) => CODE_PREFIX + (/^[A-Za-z0-9_\-\s]*/.exec(rest)?.[0] ?? '').trim());
}
