/**
 * A pure function that remembers its last answers by its argument. What it forgets it computes again, so no
 * caller can tell, save by the clock. `limit` bounds the memory; the oldest answer goes first.
 */
export function remembering<Key, Value>(limit: number, compute: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known.value;
    const value = compute(key);
    if (answers.size >= limit) {
      for (const oldest of answers.keys()) {
        answers.delete(oldest);
        break;
      }
    }
    answers.set(key, { value });
    return value;
  };
}
