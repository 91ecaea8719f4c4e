import { readFileSync, writeFileSync } from 'node:fs';
import { judgeApiExchanges, readApiExchanges } from './apiServerExchanges.ts';
import { judge } from './compare.ts';
import { judgeCurlLines, readClientLines } from './curlLines.ts';
import { DATA, fidelityData, fidelityPage, figuresTable, PAGE } from './fidelity.ts';
import { judgeKubectlLines } from './kubectlLines.ts';
import { judgeTypedLines, readTypedLines, TYPED } from './kubectlMore.ts';
import { LIST, type ListedDifference, readListed } from './listed.ts';
import { isWhole, type Options, readOptions } from './options.ts';
import { play } from './play.ts';
import { readRecordings } from './recording.ts';
import {
  differenceLines,
  failedGroups,
  figureLine,
  figures,
  type GroupFigure,
  type JudgedFolder,
  staleRows,
} from './report.ts';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const USAGE =
  'usage: npm run conformance -- [DIR…] [--require=A,B] [--group X] [--case TEXT] [--limit N]\n       npm run conformance -- --report';

/** Plays folders of recordings through the engine. Exit 0: all that must be equal is; 1: it is not; 2: wrong usage. */
function main(): number {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    print(`conformance: ${options}\n${USAGE}`);
    return 2;
  }
  const page = readFileSync(LIST, 'utf8');
  const list = readListed(page);
  const judged = options.directories.map((directory) => {
    const folder = judgeFolder(directory, options);
    show(folder, list, options);
    return folder;
  });
  if (judged.every(({ cases }) => cases.length === 0)) {
    print('conformance: no case is chosen');
    return 2;
  }
  const all = judged.flatMap((folder) => figures(folder, list));
  const problems = isWhole(options) ? [...judged.flatMap((folder) => staleRows(folder, list))] : [];
  if (options.report) {
    writeFileSync(PAGE, fidelityPage(all, page));
    writeFileSync(DATA, fidelityData(all));
  } else if (isWhole(options) && !isUpToDate(all)) {
    problems.push(`${PAGE} or ${DATA} tells other figures: npm run conformance -- --report`);
  }
  for (const problem of problems) print(`\n${problem}`);
  const failed = failedGroups(all, options.require);
  if (failed.length > 0) print(`\nnot equal: ${failed.join(', ')}`);
  const counted = all.filter(({ group }) => options.require === null || options.require.includes(group));
  const sum = (of: (figure: GroupFigure) => number) => counted.reduce((total, figure) => total + of(figure), 0);
  const differing = sum(({ equal, total, listed }) => total - equal - listed);
  print(`\n${sum(({ equal }) => equal)} passed, ${differing + problems.length} failed`);
  return failed.length + problems.length > 0 ? 1 : 0;
}

function judgeFolder(directory: string, { group, case: name }: Options): JudgedFolder {
  const recordings = readRecordings(directory);
  const cases = recordings.cases
    .filter((recorded) => (group === null || recorded.group === group) && (name === null || recorded.id.includes(name)))
    .map((recorded) => ({
      id: recorded.id,
      group: recorded.group,
      judgements: judge(recorded, play(recorded, recordings), recordings.metrics),
    }));
  const lines = readClientLines(directory, 'curl').filter(
    ({ command }) => (group === null || group === 'curl') && (name === null || command.includes(name)),
  );
  const typed = readClientLines(directory, 'kubectl').filter(
    ({ command }) => (group === null || group === 'kubectl') && (name === null || command.includes(name)),
  );
  const asked = group === null || group === 'apiserver' ? readApiExchanges(directory) : [];
  const version = recordings.cases[0]?.kubernetes ?? directory;
  // These lines build on each other: all are typed, whichever are asked for.
  const more =
    group === null || group === 'kubectl'
      ? TYPED.flatMap((list) => judgeTypedLines(readTypedLines(directory, list)))
      : [];
  const wanted = more.filter(({ judgements }) => name === null || judgements.some(({ what }) => what.includes(name)));
  const clients = [...judgeCurlLines(lines, recordings), ...judgeKubectlLines(typed, recordings), ...wanted];
  return { version, cases: [...cases, ...clients, ...judgeApiExchanges(asked, recordings)] };
}

function show(folder: JudgedFolder, list: readonly ListedDifference[], { directories, limit }: Options): void {
  if (directories.length > 1) print(`== ${folder.version}`);
  for (const figure of figures(folder, list)) print(figureLine(figure));
  for (const line of differenceLines(folder, list, limit)) print(line);
}

/** Whether the page and the data that were written last tell these figures. */
function isUpToDate(all: readonly GroupFigure[]): boolean {
  try {
    return readFileSync(PAGE, 'utf8').includes(figuresTable(all)) && readFileSync(DATA, 'utf8') === fidelityData(all);
  } catch {
    return false;
  }
}

process.exitCode = main();
