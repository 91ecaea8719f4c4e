import { DESCRIBE_STYLE, tabbed } from '../print/tabWriter.ts';

/** What `kubectl describe` writes: lines at levels of indentation, cells parted by tabs. */
export class Sheet {
  private laidOut = '';
  private pending = '';

  /** Writes a text, its first line two spaces in for each level. */
  write(level: number, text: string): void {
    this.pending += '  '.repeat(level) + text;
  }

  /** A field and its value. */
  field(level: number, name: string, value: string | number): void {
    this.write(level, `${name}:\t${value}\n`);
  }

  /** Ends a block: columns behind it are their own. */
  flush(): void {
    this.laidOut += tabbed(this.pending, DESCRIBE_STYLE);
    this.pending = '';
  }

  text(): string {
    this.flush();
    return this.laidOut;
  }
}
