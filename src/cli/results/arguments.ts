/** What `npm run -s results` was asked for. */
export type ResultsArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly words: string }
  | {
      readonly kind: 'results';
      readonly directory: string;
      /** The lab's file; null when none was named. */
      readonly lab: string | null;
      /** This process reads every `of`-th file, beginning with the `index`-th, from 0. */
      readonly shard: { readonly index: number; readonly of: number };
      readonly as: 'table' | 'csv' | 'json';
    };

export const HELP = `usage: npm run -s results -- DIR [--lab FILE] [--shard I/N] [--csv | --json]

Reads every result in a folder (.json files, and .txt files with a code), replays it and scores it again.
  --lab FILE    the lab that they belong to; the instructor's file, where checks were left out for learners
  --shard I/N   only every N-th file, beginning with the I-th, from 0
  --csv         a table for a spreadsheet
  --json        the same as JSON
Exit code: 0 when every file was read and score and log agree in each, 1 when not, 2 when it could not begin.
`;

/** Reads the arguments of the command line. */
export function readArguments(words: readonly string[]): ResultsArguments {
  let directory: string | null = null;
  let lab: string | null = null;
  let shard = { index: 0, of: 1 };
  let as: 'table' | 'csv' | 'json' = 'table';
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--csv' || word === '--json') as = word === '--csv' ? 'csv' : 'json';
    else if (word === '--lab') {
      lab = rest.shift() ?? null;
      if (lab === null) return { kind: 'wrong', words: '--lab needs a file.' };
    } else if (word === '--shard' || word.startsWith('--shard=')) {
      const text = word.startsWith('--shard=') ? word.slice('--shard='.length) : (rest.shift() ?? '');
      const read = readShard(text);
      if (read === null) return { kind: 'wrong', words: `--shard needs I/N with 0 ≤ I < N, not “${text}”.` };
      shard = read;
    } else if (word.startsWith('-')) return { kind: 'wrong', words: `There is no option ${word}.` };
    else if (directory === null) directory = word;
    else return { kind: 'wrong', words: 'Only one folder is read.' };
  }
  if (directory === null) return { kind: 'wrong', words: 'Which folder?' };
  return { kind: 'results', directory, lab, shard, as };
}

function readShard(text: string): { readonly index: number; readonly of: number } | null {
  const [, index, of] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? [];
  if (index === undefined || of === undefined) return null;
  const shard = { index: Number(index), of: Number(of) };
  return shard.index < shard.of ? shard : null;
}
