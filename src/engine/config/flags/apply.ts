import type { Json } from '../../json.ts';
import { losers, type Slot, type Slots } from '../slots.ts';
import { beatenOccurrences, flagSource, type GivenFlag } from './given.ts';

/**
 * Lays flags over a configuration: a flag beats file and drop-ins. Feature gates merge gate by gate, vmodule patterns
 * add up, and the switches for split log streams are reset whether given or not, because registering them writes their
 * default into the field. Models cmd/kubelet/app/server.go kubeletConfigFlagPrecedence, v1.36.
 */
export function applyFlags(slots: Slots, given: ReadonlyMap<string, GivenFlag>): Slots {
  const result = new Map(slots);
  for (const format of ['text', 'json']) {
    const path = `logging.options.${format}.splitStream`;
    const slot = result.get(path);
    if (slot?.value === true) result.set(path, { value: false, source: { from: 'default' }, beaten: losers(slot) });
  }
  for (const flag of given.values()) {
    const path = flag.flag.field;
    const slot = path === undefined ? undefined : result.get(path);
    if (path === undefined || slot === undefined || isDetached(flag)) continue;
    result.set(path, won(flag, slot));
  }
  return result;
}

/** `--address=` with nothing behind it leaves the field as it was. */
function isDetached(given: GivenFlag): boolean {
  return given.flag.type === 'ip' && given.occurrences.every(({ text }) => text === '');
}

function won(given: GivenFlag, slot: Slot): Slot {
  const beaten = [...beatenOccurrences(given), ...losers(slot)];
  const source = flagSource(given);
  if (given.flag.type === 'gates') return { value: mergedGates(slot.value, given.value), source, beaten };
  if (given.flag.type === 'vmodule' && Array.isArray(slot.value) && Array.isArray(given.value)) {
    return { value: [...slot.value, ...given.value], source, beaten };
  }
  return { value: given.value, source, beaten };
}

function mergedGates(file: Json, flag: Json): Json {
  const both: Record<string, Json> = Object.assign(Object.create(null), file, flag);
  const merged: Record<string, Json> = Object.create(null);
  for (const name of Object.keys(both).sort()) merged[name] = both[name] ?? null;
  return merged;
}
