import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { practice } from '../practice.fixture.ts';

test('what a scenario begins with is told only once something was tried, and own mistakes come first', () => {
  const { session } = practice(readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8'));
  expect(session.diagnosis()).toEqual([]);
  session.commands.ask('curl -sk https://localhost:10250/pods', null);
  expect(session.diagnosis()).toEqual([]);
  session.commands.restart();
  expect(session.diagnosis().map(({ id }) => id)).toContain('W4');
  session.commands.stop();
  expect(session.diagnosis().map(({ id }) => id)).toEqual(['W24']);
});
