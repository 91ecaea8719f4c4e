import { expect, test } from 'vitest';
import { listedDifferences, readListed } from './listed.ts';

const TABLE = '# Page\n\n| version | group | case | exchange | reason |\n|---|---|---|---|---|\n';

test('rows end with the table; bars and backquotes are markdown', () => {
  expect(readListed(TABLE)).toEqual([]);
  expect(
    readListed(`${TABLE}| 1.31.14 | routes | open | \`GET http:1/a\\|b\` | chance |\n\n| not | a | row | of | it |\n`),
  ).toEqual([{ version: '1.31.14', group: 'routes', case: 'open', exchange: 'GET http:1/a|b', reason: 'chance' }]);
});

test('a page without the table, or a row without a reason, is refused', () => {
  expect(() => readListed('# Page\n')).toThrow('no table');
  expect(() => readListed(`${TABLE}| 1.31.14 | routes | open | startup | |\n`)).toThrow('five cells');
});

test('the page itself can be read', () => {
  expect(Array.isArray(listedDifferences())).toBe(true);
});
