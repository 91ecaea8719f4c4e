import type { Opened } from './paths.ts';

/** Opens a file by its name as typed. */
export type ReadFile = (name: string) => Opened;

/** What stood in for a substitution: the files' text, complaints on stderr, and where the line goes on. */
export interface Substituted {
  readonly text: string;
  readonly stderr: string;
  readonly end: number;
}

const WORD = String.raw`(?:'[^']*'|"[^"$\`\\]*"|[^\s'"\\$\`|&;<>()*?[\]{}#!])+`;
const CAT = new RegExp(String.raw`^\$\([ \t]*(?:cat((?:[ \t]+${WORD})+)|<[ \t]*(${WORD}))[ \t]*\)`);
const ERRORS = { 'no-file': 'No such file or directory', directory: 'Is a directory' } as const;

/**
 * The text of `$(cat FILE…)` or `$(<FILE)` at an index of a line, without trailing newlines and NUL; null when anything
 * else stands there. Models bash 5.2 and GNU cat 9.1.
 */
export function substituteFiles(line: string, index: number, read: ReadFile): Substituted | null {
  const [whole = '', named, redirected] = CAT.exec(line.slice(index)) ?? [];
  if (whole === '') return null;
  const names = [...(named ?? redirected ?? '').matchAll(new RegExp(WORD, 'g'))].map(([word]) => plain(word));
  if (named !== undefined && names.some((name) => name.startsWith('-'))) return null;
  let text = '';
  let stderr = '';
  for (const name of names) {
    const opened = read(name);
    if ('text' in opened) text += opened.text;
    else if (named !== undefined) stderr += `cat: ${name}: ${ERRORS[opened.missing]}\n`;
    // Bash opens a directory without a word, and reads nothing from it.
    else if (opened.missing === 'no-file') stderr += `bash: ${name}: ${ERRORS['no-file']}\n`;
  }
  if (text.includes('\0')) stderr += 'bash: warning: command substitution: ignored null byte in input\n';
  return { text: text.replaceAll('\0', '').replace(/\n+$/, ''), stderr, end: index + whole.length };
}

/** A word without its quotes. */
function plain(word: string): string {
  return word.replace(/^~(?=\/)/, '/root').replace(/'([^']*)'|"([^"]*)"/g, '$1$2');
}
