import type { Files } from '../files.ts';

/**
 * The regular files that a path pattern names, sorted; `*`, `?` and `[…]` stay within one component, and a leading
 * dot must be written out. Models glob(3) as systemd calls it.
 */
export function globFiles(files: Files, pattern: string): readonly string[] {
  const wanted = pattern.split('/').filter((part) => part !== '' && part !== '.');
  return Object.keys(files)
    .filter((path) => files[path]?.kind === 'file' && matches(path.split('/').slice(1), wanted))
    .sort();
}

function matches(parts: readonly string[], patterns: readonly string[]): boolean {
  return parts.length === patterns.length && parts.every((part, index) => matchesPart(part, patterns[index] ?? ''));
}

function matchesPart(text: string, pattern: string): boolean {
  if (!/[*?[\\]/.test(pattern)) return text === pattern;
  if (text.startsWith('.') && !pattern.startsWith('.')) return false;
  return matchFrom(text, 0, readTokens(pattern), 0);
}

type Token = '*' | ((character: string) => boolean);

function readTokens(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    const set = character === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(pattern.slice(index)) : null;
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') tokens.push(() => true);
    else if (set !== null) {
      const members = set[2] ?? '';
      const negated = set[1] !== '';
      tokens.push((candidate) => inSet(candidate, members) !== negated);
      index += set[0].length - 1;
    } else {
      if (character === '\\' && index + 1 < pattern.length) index += 1;
      const literal = pattern.charAt(index);
      tokens.push((candidate) => candidate === literal);
    }
  }
  return tokens;
}

function inSet(character: string, members: string): boolean {
  for (let index = 0; index < members.length; index += 1) {
    const first = members.charAt(index);
    if (members[index + 1] === '-' && index + 2 < members.length) {
      if (character >= first && character <= members.charAt(index + 2)) return true;
      index += 2;
    } else if (character === first) return true;
  }
  return false;
}

/** Greedy matching with one step back: linear in the pattern for each star, so no text makes it slow. */
function matchFrom(text: string, textStart: number, tokens: readonly Token[], tokenStart: number): boolean {
  let at = textStart;
  let token = tokenStart;
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current === '*') {
      star = token;
      mark = at;
      token += 1;
    } else if (current?.(text.charAt(at)) === true) {
      at += 1;
      token += 1;
    } else if (star >= 0) {
      token = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  while (tokens[token] === '*') token += 1;
  return token === tokens.length;
}
