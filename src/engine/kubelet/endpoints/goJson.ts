import type { Json } from '../../json.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * JSON as Go's encoding/json writes it: compact, keys in the order given, `<`, `>` and `&` escaped for HTML. `indent`
 * counts spaces, as json.MarshalIndent takes them.
 */
export function goJson(value: Json, indent = 0): string {
  const text = indent === 0 ? JSON.stringify(value) : JSON.stringify(value, null, indent);
  return text.replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? character);
}
