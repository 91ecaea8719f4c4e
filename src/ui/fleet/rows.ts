import type { FleetGlance, FleetNodeView } from '#session/view/fleet.ts';

/** What the table can be sorted by: its columns. */
export const COLUMNS = [
  'name',
  'standing',
  'version',
  'anonymous',
  'authorization',
  'clientCA',
  'readOnlyPort',
  'drift',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly by: Column;
  readonly down: boolean;
}

export interface FleetFilter {
  readonly text: string;
  readonly drifted: boolean;
  readonly risky: boolean;
  readonly silent: boolean;
}

/** Nodes that pass the filter, in order. Every word of its text must stand in a node's row; nodes that tie stay as they come. */
export function arranged(nodes: readonly FleetNodeView[], filter: FleetFilter, order: Order): readonly FleetNodeView[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const passing = nodes.filter((node) => {
    if (filter.drifted && !hasDrifted(node)) return false;
    if (filter.risky && !isRisky(node)) return false;
    if (filter.silent && node.ready) return false;
    const text = searchText(node);
    return words.every((word) => text.includes(word));
  });
  const sign = order.down ? -1 : 1;
  return passing.toSorted((one, other) => sign * compare(one, other, order.by));
}

export function hasDrifted({ drift, trouble }: FleetNodeView): boolean {
  return drift.length > 0 || trouble !== '';
}

/** Whether something on a node lets in or shows what it should not, now or after its next restart. */
export function isRisky({ glance, drift }: FleetNodeView): boolean {
  return drift.some(({ risky }) => risky) || Object.values(glance ?? {}).some(({ risky }: FleetGlance) => risky);
}

function searchText({ name, role, standing, version, glance, drift }: FleetNodeView): string {
  const values = Object.values(glance ?? {}).map(({ text }: FleetGlance) => text);
  return [name, role, standing, version, ...values, ...drift.map(({ path }) => path)].join('\n').toLowerCase();
}

function compare(one: FleetNodeView, other: FleetNodeView, by: Column): number {
  const [left, right] = [keyOf(one, by), keyOf(other, by)];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'en', { numeric: true });
}

function keyOf(node: FleetNodeView, by: Column): string | number {
  switch (by) {
    case 'name':
    case 'standing':
    case 'version':
      return node[by];
    case 'drift':
      return node.drift.length + (node.trouble === '' ? 0 : 1);
    default:
      return node.glance?.[by].text ?? '';
  }
}
