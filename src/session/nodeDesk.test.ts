import { expect, test } from 'vitest';
import { nodeDesk } from './nodeDesk.ts';

test('each node keeps the files that were opened there', () => {
  const desk = nodeDesk('node01');
  desk.open('/etc/hosts');
  desk.select('controlplane');
  expect(desk.opened()).toEqual([]);
  desk.open('/etc/kubernetes/admin.conf');
  desk.select('node01');
  expect([desk.shown(), desk.opened()]).toEqual(['node01', ['/etc/hosts']]);
});
