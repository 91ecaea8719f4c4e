import { readFileSync } from 'node:fs';

/** A recorded answer that the engine cannot give, with the reason: a row of docs/not-modelled.md. */
export interface ListedDifference {
  readonly version: string;
  readonly group: string;
  /** The case's id. */
  readonly case: string;
  /** The judgement's `what`: `startup`, `notes`, or a request's line. */
  readonly exchange: string;
  readonly reason: string;
}

/** Where the rows stand. */
export const LIST = 'docs/not-modelled.md';

const HEADER = '| version | group | case | exchange | reason |';

/** The most that may be listed of a group. */
export const LISTED_SHARE = 0.005;

/** Reads the rows of the page. Throws when the table is not there, or a row has an empty or missing cell. */
export function readListed(text: string): readonly ListedDifference[] {
  const lines = text.split('\n');
  const at = lines.indexOf(HEADER);
  if (at < 0) throw new Error(`${LIST} has no table with the header ${HEADER}`);
  const rows = lines.slice(at + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map(rowOf);
}

/** The rows of the project's page. */
export function listedDifferences(): readonly ListedDifference[] {
  return readListed(readFileSync(LIST, 'utf8'));
}

/** A bar inside a cell is written `\|`. */
function rowOf(line: string): ListedDifference {
  const cells = line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) =>
      cell
        .trim()
        .replaceAll('\\|', '|')
        .replace(/^`(.*)`$/, '$1'),
    );
  const [version = '', group = '', name = '', exchange = '', reason = ''] = cells;
  if (cells.length !== 5 || cells.includes('')) throw new Error(`${LIST}: a row must have five cells: ${line}`);
  return { version, group, case: name, exchange, reason };
}
