/** A flag of crictl: its names without dashes, and whether it takes a value. */
export interface CrictlFlag {
  readonly key: string;
  readonly names: readonly string[];
  readonly value?: boolean;
}

/** A command line of crictl's subcommand. */
export interface CrictlArguments {
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Reads flags as urfave/cli does: one dash or two, short switches bundled, operands from the first word that is none. */
export function readCrictl(
  parameters: readonly string[],
  flags: readonly CrictlFlag[],
): CrictlArguments | { readonly unknown: string } {
  const given = new Map<string, readonly string[]>();
  const add = (key: string, value: string): void => {
    given.set(key, [...(given.get(key) ?? []), value]);
  };
  for (let index = 0; index < parameters.length; index += 1) {
    const word = parameters[index] ?? '';
    if (word === '--') return { given, operands: parameters.slice(index + 1) };
    if (!word.startsWith('-') || word === '-') return { given, operands: parameters.slice(index) };
    const [name = '', glued] = word.replace(/^--?/, '').split(/=(.*)/s);
    const flag = flags.find(({ names }) => names.includes(name));
    if (flag === undefined) {
      const letters = word.startsWith('--') ? [] : [...name];
      const bundle = letters.map((letter) => flags.find((one) => one.names.includes(letter) && one.value !== true));
      if (letters.length < 2 || bundle.includes(undefined)) return { unknown: name };
      for (const one of bundle) if (one !== undefined) add(one.key, '');
      continue;
    }
    if (flag.value !== true) add(flag.key, glued ?? '');
    else {
      const value = glued ?? parameters[index + 1];
      if (value === undefined) return { unknown: name };
      if (glued === undefined) index += 1;
      add(flag.key, value);
    }
  }
  return { given, operands: [] };
}
