import { expect, test } from 'vitest';
import type { FleetNodeView } from '#session/view/fleet.ts';
import { arranged, type FleetFilter } from './rows.ts';

const ALL: FleetFilter = { text: '', drifted: false, risky: false, silent: false };

function node(name: string, change: Partial<FleetNodeView> = {}): FleetNodeView {
  const fine = (text: string) => ({ text, risky: false });
  const glance = {
    anonymous: fine('off'),
    authorization: fine('Webhook'),
    clientCA: fine('/etc/kubernetes/pki/ca.crt'),
    readOnlyPort: fine('closed'),
  };
  const still = { role: 'worker', selected: false, ready: true, standing: 'Ready', version: '1.36.3' } as const;
  return { name, ...still, glance, drift: [], trouble: '', ...change };
}

const FIELD = { path: 'maxPods', wanted: '110', file: '50', inForce: null, place: null, risky: true, why: '' };
const NODES = [
  node('node10'),
  node('node2', { drift: [FIELD] }),
  node('node1', { ready: false, standing: 'NotReady', glance: null }),
];
const names = (filter: Partial<FleetFilter>, by: 'name' | 'drift' = 'name', down = false) =>
  arranged(NODES, { ...ALL, ...filter }, { by, down }).map(({ name }) => name);

test('nodes are sorted as people count, and by how far they drifted', () => {
  expect(names({})).toEqual(['node1', 'node2', 'node10']);
  expect(names({}, 'name', true)).toEqual(['node10', 'node2', 'node1']);
  expect(names({}, 'drift', true)[0]).toBe('node2');
});

test('a filter leaves those that fit all of it', () => {
  expect(names({ drifted: true })).toEqual(['node2']);
  expect(names({ risky: true })).toEqual(['node2']);
  expect(names({ silent: true })).toEqual(['node1']);
  expect(names({ text: 'MAXPODS node' })).toEqual(['node2']);
  expect(names({ text: 'webhook' })).toEqual(['node2', 'node10']);
});
