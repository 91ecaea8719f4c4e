import type { Json } from '../../json.ts';
import { parseQuantity } from '../go/quantity.ts';
import type { SetResult } from './values.ts';

/** Whether memory of this name can be reserved. */
export function isMemoryName(name: string): boolean {
  return name === 'memory' || name.startsWith('hugepages-');
}

/** Reads `0:memory=1Gi,hugepages-2Mi=4Mi;1:memory=2Gi`, adding to `before`. Models pkg/util/flag ReservedMemoryVar, v1.36. */
export function parseReservedMemory(text: string, before: Json): SetResult {
  if (text === '') return { ok: true, value: before };
  const reservations: Json[] = Array.isArray(before) ? [...before] : [];
  for (const part of text.split(';')) {
    const [node = '', limits = '', ...rest] = part.split(':');
    if (!part.includes(':') || rest.length > 0) {
      return refused(
        `the reserved memory has incorrect format, expected numaNodeID:type=quantity[,type=quantity...], got ${part}`,
      );
    }
    if (!/^[-+]?\d+$/.test(node)) return refused(`failed to convert the NUMA node ID, expected integer, got ${node}`);
    const found: Record<string, Json> = Object.create(null);
    for (const limit of limits.split(',')) {
      const [name = '', amount = '', ...more] = limit.split('=');
      if (!limit.includes('=') || more.length > 0)
        return refused(`the reserved limit has incorrect value, expected type=quantity, got ${limit}`);
      if (!isMemoryName(name)) return refused(`memory type conversion error, unknown type: "${name}"`);
      const quantity = parseQuantity(amount);
      if (quantity === null) return refused(`failed to parse the quantity: ${amount}`);
      found[name] = quantity.canonical;
    }
    reservations.push({ numaNode: Number(node), limits: found });
  }
  return { ok: true, value: reservations };
}

function refused(error: string): SetResult {
  return { ok: false, error };
}

/** Reservations as `/flagz` prints them. */
export function reservedMemoryText(value: Json): string {
  if (!Array.isArray(value)) return '';
  const parts = value.map((item: Json) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return '';
    const { numaNode, limits } = item as Readonly<Record<string, Json>>;
    const pairs =
      typeof limits === 'object' && limits !== null
        ? Object.entries(limits).map(([name, amount]) => `${name}=${String(amount)}`)
        : [];
    return `${String(numaNode)}:${pairs.sort().join(',')}`;
  });
  return parts.sort().join(',');
}
