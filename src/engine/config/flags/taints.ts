import type { Json } from '../../json.ts';
import { labelKeyErrors, labelValueErrors } from '../go/labels.ts';
import type { SetResult } from './values.ts';

/** Effects that a taint may have. */
export const TAINT_EFFECTS: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** Reads `key=value:effect,…`; each occurrence replaces the list. Models pkg/util/taints ParseTaints, v1.36. */
export function parseTaints(text: string): SetResult {
  if (text === '') return { ok: true, value: null };
  const taints: Taint[] = [];
  for (const spec of text.split(',')) {
    const removes = spec.endsWith('-');
    const taint = parseTaint(removes ? spec.slice(0, -1) : spec);
    if (typeof taint === 'string') return { ok: false, error: taint };
    if (removes) continue;
    if (taint.effect === '') return { ok: false, error: `invalid taint spec: ${spec}` };
    if (taints.some((other) => other.key === taint.key && other.effect === taint.effect)) {
      return {
        ok: false,
        error: `duplicated taints with the same key and effect: {${taint.key} ${taint.value} ${taint.effect} <nil>}`,
      };
    }
    taints.push(taint);
  }
  return { ok: true, value: taints.map((taint) => inGoOrder(taint)) };
}

function inGoOrder(taint: Taint): Json {
  const { key, value, effect } = taint;
  return value === '' ? { key, effect } : { key, value, effect };
}

function parseTaint(spec: string): Taint | string {
  const parts = spec.split(':');
  if (parts.length > 2) return `invalid taint spec: ${spec}`;
  const effect = parts[1] ?? '';
  if (parts.length === 2 && !TAINT_EFFECTS.includes(effect)) {
    return `invalid taint effect: ${effect}, unsupported taint effect`;
  }
  const pair = parts.length === 2 ? (parts[0] ?? '').split('=') : [spec];
  if (pair.length > 2) return `invalid taint spec: ${spec}`;
  const [key = '', value = ''] = pair;
  const errors = [...labelValueErrors(value), ...labelKeyErrors(key)];
  return errors.length > 0 ? `invalid taint spec: ${spec}, ${errors.join('; ')}` : { key, value, effect };
}

/** A list of taints as `/flagz` prints it. */
export function taintsText(value: Json): string {
  if (!Array.isArray(value)) return '';
  const text = (taint: Json, name: string): string => {
    const found =
      typeof taint === 'object' && taint !== null && !Array.isArray(taint) && name in taint
        ? (taint as Readonly<Record<string, Json>>)[name]
        : '';
    return typeof found === 'string' ? found : '';
  };
  return value.map((taint: Json) => `${text(taint, 'key')}=${text(taint, 'value')}:${text(taint, 'effect')}`).join(',');
}
