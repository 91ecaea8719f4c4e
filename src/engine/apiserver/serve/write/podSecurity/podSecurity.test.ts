import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../json.ts';
import { ask, gates } from '../../serve.fixture.ts';
import { violations } from './checks.ts';
import { levelText, policyFor } from './level.ts';

const NAMESPACES = '/api/v1/namespaces';
const LABEL = 'pod-security.kubernetes.io/';

const namespace = (labels: JsonObject): JsonObject => ({
  kind: 'Namespace',
  apiVersion: 'v1',
  metadata: { name: 'shop', labels },
});
const pod = (spec: JsonObject): JsonObject => ({
  kind: 'Pod',
  apiVersion: 'v1',
  metadata: { name: 'till' },
  spec: { containers: [{ name: 'c', image: 'nginx' }], ...spec },
});
const warningsOf = ({ trace }: ReturnType<typeof ask>): readonly string[] =>
  trace.answer.kind === 'http'
    ? trace.answer.headers.flatMap(([name, value]) => (name === 'Warning' ? [value] : []))
    : [];

test('a pod is held to the level that its namespace enforces', () => {
  const { world } = ask('POST', NAMESPACES, { body: namespace({ [`${LABEL}enforce`]: 'baseline' }) });
  const taken = ask('POST', `${NAMESPACES}/shop/pods`, { body: pod({}) }, world);
  expect(taken.status).toBe(201);
  const refused = ask('POST', `${NAMESPACES}/shop/pods`, { body: pod({ hostPID: true }) }, world);
  expect(refused.object.message).toBe(
    'pods "till" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostPID=true)',
  );
  expect(gates(refused)).toContain('admit:api-not-admitted');
  expect(refused.world).toBe(world);
});

test('a warned level lets the pod in and says why it would not', () => {
  const { world } = ask('POST', NAMESPACES, { body: namespace({ [`${LABEL}warn`]: 'baseline' }) });
  const taken = ask('POST', `${NAMESPACES}/shop/pods`, { body: pod({ hostNetwork: true }) }, world);
  expect(taken.status).toBe(201);
  expect(warningsOf(taken).join()).toContain('would violate PodSecurity \\"baseline:latest\\": host namespaces');
});

test('a stricter level tells of the pods that are there already', () => {
  const open = ask('POST', NAMESPACES, { body: namespace({}) }).world;
  const { world } = ask('POST', `${NAMESPACES}/shop/pods`, { body: pod({ hostIPC: true }) }, open);
  const type = 'application/merge-patch+json';
  const body = { metadata: { labels: { [`${LABEL}enforce`]: 'baseline' } } };
  const told = warningsOf(ask('PATCH', `${NAMESPACES}/shop`, { body, type }, world));
  expect(told).toEqual([
    '299 - "existing pods in namespace \\"shop\\" violate the new PodSecurity enforce level \\"baseline:latest\\""',
    '299 - "till: host namespaces"',
  ]);
});

test('a level that there is none of is refused', () => {
  const { status, object } = ask('POST', NAMESPACES, { body: namespace({ [`${LABEL}enforce`]: 'strict' }) });
  expect([status, object.message]).toEqual([
    422,
    'Namespace "shop" is invalid: metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "strict": must be one of privileged, baseline, restricted',
  ]);
});

test.each([
  [{}, 'privileged:latest', 'privileged:latest'],
  [{ enforce: 'restricted', 'enforce-version': 'v1.30' }, 'restricted:v1.30', 'restricted:v1.30'],
  [{ enforce: 'restricted', warn: 'baseline' }, 'restricted:latest', 'baseline:latest'],
  [{ enforce: 'nonsense' }, 'restricted:latest', 'privileged:latest'],
])('%o enforces %s and warns of %s', (labels, enforced, warned) => {
  const policy = policyFor(Object.fromEntries(Object.entries(labels).map(([key, value]) => [LABEL + key, value])));
  expect([levelText(policy.enforce), levelText(policy.warn)]).toEqual([enforced, warned]);
});

test('whatever a pod is, the checks only answer, and restricted finds no less than baseline', () => {
  const anything = fc.jsonValue().map((value) => value as Json);
  const context = fc.dictionary(
    fc.constantFrom('privileged', 'runAsUser', 'capabilities', 'seccompProfile', 'seLinuxOptions', 'sysctls'),
    anything,
  );
  const container = fc.record({ name: fc.string(), securityContext: context });
  const spec = fc.record({ containers: fc.array(container), securityContext: context, volumes: anything });
  fc.assert(
    fc.property(spec, fc.option(fc.nat(40)), (made, minor) => {
      const subject = { metadata: {}, spec: made };
      const [basic, strict] = [
        violations(subject, { level: 'baseline', minor }),
        violations(subject, { level: 'restricted', minor }),
      ];
      if (basic.length > 0) expect(strict.length).toBeGreaterThan(0);
    }),
  );
});
