/** An option that a program knows. `key` is what its occurrences are called; at least one spelling is given. */
export interface OptionSpec {
  readonly key: string;
  /** `n` for `-n` */
  readonly short?: string;
  /** `lines` for `--lines` */
  readonly long?: string;
  readonly argument?: 'required' | 'optional';
}

/** An option as given. `value` is null when it has none. */
export interface GivenOption {
  readonly key: string;
  readonly value: string | null;
}

/** A command line taken apart, or the C library's complaint about it, without a line end. */
export type ReadOptions =
  | { readonly ok: true; readonly given: readonly GivenOption[]; readonly operands: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * Reads options as GNU `getopt_long` does: bundles, abbreviations, `--`, options behind operands unless
 * `stopAtOperand`. Takes any arguments. Models glibc's posix/getopt.c, 2.36.
 */
export function readOptions(
  program: string,
  parameters: readonly string[],
  specs: readonly OptionSpec[],
  stopAtOperand = false,
): ReadOptions {
  const given: GivenOption[] = [];
  const operands: string[] = [];
  const rest = [...parameters];
  const complain = (what: string): ReadOptions => ({ ok: false, message: `${program}: ${what}` });
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (word === '--') return { ok: true, given, operands: [...operands, ...rest] };
    if (word === '-' || !word.startsWith('-')) {
      if (stopAtOperand) return { ok: true, given, operands: [word, ...rest] };
      operands.push(word);
      continue;
    }
    const complaint = word.startsWith('--') ? readLong(word, rest, specs, given) : readShort(word, rest, specs, given);
    if (complaint !== null) return complain(complaint);
  }
  return { ok: true, given, operands };
}

function readLong(word: string, rest: string[], specs: readonly OptionSpec[], given: GivenOption[]): string | null {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  const value = equals < 0 ? null : word.slice(equals + 1);
  const found = named(name, specs);
  if (found.length === 0) return `unrecognized option '${word}'`;
  const [spec] = found;
  if (spec === undefined || found.length > 1) {
    return `option '${word}' is ambiguous; possibilities: ${found.map(({ long }) => `'--${long ?? ''}'`).join(' ')}`;
  }
  if (spec.argument === undefined && value !== null) return `option '--${spec.long ?? ''}' doesn't allow an argument`;
  if (spec.argument !== 'required' || value !== null) {
    given.push({ key: spec.key, value });
    return null;
  }
  const next = rest.shift();
  if (next === undefined) return `option '--${spec.long ?? ''}' requires an argument`;
  given.push({ key: spec.key, value: next });
  return null;
}

/** The options that a long name or its beginning may mean; several spellings of one are one. */
function named(name: string, specs: readonly OptionSpec[]): readonly OptionSpec[] {
  const exact = specs.find(({ long }) => long === name);
  if (exact !== undefined) return [exact];
  const begun = specs.filter(({ long }) => long?.startsWith(name) ?? false);
  return begun.every(({ key }) => key === begun[0]?.key) ? begun.slice(0, 1) : begun;
}

function readShort(word: string, rest: string[], specs: readonly OptionSpec[], given: GivenOption[]): string | null {
  for (let index = 1; index < word.length; index += 1) {
    const letter = word.charAt(index);
    const spec = specs.find(({ short }) => short === letter);
    if (spec === undefined) return `invalid option -- '${letter}'`;
    const tail = word.slice(index + 1);
    if (spec.argument === undefined) {
      given.push({ key: spec.key, value: null });
      continue;
    }
    const next = tail === '' && spec.argument === 'required' ? rest.shift() : tail === '' ? null : tail;
    if (next === undefined) return `option requires an argument -- '${letter}'`;
    given.push({ key: spec.key, value: next });
    return null;
  }
  return null;
}

/** Whether an option was given. */
export function isGiven(given: readonly GivenOption[], key: string): boolean {
  return given.some((option) => option.key === key);
}

/** The value of an option's last occurrence; null when it was not given, or without one. */
export function lastGiven(given: readonly GivenOption[], key: string): string | null {
  return given.findLast((option) => option.key === key)?.value ?? null;
}

/** The values of all occurrences of an option. */
export function allGiven(given: readonly GivenOption[], key: string): readonly string[] {
  return given.filter((option) => option.key === key).map(({ value }) => value ?? '');
}
