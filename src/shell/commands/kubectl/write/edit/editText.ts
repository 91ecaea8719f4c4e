import { looksLikeJson, parseJson } from '#engine/config/decode/json.ts';
import { plain } from '#engine/config/decode/tree.ts';
import { parseYaml } from '#engine/config/decode/yaml.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { jsonText, sortedJson } from '../../print/json.ts';
import { withoutManagedFields } from '../../print/objectPrinter.ts';
import { yamlText } from '../../print/yaml.ts';

const HEADER = `# Please edit the object below. Lines beginning with a '#' will be ignored,
# and an empty file will abort the edit. If an error occurs while saving this file will be
# reopened with the relevant failures.
#
`;

/** Why an edited text comes back, for its head: a sentence, and what is wrong in particular. */
export interface EditReason {
  readonly head: string;
  readonly causes: readonly string[];
}

/** The text that is edited: one object, or a List of several. JSON has no room for a head. */
export function editText(objects: readonly JsonObject[], format: 'yaml' | 'json'): string {
  const shown = objects.map(withoutManagedFields);
  const [first, ...more] = shown;
  const list: JsonObject = { apiVersion: 'v1', items: shown, kind: 'List', metadata: {} };
  const object = first === undefined || more.length > 0 ? list : first;
  return format === 'json' ? jsonText(sortedJson(object)) : `${HEADER}${yamlText(object)}`;
}

/** The text again, with what was wrong in its head. */
export function reopenedText(edited: string, reasons: readonly EditReason[], format: 'yaml' | 'json'): string {
  if (format === 'json') return withoutComments(edited);
  const lines = reasons.map(
    ({ head, causes }) =>
      `# ${hashed(head)}${causes.length > 0 ? ':' : ''}\n${causes.map((cause) => `# * ${hashed(cause)}\n`).join('')}#\n`,
  );
  return `${HEADER}${lines.join('')}${withoutComments(edited)}`;
}

function hashed(text: string): string {
  return text.replaceAll('\n', '\n# ');
}

/** The text without its comment lines. Models ManualStrip in kubectl/pkg/cmd/util/helpers.go, v0.36. */
export function withoutComments(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line) => !/^\s*#(?!!)/.test(line)).join('\n');
}

/** Whether two texts say the same. */
export function sameContent(left: string, right: string): boolean {
  const [one, other] = [contentOf(left), contentOf(right)];
  return 'value' in one && 'value' in other
    ? JSON.stringify(sortedJson(one.value)) === JSON.stringify(sortedJson(other.value))
    : withoutComments(left) === withoutComments(right);
}

/** The objects of an edited text; or why it is not valid, in the decoder's words. */
export function editedObjects(text: string): { readonly objects: readonly JsonObject[] } | { readonly error: string } {
  const read = contentOf(text);
  if ('error' in read) return read;
  const { value } = read;
  if (!isObject(value)) return { error: 'invalid object to validate' };
  const missing = ['apiVersion', 'kind'].filter((key) => !Object.hasOwn(value, key) || value[key] === null);
  if (missing.length > 0) {
    const texts = missing.map((key) => `${key} not set`);
    return { error: texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]` };
  }
  const { items } = value;
  if (value.kind === 'List' && Array.isArray(items)) return { objects: (items as readonly Json[]).filter(isObject) };
  return { objects: [value] };
}

function contentOf(text: string): { readonly value: Json } | { readonly error: string } {
  const stripped = withoutComments(text);
  const parsed = looksLikeJson(stripped) ? parseJson(stripped) : parseYaml(stripped);
  return parsed.ok ? { value: plain(parsed.tree) } : { error: parsed.error };
}
