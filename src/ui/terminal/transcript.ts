import { TERMINAL } from '../words/terminal.ts';

/** One line that was run, and what it printed, for those who do not see the screen. */
export interface Entry {
  readonly number: number;
  readonly line: string;
  readonly lines: readonly string[];
  /** How many lines were printed beyond those. */
  readonly more: number;
}

/** Lines of one entry that can be read again. */
const KEPT_LINES = 200;
/** Entries that can be read again. */
const KEPT_ENTRIES = 20;
/** Lines that are said aloud by themselves. */
const SAID_LINES = 15;

const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is told.
  /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b.|[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Collects what a line prints, no more of it than is kept. */
export class Printed {
  readonly #lines: string[] = [];
  #open = '';
  #count = 0;

  add(text: string): void {
    const [first = '', ...rest] = text.split('\n');
    // Of a line without end only its beginning is kept.
    if (this.#open.length < 2_000) this.#open += first.slice(0, 2_000);
    for (const next of rest) {
      this.#count += 1;
      if (this.#lines.length < KEPT_LINES) this.#lines.push(this.#open);
      this.#open = next.slice(0, 2_000);
    }
  }

  entry(number: number, line: string): Entry {
    const open = this.#open === '' ? [] : [this.#open];
    const lines = [...this.#lines, ...open].slice(0, KEPT_LINES).map((one) => one.replace(CONTROLS, ''));
    return { number, line, lines, more: Math.max(0, this.#count + open.length - lines.length) };
  }
}

/** The entries with one more; the oldest go. */
export function withEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  return [...entries, entry].slice(-KEPT_ENTRIES);
}

/** What is said aloud when a line is done: what it printed, not too much of it; the prompt when that is nothing. */
export function saidOf({ lines, more }: Entry, prompt: string): string {
  if (lines.length === 0) return prompt;
  const said = lines.slice(0, SAID_LINES);
  const left = lines.length - said.length + more;
  return [...said, ...(left > 0 ? [TERMINAL.more(left)] : [])].join('\n');
}
