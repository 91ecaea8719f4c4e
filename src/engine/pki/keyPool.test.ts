import { expect, test } from 'vitest';
import { poolKey } from './keyPool.ts';
import { KEY_POOL } from './keys.data.ts';

test('any whole number is a key, neighbours differ', () => {
  for (const index of [0, 1, -1, 7, 255, 1_000_003]) {
    expect(KEY_POOL).toContain(poolKey(index));
    expect(poolKey(index)).not.toBe(poolKey(index + 1));
  }
});
