/** A word as the shell must read it to get it again. */
export function quoted(word: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A path as bash's \w shows it: the home directory as `~`. */
export function tilde(path: string, home: string): string {
  if (path === home) return '~';
  return home !== '/' && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
