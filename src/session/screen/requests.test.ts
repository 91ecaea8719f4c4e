import { expect, test } from 'vitest';
import { sandbox } from '../sandbox.ts';
import { openSession } from '../session.ts';
import { startWorld } from '../startWorld.ts';

/** Types lines in a fresh cluster, and tells the headline of each. */
async function headlines(lines: readonly string[]): Promise<readonly string[]> {
  const scenario = sandbox('kubeadm-cluster');
  const { world, node } = startWorld(scenario);
  const session = openSession({
    scenario,
    start: world,
    node,
    clock: { now: () => 0 },
    progress: { load: () => null, save: () => {} },
  });
  const terminal = await session.terminal.open();
  for (const line of lines) await terminal.run(line, () => {}, 80);
  return session.view().requests.map((request) => ('headline' in request ? request.headline : ''));
}

test('asking whether something is there, and it is not, is no refusal once it was made or deleted', async () => {
  const manifest = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}';
  const lines = [
    `echo '${manifest}' | kubectl apply -f -`,
    'kubectl delete cm a',
    'kubectl get cm a',
    'kubectl get cm a -n monitoring',
    'kubectl delete cm a',
  ];
  expect(await headlines(lines)).toEqual(['201', '200', '404', '404', '404']);
});
