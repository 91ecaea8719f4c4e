/**
 * The next value, with every part that did not change taken from the one before, so that a narrow selection stays the same
 * object and its readers stay still. Both are JSON values.
 */
export function reuse<T>(before: T, next: T): T {
  return merge(before, next) as T;
}

function merge(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (Array.isArray(before) && Array.isArray(next)) {
    const items = next.map((item, index) => (index < before.length ? merge(before[index], item) : item));
    return items.length === before.length && items.every((item, index) => item === before[index]) ? before : items;
  }
  if (!isRecord(before) || !isRecord(next)) return next;
  const entries = Object.entries(next).map(([key, value]): [string, unknown] => [
    key,
    Object.hasOwn(before, key) ? merge(before[key], value) : value,
  ]);
  const same =
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => Object.hasOwn(before, key) && before[key] === value);
  return same ? before : Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
