import { textAt } from '#engine/apiserver/json.ts';
import { labelKeyErrors, labelValueErrors } from '#engine/config/go/labels.ts';
import type { JsonObject } from '#engine/json.ts';
import { failed, type Result } from '../kubeError.ts';

/** A taint as `KEY[=VALUE][:EFFECT]` writes it; the effect may be missing in what is removed. */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** What a line of `kubectl taint` changes. */
export interface TaintChanges {
  readonly add: readonly Taint[];
  readonly remove: readonly Taint[];
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Models parseTaints in kubectl/pkg/cmd/taint/utils.go, v0.36. */
export function taintChanges(specs: readonly string[]): Result<TaintChanges> {
  const add: Taint[] = [];
  const remove: Taint[] = [];
  for (const spec of specs) {
    const taint = parseTaint(spec.replace(/-$/, ''));
    if (!taint.ok) return taint;
    if (spec.endsWith('-')) {
      remove.push({ ...taint.value, value: '' });
      continue;
    }
    const { key, value, effect } = taint.value;
    if (effect === '') return failed(`invalid taint spec: ${spec}`);
    if (add.some((other) => other.key === key && other.effect === effect)) {
      return failed(`duplicated taints with the same key and effect: {${key} ${value} ${effect} <nil>}`);
    }
    add.push(taint.value);
  }
  return { ok: true, value: { add, remove } };
}

function parseTaint(spec: string): Result<Taint> {
  const parts = spec.split(':');
  const [first = '', effect] = parts;
  if (parts.length > 2) return failed(`invalid taint spec: ${spec}`);
  if (effect !== undefined && !EFFECTS.includes(effect)) {
    return failed(`invalid taint effect: ${effect}, unsupported taint effect`);
  }
  const [key = '', value = '', ...more] = effect === undefined ? [first] : first.split('=');
  if (more.length > 0) return failed(`invalid taint spec: ${spec}`);
  const errors = [...labelValueErrors(value)];
  if (errors.length === 0) errors.push(...labelKeyErrors(key));
  if (errors.length > 0) return failed(`invalid taint spec: ${spec}, ${errors.join('; ')}`);
  return { ok: true, value: { key, value, effect: effect ?? '' } };
}

/** A node's taints after the changes, and how kubectl calls what was done. Models reorganizeTaints, v0.36. */
export function reorganized(
  old: readonly JsonObject[],
  { add, remove }: TaintChanges,
  overwrite: boolean,
): Result<{ readonly taints: readonly JsonObject[]; readonly operation: string }> {
  const same = (taint: JsonObject, key: string, effect: string): boolean =>
    textAt(taint, 'key') === key && textAt(taint, 'effect') === effect;
  const added: readonly JsonObject[] = add.map(({ key, value, effect }) => ({
    key,
    ...(value === '' ? {} : { value }),
    effect,
  }));
  const kept = old.filter(
    (taint) => !added.some((other) => same(taint, textAt(other, 'key'), textAt(other, 'effect'))),
  );
  let taints = [...added, ...kept];
  const isNew = taints.length !== old.length;
  let removed = false;
  const missing: string[] = [];
  for (const { key, effect } of remove) {
    const left = taints.filter((taint) => (effect === '' ? textAt(taint, 'key') !== key : !same(taint, key, effect)));
    removed = left.length !== taints.length;
    if (!removed) missing.push(`taint "${key}${effect === '' ? '' : `:${effect}`}" not found`);
    taints = left;
  }
  if (missing.length > 0) return failed(missing.length === 1 ? missing.join('') : `[${missing.join(', ')}]`);
  const operation = (isNew && removed) || overwrite ? 'modified' : isNew ? 'tainted' : 'untainted';
  return { ok: true, value: { taints, operation } };
}
