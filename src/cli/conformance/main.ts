import { judge } from './compare.ts';
import { judgeCurlLines, readCurlLines } from './curlLines.ts';
import { readOptions } from './options.ts';
import { play } from './play.ts';
import { readRecordings } from './recording.ts';
import { differenceLines, failedGroups, figureLine, figures, type JudgedCase } from './report.ts';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Plays a folder of recordings through the engine. Exit 0: required groups agree; 1: they do not; 2: wrong usage. */
function main(): number {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    print(
      `conformance: ${options}\nusage: npm run conformance -- [DIR] [--require=A,B] [--group X] [--case TEXT] [--limit N]`,
    );
    return 2;
  }
  const recordings = readRecordings(options.directory);
  const chosen = recordings.cases.filter(
    ({ id, group }) =>
      (options.group === null || group === options.group) && (options.case === null || id.includes(options.case)),
  );
  const lines = readCurlLines(options.directory).filter(
    ({ command }) =>
      (options.group === null || options.group === 'curl') && (options.case === null || command.includes(options.case)),
  );
  if (chosen.length + lines.length === 0) {
    print('conformance: no case is chosen');
    return 2;
  }
  const cases: JudgedCase[] = chosen.map((recorded) => ({
    id: recorded.id,
    group: recorded.group,
    judgements: judge(recorded, play(recorded, recordings), recordings.metrics),
  }));
  const judged = [...cases, ...judgeCurlLines(lines, recordings)];
  const all = figures(judged);
  for (const figure of all) print(figureLine(figure));
  for (const line of differenceLines(judged, options.limit)) print(line);
  const failed = failedGroups(all, options.require);
  if (failed.length > 0) print(`\nnot equal: ${failed.join(', ')}`);
  const counted = all.filter(({ group }) => options.require === null || options.require.includes(group));
  const equal = counted.reduce((sum, figure) => sum + figure.equal, 0);
  const total = counted.reduce((sum, figure) => sum + figure.total, 0);
  print(`\n${equal} passed, ${total - equal} failed`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = main();
