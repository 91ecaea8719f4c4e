/** What a tab calls a file: its last name; with the folder before it when it has no ending, or two would be called the same. */
export function fileName(path: string, all: readonly string[]): string {
  const name = last(path);
  if (!name.includes('.') && path.lastIndexOf('/') > 0) return path.split('/').slice(-2).join('/');
  const twins = all.filter((other) => other !== path && last(other) === name);
  if (twins.length === 0) return name;
  const parts = path.split('/').filter((part) => part !== '');
  for (let take = 2; take <= parts.length; take += 1) {
    const longer = parts.slice(-take).join('/');
    if (!twins.some((other) => other.endsWith(`/${longer}`))) return longer;
  }
  return path;
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
