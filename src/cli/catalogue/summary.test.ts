import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario } from '#packs/parse.ts';
import { summaryOf } from './summary.ts';

const summaries = readdirSync('scenarios').map((folder) => {
  const file = `scenarios/${folder}/scenario.yaml`;
  const parsed = parseScenario(file, folder, readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return summaryOf(parsed.scenario);
});

test('each scenario has a place of its own on the home page', () => {
  const places = summaries.map(({ order }) => order).sort((left, right) => left - right);
  expect(places).toEqual(summaries.map((_, index) => index + 1));
});

test('a summary gives nothing away', () => {
  for (const summary of summaries) {
    expect(JSON.stringify(summary)).not.toMatch(/solution|hints|"wrong"|debrief/);
    expect(JSON.stringify(summary).length).toBeLessThan(1500);
  }
});
