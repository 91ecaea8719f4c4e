/** A flag as a line of a unit or an environment file may write it, dashes or underscores, with its value's text. */
function written(flag: string, text: string): RegExp {
  const name = flag.replaceAll('-', '[-_]');
  const value = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`([ \\t]?)--${name}(?:(?:=|[ \\t]+)${value})?(?=[\\s"'\\\\]|$)`);
}

/** A text's line (from 1) without a flag; the line goes when nothing but its continuation is left. Null when it has none. */
export function withoutFlag(text: string, line: number, flag: string, value: string): string | null {
  return onLine(text, line, (old) => {
    if (!written(flag, value).test(old)) return null;
    const rest = old.replace(written(flag, value), '');
    return rest.trim() === '\\' ? [] : [rest];
  });
}

/** A text's line with a flag given another value. */
export function withFlagValue(text: string, line: number, flag: string, from: string, to: string): string | null {
  return onLine(text, line, (old) =>
    written(flag, from).test(old)
      ? [old.replace(written(flag, from), (_, space: string) => `${space}--${flag}=${to}`)]
      : null,
  );
}

/** A text's line with a further flag behind a word. */
export function withFlagBehind(text: string, line: number, word: string, flag: string): string | null {
  return onLine(text, line, (old) => {
    const at = old.lastIndexOf(word);
    const end = at + word.length;
    return at < 0 ? null : [`${old.slice(0, end)} ${flag}${old.slice(end)}`];
  });
}

function onLine(text: string, line: number, change: (old: string) => readonly string[] | null): string | null {
  const lines = text.split('\n');
  const changed = change(lines[line - 1] ?? '');
  return changed === null ? null : lines.toSpliced(line - 1, 1, ...changed).join('\n');
}
