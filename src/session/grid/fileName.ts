/** Where lines are typed. */
export const HOME = '/root';

/** A file's name as it is typed in {@link HOME}: short when it lies there, quoted when it must be. */
export function typedName(path: string): string {
  const name = path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1) : path;
  return /^[\w./@%+=:,-]+$/.test(name) && !name.startsWith('-') ? name : `'${name}'`;
}

/** Whether a file can be named on a line at all: a quote or a control character in a name is more than the grid writes. */
export function canBeTyped(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
  return !/['\u0000-\u001f]/.test(path) && !path.slice(path.lastIndexOf('/') + 1).startsWith('-');
}
