import { isObject, type Json } from '#engine/json.ts';

/** A value as kubectl prints it with `-o json`: four spaces, `<`, `>` and `&` escaped, a new line at its end. */
export function jsonText(value: Json): string {
  return `${goJson(JSON.stringify(value, null, 4))}\n`;
}

/** JSON text with what Go's encoder escapes besides. */
export function goJson(text: string): string {
  return text
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** An object with the keys of all its maps in order, as Go writes a map. */
export function sortedJson(value: Json): Json {
  if (isObject(value)) {
    const sorted: Record<string, Json> = Object.create(null);
    for (const key of Object.keys(value).sort()) sorted[key] = sortedJson(value[key] ?? null);
    return sorted;
  }
  return Array.isArray(value) ? (value as readonly Json[]).map(sortedJson) : value;
}
