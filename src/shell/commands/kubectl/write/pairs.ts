import { labelValueErrors } from '#engine/config/go/labels.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { failed, type Result } from '../kubeError.ts';

/** What a line of `kubectl label` or `annotate` changes. */
export interface PairChanges {
  readonly set: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

/** The words of such a line: first what names objects, then `KEY=VALUE` and `KEY-`. Models GetResourcesAndPairs, v0.36. */
export function splitPairs(
  words: readonly string[],
  what: 'label' | 'annotation' | 'taint',
  isPair = (word: string): boolean =>
    (word.includes('=') && !word.startsWith('=')) || (word.endsWith('-') && word !== '-'),
): Result<{ readonly resources: readonly string[]; readonly pairs: readonly string[] }> {
  const first = words.findIndex(isPair);
  if (first === -1) return { ok: true, value: { resources: words, pairs: [] } };
  const pairs = words.slice(first);
  const late = pairs.find((word) => !isPair(word));
  if (late !== undefined) return failed(`all resources must be specified before ${what} changes: ${late}`);
  return { ok: true, value: { resources: words.slice(0, first), pairs } };
}

/** Models parseLabels in kubectl/pkg/cmd/label/label.go, v0.36. */
export function labelChanges(pairs: readonly string[]): Result<PairChanges> {
  const set = new Map<string, string>();
  const remove: string[] = [];
  for (const pair of pairs) {
    if (!pair.includes('=')) {
      if (!pair.endsWith('-')) return failed(`unknown label spec: ${pair}`);
      remove.push(pair.slice(0, -1));
      continue;
    }
    const [key = '', value = '', ...more] = pair.split('=');
    if (more.length > 0) return failed(`invalid label spec: ${pair}`);
    const errors = labelValueErrors(value);
    if (errors.length > 0) return failed(`invalid label value: ${goQuote(pair)}: ${errors.join(';')}`);
    set.set(key, value);
  }
  if (remove.some((key) => set.has(key))) {
    return failed('can not both modify and remove a label in the same command');
  }
  return { ok: true, value: { set, remove } };
}

/** Models ParsePairs and validateAnnotations, v0.36. */
export function annotationChanges(pairs: readonly string[]): Result<PairChanges> {
  const set = new Map<string, string>();
  const remove: string[] = [];
  const invalid: string[] = [];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at > 0) set.set(pair.slice(0, at), pair.slice(at + 1));
    else if (at === -1 && pair.endsWith('-') && pair !== '-') remove.push(pair.slice(0, -1));
    else invalid.push(pair);
  }
  if (invalid.length > 0) return failed(`invalid annotation format: ${invalid.join(', ')}`);
  return { ok: true, value: { set, remove } };
}
