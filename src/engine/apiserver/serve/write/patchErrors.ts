import { goQuote } from '../../../config/go/quote.ts';
import { isObject, type Json, type JsonObject } from '../../../json.ts';
import { type Failure, invalid } from '../status.ts';
import type { PatchKind } from './patch.ts';

/**
 * Why what a patch made is no object of its kind: the server shows the patch itself when it was a strategic one, else the
 * object that came of it. `mismatch` is the JSON decoder's word for a value of the wrong type.
 * Models applyPatchToObject in apiserver/pkg/endpoints/handlers/patch.go and FromUnstructured in apimachinery, v0.36.
 */
export function patchFailure(kind: PatchKind, patch: Json, made: JsonObject, mismatch: string): Failure {
  const isStrategic = kind === 'strategic';
  const shown = isStrategic ? goMap(patch) : JSON.stringify(made);
  const why = isStrategic ? converterWords(mismatch) : mismatch;
  return invalid({ kind: '', group: '' }, '', [`patch: Invalid value: ${goQuote(shown)}: ${why}`]);
}

/** Go's `%v` of decoded JSON. */
function goMap(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(goMap).join(' ')}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).sort();
    return `map[${keys.map((key) => `${key}:${goMap(value[key] ?? null)}`).join(' ')}]`;
  }
  return value === null ? '<nil>' : String(value);
}

const KINDS: Readonly<Record<string, string>> = { number: 'int64', object: 'map', array: 'slice' };

/** The same fault in the words of the converter, which sees values and not texts. */
function converterWords(mismatch: string): string {
  const [, json = '', type = ''] = /^json: cannot unmarshal (\w+) into .* of type (.+)$/.exec(mismatch) ?? [];
  if (json === '') return mismatch;
  const from = Object.hasOwn(KINDS, json) ? (KINDS[json] ?? json) : json;
  if (type.startsWith('[]')) return `cannot restore slice from ${from}`;
  if (type.startsWith('map[')) return `cannot restore map from ${from}`;
  if (type.includes('.')) return `cannot restore struct from: ${from}`;
  // Go can make a text of a whole number, so only there does it say that it will not.
  return from === 'int64' && type === 'string' ? `cannot convert ${from} to ${type}` : `unrecognized type: ${type}`;
}
