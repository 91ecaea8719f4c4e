import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { qosOf } from './podStatus.ts';
import type { PodRuntime } from './pods.ts';

function pod(...resources: JsonObject[]): PodRuntime {
  const containers = resources.map((one) => ({ spec: { resources: one } }));
  return { containers } as unknown as PodRuntime;
}

const LIMITS = { cpu: '1', memory: '1Gi' };

test.each([
  ['BestEffort', [{}]],
  ['BestEffort', [{ requests: { 'example.com/gpu': '1' } }]],
  ['Burstable', [{ requests: { cpu: '1' } }]],
  ['Burstable', [{ limits: LIMITS, requests: { cpu: '500m', memory: '1Gi' } }]],
  ['Burstable', [{ limits: LIMITS }, {}]],
  ['Guaranteed', [{ limits: LIMITS }, { limits: LIMITS, requests: LIMITS }]],
])('%s: %j', (expected, resources) => {
  expect(qosOf(pod(...resources))).toBe(expected);
});
