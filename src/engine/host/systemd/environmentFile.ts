import { NODE_SYSTEMD, type SystemdVersion } from './version.table.ts';

/** An assignment of an environment file. Name and value are as written, not yet judged. */
export interface EnvironmentEntry {
  readonly name: string;
  readonly value: string;
  /** Where the name starts. */
  readonly line: number;
  readonly column: number;
}

/** A line of an environment file that assigns nothing: systemd drops it without a word. */
export interface DroppedLine {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** An environment file as systemd reads it; `open` is the quote that the end of the file found open. */
export interface EnvironmentFile {
  readonly entries: readonly EnvironmentEntry[];
  readonly dropped: readonly DroppedLine[];
  readonly open: { readonly quote: '"' | "'"; readonly line: number; readonly column: number } | null;
}

type State =
  | 'before'
  | 'name'
  | 'start'
  | 'value'
  | 'escape'
  | 'single'
  | 'double'
  | 'double-escape'
  | 'comment'
  | 'comment-escape';

const WHITESPACE = ' \t\n\r';
const NEWLINE = '\n\r';
/** What a backslash protects inside double quotes. */
const ESCAPABLE = '"\\`$';

/**
 * Reads an `EnvironmentFile=`: a shell-like file, not a shell. Any text is accepted.
 * Models parse_env_file_internal of src/basic/env-file.c.
 */
export function parseEnvironmentFile(text: string, systemd: SystemdVersion = NODE_SYSTEMD): EnvironmentFile {
  const reader = new EnvironmentReader(systemd);
  let line = 1;
  let column = 1;
  for (const character of text) {
    if (character === '\0') break;
    reader.take(character, line, column);
    if (character === '\n') {
      line += 1;
      column = 1;
    } else column += character.length;
  }
  return reader.finish();
}

class EnvironmentReader {
  private readonly systemd: SystemdVersion;
  private readonly entries: EnvironmentEntry[] = [];
  private readonly dropped: DroppedLine[] = [];
  private state: State = 'before';
  private name = '';
  private value = '';
  /** Length of the value up to its last character that trailing white space may not take away. */
  private kept = 0;
  private start = { line: 1, column: 1 };
  private quote = { line: 1, column: 1 };

  constructor(systemd: SystemdVersion) {
    this.systemd = systemd;
  }

  take(character: string, line: number, column: number): void {
    switch (this.state) {
      case 'before':
        if (character === '#' || character === ';') this.state = 'comment';
        else if (!WHITESPACE.includes(character)) {
          this.state = 'name';
          this.name = character;
          this.start = { line, column };
        }
        return;
      case 'name':
        if (NEWLINE.includes(character)) this.drop();
        else if (character === '=') this.state = 'start';
        else this.name += character;
        return;
      case 'start':
        if (NEWLINE.includes(character)) this.push();
        else if (character === "'" || character === '"') this.openQuote(character, line, column);
        else if (character === '\\') this.state = 'escape';
        else if (!WHITESPACE.includes(character)) {
          this.state = 'value';
          this.keep(character);
        }
        return;
      case 'value':
        if (NEWLINE.includes(character)) this.push();
        else if (character === '\\') {
          this.state = 'escape';
          this.kept = this.value.length;
        } else if (WHITESPACE.includes(character)) this.value += character;
        else this.keep(character);
        return;
      case 'escape':
        this.state = 'value';
        if (!NEWLINE.includes(character)) this.keep(character);
        return;
      case 'single':
        if (character === "'") this.state = 'start';
        else this.keep(character);
        return;
      case 'double':
        if (character === '"') this.state = 'start';
        else if (character === '\\') this.state = 'double-escape';
        else this.keep(character);
        return;
      case 'double-escape':
        this.state = 'double';
        if (ESCAPABLE.includes(character)) this.keep(character);
        else if (character !== '\n') this.keep(`\\${character}`);
        return;
      case 'comment':
        if (character === '\\') this.state = 'comment-escape';
        else if (NEWLINE.includes(character)) this.state = 'before';
        return;
      case 'comment-escape':
        this.state = NEWLINE.includes(character) && !this.systemd.commentContinues ? 'before' : 'comment';
        return;
    }
  }

  finish(): EnvironmentFile {
    const quote =
      this.state === 'single' ? "'" : this.state === 'double' || this.state === 'double-escape' ? '"' : null;
    const open = quote === null ? null : ({ quote, ...this.quote } as const);
    if (this.state === 'name') this.drop();
    else if (!['before', 'comment', 'comment-escape'].includes(this.state)) this.push();
    return { entries: this.entries, dropped: this.dropped, open };
  }

  private openQuote(quote: '"' | "'", line: number, column: number): void {
    this.state = quote === '"' ? 'double' : 'single';
    this.quote = { line, column };
  }

  private keep(text: string): void {
    this.value += text;
    this.kept = this.value.length;
  }

  private push(): void {
    // White space at the end goes only while an unquoted value is being read.
    const value = this.state === 'value' ? this.value.slice(0, this.kept) : this.value;
    this.entries.push({ name: this.name.replace(/[ \t\n\r]+$/, ''), value, ...this.start });
    this.reset();
  }

  private drop(): void {
    this.dropped.push({ text: this.name, ...this.start });
    this.reset();
  }

  private reset(): void {
    this.state = 'before';
    this.name = '';
    this.value = '';
    this.kept = 0;
  }
}
