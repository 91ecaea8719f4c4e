import { goQuote } from '#engine/config/go/quote.ts';
import { isObject, type Json } from '#engine/json.ts';

/** A value as Go's `%#v` prints what a JSON decoder made of it. */
export function goSyntax(value: Json): string {
  if (value === null) return 'interface {}(nil)';
  if (typeof value === 'string') return goQuote(value);
  if (typeof value !== 'object') return String(value);
  if (isObject(value)) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${goQuote(key)}:${goSyntax(value[key] ?? null)}`);
    return `map[string]interface {}{${entries.join(', ')}}`;
  }
  return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
}

/** A value as Go's `%v` prints it: `map[a:1 b:[2 3]]`. */
export function goPlain(value: Json): string {
  if (value === null) return '<nil>';
  if (typeof value !== 'object') return String(value);
  if (isObject(value)) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${key}:${goPlain(value[key] ?? null)}`);
    return `map[${entries.join(' ')}]`;
  }
  return `[${value.map(goPlain).join(' ')}]`;
}
