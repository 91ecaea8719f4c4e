import type { Json } from '../../json.ts';
import type { Written } from '../decode/unmarshal.ts';
import { losers, type Slot } from '../slots.ts';

/**
 * A decode error as encoding/json words it for the internal type: fields by their Go names, `Port` for `port`.
 * Models pkg/kubelet/apis/config/types.go, which has no JSON names, v1.31.
 */
export function internalError(message: string): string {
  return message.replace(
    /(Go struct field \w+\.)([\w.]+)( of type .*)$/s,
    (_, before: string, path: string, after: string) =>
      before + path.split('.').map(goName).join('.') + after.replace('v1beta1.', 'config.'),
  );
}

const INITIALISMS = /^(?:cpu|http|iptables|oom|qos|tls)(?=[A-Z])/;

/** The Go name of a field by its JSON name: `cpuCFSQuota` is CPUCFSQuota, `iptablesDropBit` IPTablesDropBit. */
function goName(name: string): string {
  const start = INITIALISMS.exec(name)?.[0] ?? '';
  const capital = start === 'iptables' ? 'IPTables' : start.toUpperCase();
  return start === '' ? name.slice(0, 1).toUpperCase() + name.slice(1) : capital + name.slice(start.length);
}

/** Fields whose internal name is another word, so that a drop-in's value finds no field. */
const UNHEARD: ReadonlySet<string> = new Set(['resolvConf']);

/**
 * The base with what drop-ins wrote on top, as decoding both into one internal object gives it: maps join, everything
 * else replaces, nothing is removed and no default comes back. `originOf` tells where a written value is from.
 */
export function overlay(
  base: ReadonlyMap<string, Slot>,
  written: ReadonlyMap<string, Written>,
  originOf: (written: Written) => Slot | undefined,
): ReadonlyMap<string, Slot> {
  const slots = new Map(base);
  for (const [path, one] of written) {
    const origin = originOf(one);
    const old = base.get(path);
    if (origin === undefined || old === undefined || UNHEARD.has(path)) continue;
    slots.set(path, { ...origin, value: joined(old.value, one.value), beaten: [...origin.beaten, ...losers(old)] });
  }
  return slots;
}

function joined(old: Json, value: Json): Json {
  if (!isMap(old) || !isMap(value)) return value;
  const both: Readonly<Record<string, Json>> = Object.assign(Object.create(null), old, value);
  const sorted: Record<string, Json> = Object.create(null);
  for (const key of Object.keys(both).sort()) sorted[key] = both[key] ?? null;
  return sorted;
}

function isMap(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
