import type { ProgramContext } from '../program.ts';
import { gnuScript } from './sedScript.ts';

/** A complaint in place of running a program. */
export interface Refusal {
  readonly stderr: string;
  readonly exitCode: number;
}

const SCRIPT = /^(-[nErsuz]*)e$|^--expression$/;
const SCRIPT_INSIDE = /^(?:(-[nErsuz]*)e|--expression=)([\s\S]+)$/;
const FILE = /^(-[nErsuz]*)f$|^--file$/;
const EXTENDED = /^-[nsuz]*[Er]|^--regexp-extended$/;

/** A script of a command line, and what GNU sed calls the place of one of its characters. */
interface Given {
  readonly script: string;
  readonly place: (char: number) => string;
}

/** The words of sed with each of its scripts as the interpreter takes it, or what GNU sed says against one. */
export function sedWords(words: readonly string[], { files }: ProgramContext): readonly string[] | Refusal {
  const extended = words.some((word) => EXTENDED.test(word));
  const out: string[] = [];
  let given = words.some((word) => SCRIPT.test(word) || FILE.test(word) || SCRIPT_INSIDE.test(word));
  let expressions = 0;
  const expression = (script: string): Given => {
    expressions += 1;
    const prefix = `-e expression #${expressions}, char `;
    return { script, place: (char) => prefix + char };
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1] ?? null;
    const inside = SCRIPT_INSIDE.exec(word);
    const file = FILE.test(word) && next !== null ? files.read(next) : null;
    let found: Given | null = null;
    if (file !== null) {
      const lines = (char: number): number => file.slice(0, char).split('\n').length;
      found = { script: file.replace(/\n$/, ''), place: (char) => `file ${next} line ${lines(char)}` };
      out.push(`${FILE.exec(word)?.[1] ?? '-'}e`);
    } else if (SCRIPT.test(word) && next !== null) {
      found = expression(next);
      out.push(word);
    } else if (inside !== null) {
      found = expression(inside[2] ?? '');
      out.push(`${inside[1] ?? '-'}e`);
    } else if (!given && (!word.startsWith('-') || word === '-')) {
      given = true;
      found = expression(word);
    }
    if (found === null) {
      out.push(word);
      continue;
    }
    if (next !== null && (file !== null || SCRIPT.test(word))) index += 1;
    const read = gnuScript(gnuText(found.script), extended);
    if ('refused' in read) return { stderr: read.refused, exitCode: 1 };
    if ('complaint' in read) return { stderr: `sed: ${found.place(read.char)}: ${read.complaint}\n`, exitCode: 1 };
    out.push(read.script);
  }
  return out;
}

/** What `-i` with a suffix (`sed -i.bak …`) keeps first: the commands that copy each file that is there. */
export function sedBackups(words: readonly string[], { files }: ProgramContext): readonly (readonly string[])[] {
  const suffix = words.map((word) => /^(?:-[nErsuz]*i|--in-place=)(.+)$/.exec(word)?.[1]).find((found) => found);
  if (suffix === undefined) return [];
  const takesNext = (word: string): boolean => SCRIPT.test(word) || FILE.test(word);
  const operands = words.filter((word, index) => !word.startsWith('-') && !takesNext(words[index - 1] ?? ''));
  const named = words.some((word) => takesNext(word) || SCRIPT_INSIDE.test(word)) ? operands : operands.slice(1);
  return named
    .filter((name) => files.status(name)?.kind === 'file')
    .map((name) => {
      const cut = name.lastIndexOf('/') + 1;
      const base = name.slice(cut);
      const kept = suffix.includes('*') ? suffix.replaceAll('*', base) : base + suffix;
      return ['cp', '--', name, kept.includes('/') ? kept : name.slice(0, cut) + kept];
    });
}

/** GNU's `a\text` on one line, as the two lines that POSIX wants; only so are leading blanks kept. */
function gnuText(script: string): string {
  return script.replace(
    /^(\s*(?:\d+|\$|\/(?:[^/\\]|\\.)*\/)?(?:,(?:\d+|\$|\/(?:[^/\\]|\\.)*\/))?\s*!?\s*[aic])\\(?!\n)(.+)$/s,
    '$1\\\n$2',
  );
}
