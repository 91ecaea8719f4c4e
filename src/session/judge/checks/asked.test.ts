import { expect, test } from 'vitest';
import type { Check } from '#packs/checks.ts';
import { ask } from '../../asked.ts';
import { sandbox } from '../../sandbox.ts';
import { startWorld } from '../../startWorld.ts';
import { askedFinding } from './asked.ts';

const { world, node } = startWorld(sandbox('kubeadm-node'));
const sent = [
  'curl -sk https://localhost:10250/pods',
  'curl -sk -H "Authorization: Bearer nonsense" https://localhost:10250/metrics',
  'curl -s http://localhost:10255/pods',
].flatMap((line) => ask(line, world, node).trace ?? []);

const find = (check: Omit<Check & { check: 'asked' }, 'check'>, traces = sent) =>
  askedFinding({ check: 'asked', ...check }, { world, home: node, reply: null, sent: () => traces });

test('a request is known by its port, its path, what it showed, and how it ended', () => {
  expect(sent).toHaveLength(3);
  const asked = [
    {},
    { port: 10250, path: '/pods', who: 'anonymous', is: '401' },
    { who: 'token', path: '/met' },
    { port: 10255, is: 'refused', node },
  ] as const;
  for (const check of asked) expect(find(check).holds, JSON.stringify(check)).toBe(true);
  const unasked = [
    { port: 10248 },
    { who: 'certificate' },
    { path: '/pods', who: 'token' },
    { node: 'other' },
  ] as const;
  for (const check of unasked) expect(find(check).holds, JSON.stringify(check)).toBe(false);
});

test('what was not asked yet is told, and what was asked and ended otherwise', () => {
  expect(find({ port: 10250, path: '/pods', who: 'certificate', is: '200' }, []).words).toBe(
    'Not asked yet: a request for /pods to port 10250 with a client certificate, so that the answer is 200.',
  );
  expect(find({ port: 10250, path: '/pods', is: '200' }).words).toBe(
    'Asked was a request for /pods to port 10250, and the answer was 401. It is to be 200.',
  );
});
