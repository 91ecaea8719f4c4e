import { expect, test } from 'vitest';
import { fidelityData, fidelityPage, figuresTable } from './fidelity.ts';
import type { GroupFigure } from './report.ts';

const all: readonly GroupFigure[] = [
  { version: '1.36.3', group: 'tls', equal: 29, total: 30, listed: 1 },
  { version: '1.31.14', group: 'tls', equal: 5, total: 5, listed: 0 },
  { version: '1.36.3', group: 'curl', equal: 40, total: 40, listed: 0 },
];

test('a row for each group, a column for each version, and the sums', () => {
  expect(figuresTable(all).split('\n')).toEqual([
    '| group | 1.36.3 | 1.31.14 |',
    '|---|---|---|',
    '| `tls` | 29/30 + 1 | 5/5 |',
    '| `curl` | 40/40 | – |',
    '| **all** | **69/70 + 1** | **5/5** |',
  ]);
});

test('the page holds the figures, every normalisation and what is not modelled', () => {
  const page = fidelityPage(all, '# What is not modelled\n\nHonest.\n\n## The host\n\n- No swap.\n');
  expect(page).toContain('Of 75 recorded things 74 are equal, 1 are listed');
  expect(page).toContain(figuresTable(all));
  expect(page).toContain('| `startsWith` |');
  expect(page).toContain('### The host\n\n- No swap.\n');
  expect(page).not.toContain('Honest.');
});

test('the data is a module with the same figures', () => {
  expect(fidelityData(all)).toContain("{ version: '1.36.3', group: 'tls', equal: 29, total: 30, listed: 1 },\n");
});
