/** A path made clean: no `.`, `..`, double or trailing slashes. Models Go's filepath.Clean. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push(part);
  }
  const joined = kept.join('/');
  if (rooted) return `/${joined}`;
  return joined === '' ? '.' : joined;
}

/** A path seen from a folder. Absolute ones stay as they are, made clean. */
export function absolutePath(path: string, folder: string): string {
  return cleanPath(path.startsWith('/') ? path : `${folder}/${path}`);
}

/** The folder that a clean path lies in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}
