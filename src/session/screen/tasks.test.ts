import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFIG, practice } from '../practice.fixture.ts';

// The fixture knows one folder only.
const FLEET = readFileSync('scenarios/the-whole-fleet/scenario.yaml', 'utf8').replace(
  'id: the-whole-fleet',
  'id: the-flag-that-wins',
);

test('what a copy showed that was upgraded is said to be of that copy', () => {
  const { session, replace } = practice(FLEET);
  replace(CONFIG, 'anonymous:\n    enabled: true', 'anonymous:\n    enabled: false');
  session.commands.restart();
  const [one, , next] = session.view().tasks;
  expect(one).toMatchObject({ state: 'met', detail: 'A stranger gets 401.' });
  expect(next?.state).toBe('unmet');
  expect(next?.detail).toMatch(
    /^Tried on a copy that kubeadm upgraded and that was restarted\. Expected 401 for a stranger, got 403\./,
  );
});
