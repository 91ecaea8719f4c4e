/** Where lines are typed. */
export const HOME = '/root';

/** A file's name as a program that is started in {@link HOME} is given it: short when it lies there. */
export function shortName(path: string): string {
  return path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1) : path;
}

/** The same as it is typed: quoted when it must be. */
export function typedName(path: string): string {
  const name = shortName(path);
  return /^[\w./@%+=:,-]+$/.test(name) && !name.startsWith('-') ? name : `'${name}'`;
}

/** Whether a file can be named on a line at all: a quote or a control character in a name is more than the grid writes. */
export function canBeTyped(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
  return !/['\u0000-\u001f]/.test(path) && !path.slice(path.lastIndexOf('/') + 1).startsWith('-');
}
