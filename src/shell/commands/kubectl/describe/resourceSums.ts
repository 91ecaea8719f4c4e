import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { parseQuantity } from '#engine/config/go/quantity.ts';
import type { JsonObject } from '#engine/json.ts';

/** An amount of a resource: its size in units, and how it is written. */
export interface Amount {
  readonly value: number;
  readonly text: string;
}

const NOTHING: Amount = { value: 0, text: '0' };

/** What a pod's containers ask for (`requests`) or may take (`limits`) of a resource together. */
export function amountOf(pod: JsonObject, key: 'requests' | 'limits', resource: string): Amount {
  const spec = objectAt(pod, 'spec');
  const asked = (container: JsonObject) => textAt(objectAt(objectAt(container, 'resources'), key), resource);
  const running = sumOf(objectsAt(spec, 'containers').map(asked));
  const initial = objectsAt(spec, 'initContainers').map((container) => sumOf([asked(container)]));
  return initial.reduce((most, one) => (one.value > most.value ? one : most), running);
}

/** Quantities added up, written as the first of them is: in milli, in powers of 1000 or of 1024. */
export function sumOf(texts: readonly string[]): Amount {
  const quantities = texts
    .map((text) => ({ text, value: parseQuantity(text)?.value ?? 0 }))
    .filter(({ value }) => value !== 0);
  const [first] = quantities;
  if (first === undefined) return NOTHING;
  const value = quantities.reduce((sum, one) => sum + one.value, 0);
  return { value, text: amountText(value, /i$/.test(first.text) ? 1024 : 1000) };
}

const SUFFIXES = ['', 'k', 'M', 'G', 'T', 'P'];

function amountText(value: number, base: 1000 | 1024): string {
  if (!Number.isInteger(value)) return `${Math.round(value * 1000)}m`;
  let rest = value;
  let power = 0;
  while (rest % base === 0 && power < SUFFIXES.length - 1) {
    rest /= base;
    power += 1;
  }
  const suffix = SUFFIXES[power] ?? '';
  return `${rest}${base === 1024 && suffix !== '' ? `${suffix.toUpperCase()}i` : suffix}`;
}
