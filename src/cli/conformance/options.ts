/** What the command line of `npm run conformance` asks for. */
export interface Options {
  readonly directory: string;
  /** Groups that must be at 100 %; null for all. */
  readonly require: readonly string[] | null;
  readonly group: string | null;
  /** Text that the case's id contains. */
  readonly case: string | null;
  /** How many differences are printed. */
  readonly limit: number;
}

const DEFAULTS: Options = {
  directory: 'conformance/recordings/1.36',
  require: null,
  group: null,
  case: null,
  limit: 40,
};

/** Reads `DIR --require=a,b --group X --case TEXT --limit N`, values behind `=` or a space; an error's text for anything else. */
export function readOptions(args: readonly string[]): Options | string {
  let options = DEFAULTS;
  const words = args.flatMap((word) =>
    /^--[a-z]+=/.test(word) ? [word.replace(/=.*/s, ''), word.replace(/^[^=]*=/, '')] : [word],
  );
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('--')) {
      options = { ...options, directory: word };
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
  return options;
}
