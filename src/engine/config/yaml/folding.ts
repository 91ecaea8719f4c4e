import type { Cursor } from './cursor.ts';

/** Gathers the text of a scalar that runs over several lines: one line break becomes a space, more stay. */
export class Folding {
  text = '';
  /** Whether a line break came after the last character. */
  isBroken = false;
  private blanks = '';
  private first = '';
  private more = '';

  add(chars: string): void {
    this.join();
    this.text += chars;
  }

  /** Takes a blank or a line break. Blanks at the beginning of a line do not count. */
  space(cursor: Cursor): void {
    if (!cursor.isBreak()) {
      const blank = cursor.take();
      if (!this.isBroken) this.blanks += blank;
      return;
    }
    if (this.isBroken) this.more += cursor.takeBreak();
    else this.first = cursor.takeBreak();
    this.blanks = '';
    this.isBroken = true;
  }

  /** A line break that an escape makes void. */
  escapedBreak(): void {
    this.isBroken = true;
  }

  /** Puts in what the blanks and breaks since the last character are worth. */
  join(): void {
    if (this.isBroken) this.text += this.first === '\n' ? this.more || ' ' : this.first + this.more;
    else this.text += this.blanks;
    this.blanks = '';
    this.first = '';
    this.more = '';
    this.isBroken = false;
  }
}
