import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario } from './parse.ts';

const text = readFileSync('scenarios/a-pass-for-everyone/scenario.yaml', 'utf8');

/** What is said of the scenario with one piece of its text replaced, and of which line's text. */
function said(find: string, put: string): readonly string[] {
  const other = text.replace(find, () => put);
  const parsed = parseScenario('x.yaml', 'a-pass-for-everyone', other);
  if (parsed.ok) return [];
  return parsed.problems.map(({ line, message }) => `${other.split('\n')[line - 1]?.trim()}: ${message}`);
}

test('names that a seed may choose are the pack’s own, and stand in it', () => {
  expect(said('', '')).toEqual([]);
  const own = 'dashboard-fix: [portal-fix';
  expect(said(own, 'bob: [karl')).toEqual(['bob: [karl, wallboard, status-page]: "bob" changes with every seed']);
  expect(said(own, 'web: [shop')).toEqual([
    'web: [shop, wallboard, status-page]: "web" is a name of the base, which keeps it',
  ]);
  expect(said(own, 'dashbord-fix: [portal-fix')).toEqual([
    'dashbord-fix: [portal-fix, wallboard, status-page]: "dashbord-fix" stands nowhere in the pack',
  ]);
});

test('each planted mistake has an id of its own', () => {
  expect(said('- id: the-flag', '- id: the-user')).toEqual(['- id: the-user: another mistake has the id "the-user"']);
});
