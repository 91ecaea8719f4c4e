import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DROP_IN, FLAGS, practice } from '../practice.fixture.ts';
import type { CounterfactualView, SessionCounterfactual, WantedAnswer } from '../view/counterfactual.ts';

const TEXT = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');
const PODS = 'curl -sk https://localhost:10250/pods';

function finish(
  counterfactual: SessionCounterfactual,
  number: number,
  wanted: WantedAnswer,
): CounterfactualView | null {
  while (counterfactual.advance(number, wanted));
  return counterfactual.view(number, wanted);
}

test('a search goes on slice by slice, is remembered, and forgotten once the world is another', () => {
  const { session, ask, replace } = practice(TEXT);
  const { counterfactual } = session;
  expect(counterfactual.view(1, '401')).toBeNull();
  expect(counterfactual.advance(1, '401')).toBe(false);
  ask(PODS);
  expect(counterfactual.view(1, '401')).toEqual({
    state: 'looking',
    tried: 0,
    pairs: false,
    results: [],
    impossible: null,
  });
  const found = finish(counterfactual, 1, '401');
  expect(found).toMatchObject({ state: 'found', pairs: false });
  expect(counterfactual.view(1, '401')).toBe(found);
  session.commands.advance(1000);
  expect(counterfactual.view(1, '401')).toBe(found);
  replace(DROP_IN, FLAGS, '');
  expect(counterfactual.view(1, '401')?.state).toBe('looking');
  session.commands.daemonReload();
  session.commands.restart();
  expect(finish(counterfactual, 1, '401')?.state).toBe('already');
});

test('what no change whatever gives is told as that', () => {
  const { session, ask } = practice(TEXT);
  ask('curl -s http://localhost:10255/pods');
  ask(PODS);
  const found = finish(session.counterfactual, 1, '401');
  expect(found).toMatchObject({ state: 'none', impossible: expect.stringContaining('10255 asks nobody') });
  expect(finish(session.counterfactual, 1, 'refused')?.impossible ?? null).toBeNull();
  expect(finish(session.counterfactual, 2, '401')).toMatchObject({ state: 'found', impossible: null });
});

test('what is typed in the terminal counts too: logs by way of the API server, whose certificate is nobody’s to choose', {
  timeout: 30_000,
}, async () => {
  const { session } = practice(TEXT);
  const terminal = await session.terminal.open();
  await terminal.run('kubectl logs web-node01', () => {}, 80);
  const number = session.view().requests.at(-1)?.number ?? 0;
  const found = finish(session.counterfactual, number, 'refused');
  expect(found?.results.map(({ sentences }) => sentences[0])).toEqual([
    'Set address to 127.0.0.1 in config.yaml.',
    'Set enableServer to false in config.yaml.',
    'Stop the kubelet.',
  ]);
  const unbound = finish(session.counterfactual, number, '403')?.results.find(({ sentences }) =>
    sentences[1]?.startsWith('Delete ClusterRoleBinding'),
  );
  expect(unbound?.costs.join(' ')).toContain('is the API server: kubectl logs, exec and port-forward end with it');
});
