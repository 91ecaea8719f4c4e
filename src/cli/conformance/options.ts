/** What the command line of `npm run conformance` asks for. */
export interface Options {
  /** Folders of recordings, in the order in which they are played. */
  readonly directories: readonly string[];
  /** Groups that must be at 100 %; null for all. */
  readonly require: readonly string[] | null;
  readonly group: string | null;
  /** Text that the case's id contains. */
  readonly case: string | null;
  /** How many differences of a folder are printed. */
  readonly limit: number;
  /** Whether the page and the data with the figures are written anew. */
  readonly report: boolean;
}

/** All that was recorded, newest first. */
export const RECORDED = ['1.36', '1.34', '1.31'].map((minor) => `conformance/recordings/${minor}`);

const DEFAULTS: Options = {
  directories: [],
  require: null,
  group: null,
  case: null,
  limit: 40,
  report: false,
};

/** Reads `DIR… --report --require=a,b --group X --case TEXT --limit N`, values behind `=` or a space; an error's text for anything else. */
export function readOptions(args: readonly string[]): Options | string {
  let options = DEFAULTS;
  const words = args.flatMap((word) =>
    /^--[a-z]+=/.test(word) ? [word.replace(/=.*/s, ''), word.replace(/^[^=]*=/, '')] : [word],
  );
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('--')) {
      options = { ...options, directories: [...options.directories, word] };
      continue;
    }
    if (word === '--report') {
      options = { ...options, report: true };
      continue;
    }
    index += 1;
    const value = words[index];
    if (value === undefined) return `${word} needs a value`;
    if (word === '--require') options = { ...options, require: value.split(',') };
    else if (word === '--group') options = { ...options, group: value };
    else if (word === '--case') options = { ...options, case: value };
    else if (word === '--limit' && /^\d+$/.test(value)) options = { ...options, limit: Number(value) };
    else return `unknown option ${word} ${value}`;
  }
  if (options.directories.length === 0) options = { ...options, directories: RECORDED };
  return options.report && !isWhole(options) ? '--report goes with nothing else' : options;
}

/** Whether everything that was recorded is asked for. */
export function isWhole({ directories, group, case: name, require }: Options): boolean {
  const filtered = group !== null || name !== null || require !== null;
  return !filtered && RECORDED.every((one) => directories.includes(one)) && directories.length === RECORDED.length;
}
