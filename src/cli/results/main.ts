import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadyLab, readLab } from '#session/lab/readLab.ts';
import { boardView, type Marked } from '#session/result/board.ts';
import { boardCsv } from '#session/result/csv.ts';
import { marker } from '#session/result/marker.ts';
import { HELP, readArguments } from './arguments.ts';
import { pagePacks } from './pagePacks.ts';
import { readResultFile } from './readFile.ts';
import { boardTable, countsOf } from './table.ts';

/** `npm run -s results -- DIR`: the class board without a page; the same code. */

/** One result that takes longer than this is given up, in milliseconds. */
const LONGEST = 15_000;

const asked = readArguments(process.argv.slice(2));
if (asked.kind === 'help') process.stdout.write(HELP);
else if (asked.kind === 'wrong') fail(`${asked.words}\n\n${HELP.trimEnd()}`);
else {
  const { directory, shard } = asked;
  const files = listed(directory).filter((_, index) => index % shard.of === shard.index);
  const { assignment, mark } = marker({
    ...pagePacks(),
    lab: asked.lab === null ? null : labIn(asked.lab),
    watch() {
      const until = performance.now() + LONGEST;
      return () => performance.now() <= until;
    },
  });
  const marked = files.map((file): Marked => {
    const read = readResultFile(join(directory, file));
    return { file, verdict: 'words' in read ? { kind: 'broken', reason: read.words } : mark(read.text) };
  });
  const board = boardView(marked, assignment === null ? null : { lab: assignment.id, seed: assignment.seed });
  if (asked.as === 'json') process.stdout.write(`${JSON.stringify({ ...board, counts: countsOf(board) }, null, 2)}\n`);
  else process.stdout.write(asked.as === 'csv' ? boardCsv(board) : boardTable(board));
  const { differ, broken } = countsOf(board);
  process.exitCode = differ + broken === 0 ? 0 : 1;
}

function fail(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(2);
}

/** The files of a folder that may be results, by name, so that every shard counts alike. */
function listed(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(json|txt)$/i.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch {
    return fail(`The folder ${directory} cannot be read.`);
  }
}

function labIn(file: string): ReadyLab {
  try {
    const read = readLab(readFileSync(file, 'utf8'));
    if (read.ok) return read.ready;
    return fail(`${file}: ${read.words}`);
  } catch {
    return fail(`The file ${file} cannot be read.`);
  }
}
