import type { Terminal } from '@xterm/xterm';
import type { OpenTerminal, TerminalNext, TerminalPiece } from '#session/view/terminal.ts';
import { viLine } from '../files/viWord.ts';
import { TERMINAL } from '../words/terminal.ts';
import { inColumns } from './line/columns.ts';
import { decode, type Press } from './line/decode.ts';
import { type Drawing, layOut, move, redraw } from './line/draw.ts';
import { type Effect, NEW_READER, press, type Reader, type Surroundings } from './line/reader.ts';
import { searchPrompt } from './line/search.ts';
import { pieces, SANE } from './settle.ts';
import { type Entry, Printed } from './transcript.ts';

/** What the terminal is doing. */
export type Doing = 'reading' | 'running' | 'following' | 'editing';

/** What stands around the terminal, and is told of what happens in it. */
export interface Neighbours {
  doing(what: Doing): void;
  /** A line is done; `entry` is what it printed. */
  done(entry: Entry): void;
  /** Something that the eye sees at once. */
  tell(words: string): void;
  /** Opens a file in the editor; the words that are printed for it. */
  edit(node: string, path: string): string;
  /** Opens a text in the editor; gives it back, or null when it was closed without saving. */
  editText(title: string, text: string): Promise<string | null>;
  /** Closes the text without saving. */
  closeText(): void;
}

/** No more keys than this are kept while a line runs. */
const MOST_AHEAD = 2_000;
const CONTINUED = '> ';

/** Whether a text moves the cursor to the right and to new lines only. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that matter
  return !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text);
}

/** A line editor on an xterm, and the shell behind it. */
export class Console {
  readonly #screen: Terminal;
  readonly #shell: OpenTerminal;
  readonly #neighbours: Neighbours;
  readonly #around: Surroundings;
  #reader: Reader = NEW_READER;
  #doing: Doing = 'running';
  #ahead: Press[] = [];
  #prompt = '';
  /** The column in which the prompt begins: behind an output without a line end that is not the first. */
  #start = 0;
  #drawn: Drawing | null = null;
  #marker: ReturnType<Terminal['registerMarker']> | undefined;
  /** The file that the editor was given last. */
  #edited: string | null = null;
  #lines = 0;
  #interrupted = false;
  /** What was printed last, while all of the line's output was plain text; null when the screen must be asked. */
  #last: string | null = null;
  /** The line has changed and is not drawn yet, since more keys came with the last. */
  #stale = false;

  constructor(screen: Terminal, shell: OpenTerminal, neighbours: Neighbours) {
    this.#screen = screen;
    this.#shell = shell;
    this.#neighbours = neighbours;
    this.#around = {
      get history() {
        return shell.history();
      },
      complete: (line, cursor) => shell.complete(line, cursor),
      isUnfinished: (text) => shell.isUnfinished(text),
    };
    screen.onData((data) => this.type(decode(data)));
    screen.onResize(() => void this.#refit());
    shell.subscribe(() => this.#startedOver());
  }

  /** Says the one line that is said at the start, and shows the prompt. */
  async start(): Promise<void> {
    this.#note(TERMINAL.hint);
    await this.#ready();
  }

  /** What was typed: edits the line, or waits until the line that runs is done. */
  type(presses: readonly Press[]): void {
    for (const [index, one] of presses.entries()) {
      if (this.#doing === 'reading') this.#take(one, presses[index + 1] === undefined);
      else if (one.kind === 'key' && one.name === 'interrupt') this.#interrupt();
      else if (this.#doing === 'following') this.#whileFollowing(one);
      else if (this.#ahead.length < MOST_AHEAD) this.#ahead.push(one);
    }
  }

  /** Clears the screen; the line that is being typed stays. */
  clear(): void {
    if (this.#doing !== 'reading') return;
    this.#screen.write('\u001b[H\u001b[2J\u001b[3J');
    this.#drawAnew();
    this.#neighbours.tell(TERMINAL.clear);
  }

  /** One key; of several that come at once only the last needs to be seen. */
  #take(typed: Press, last: boolean): void {
    const before = this.#reader;
    const { reader, effects } = press(before, typed, this.#around);
    const acts = effects.some(({ kind }) => kind !== 'redraw' && kind !== 'tell');
    if (acts && this.#stale) this.#draw(before);
    this.#reader = reader;
    for (const effect of effects) {
      if (effect.kind !== 'redraw') this.#act(effect);
      else if (effect.as !== undefined && acts) this.#draw(effect.as);
      else this.#stale = true;
    }
    if (last && this.#stale && this.#doing === 'reading') this.#draw(this.#reader);
  }

  #act(effect: Effect): void {
    switch (effect.kind) {
      case 'submit':
        this.#toEnd('\r\n');
        void this.#submit(effect.text);
        return;
      case 'continue':
        this.#toEnd('\r\n');
        this.#drawAnew();
        return;
      case 'interrupt':
        this.#toEnd('^C\r\n');
        void this.#ready();
        return;
      case 'leave':
        void this.#leave();
        return;
      case 'clear':
        this.#screen.write('\u001b[H\u001b[2J');
        this.#drawAnew();
        return;
      case 'list':
        this.#toEnd(`\r\n${inColumns(effect.listing, this.#screen.cols)}`);
        this.#drawAnew();
        this.#neighbours.tell(`${TERMINAL.choices(effect.listing.length)}: ${effect.listing.slice(0, 40).join(', ')}`);
        return;
      case 'ask':
        this.#toEnd(`\r\n${TERMINAL.question(effect.count)}`);
        this.#neighbours.tell(TERMINAL.question(effect.count));
        return;
      case 'unasked':
        this.#screen.write('\r\n');
        this.#drawAnew();
        return;
      case 'tell':
        this.#neighbours.tell(effect.text);
        return;
      case 'redraw':
        return;
    }
  }

  async #submit(text: string): Promise<void> {
    const vi = this.#edited === null ? null : viLine(text);
    if (vi !== null && this.#edited !== null) {
      this.#note(TERMINAL.afterVi[vi](this.#edited));
      await this.#ready();
      return;
    }
    if (text.trim() === '') {
      await this.#ready();
      return;
    }
    await this.#run(text);
  }

  async #run(text: string): Promise<void> {
    this.#become('running');
    const printed = new Printed();
    const write = (piece: TerminalPiece): void => {
      printed.add(piece.text);
      this.#last = isPlain(piece.text) && this.#last !== null ? piece.text : null;
      for (const part of pieces(piece.text)) this.#screen.write(part);
    };
    this.#last = '\n';
    let next = await this.#shell.run(text, write, this.#screen.cols);
    while (next.kind === 'edit-text') next = await this.#editText(next, write);
    if (next.kind === 'edit') {
      const words = this.#neighbours.edit(next.node, next.path);
      this.#edited = next.path;
      printed.add(`${words}\n`);
      this.#note(words);
    }
    if (next.kind === 'clear') this.#screen.write('\u001b[H\u001b[2J\u001b[3J');
    this.#lines += 1;
    this.#neighbours.done(printed.entry(this.#lines, text));
    if (next.kind === 'following') this.#follow(next.ended);
    else await this.#ready();
  }

  /** Something prints on; when it ends by itself, the prompt is back. */
  #follow(ended: Promise<void>): void {
    const line = this.#lines;
    this.#become('following');
    void ended.then(() => {
      if (this.#doing === 'following' && this.#lines === line) void this.#ready();
    });
  }

  /** The shell is a new one: its prompt stands below, with what was being typed. What runs or is followed ends by itself. */
  #startedOver(): void {
    if (this.#doing === 'editing') this.#neighbours.closeText();
    if (this.#doing !== 'reading') return;
    this.#toEnd('\r\n');
    this.#note(TERMINAL.startedOver);
    this.#prompt = this.#shell.prompt();
    this.#drawAnew();
  }

  async #editText(
    next: TerminalNext & { kind: 'edit-text' },
    write: (piece: TerminalPiece) => void,
  ): Promise<TerminalNext> {
    this.#become('editing');
    this.#note(TERMINAL.openedText(next.title));
    const text = await this.#neighbours.editText(next.title, next.text);
    this.#become('running');
    return this.#shell.edited(text, write);
  }

  /** Ctrl-D: ends a shell inside the first, which itself stays. */
  async #leave(): Promise<void> {
    if (this.#shell.depth() > 0) {
      this.#toEnd('exit\r\n');
      await this.#run('exit');
      return;
    }
    this.#toEnd('\r\n');
    this.#note(TERMINAL.firstShell);
    await this.#ready();
  }

  #interrupt(): void {
    this.#ahead = [];
    this.#screen.write('^C');
    this.#interrupted = true;
    if (this.#doing === 'editing') {
      this.#neighbours.closeText();
      return;
    }
    this.#shell.interrupt();
    if (this.#doing === 'following') void this.#ready();
  }

  /** As a terminal echoes what is typed to a program that does not read. */
  #whileFollowing(typed: Press): void {
    if (typed.kind === 'key' && typed.name === 'enter') this.#screen.write('\r\n');
  }

  /** The prompt is back: when everything printed is on the screen, it is drawn behind it, and what was typed ahead is taken. */
  async #ready(): Promise<void> {
    this.#become('running');
    // To wait for the screen costs a timer of the browser. Behind plain lines it is known how it stands.
    const known = this.#last?.endsWith('\n') === true && !this.#interrupted;
    this.#last = null;
    if (!known) await this.#settled();
    this.#interrupted = false;
    this.#prompt = this.#shell.prompt();
    this.#start = known ? 0 : this.#screen.buffer.active.cursorX;
    this.#drawn = null;
    this.#mark(known);
    this.#become('reading');
    this.#draw(this.#reader);
    const ahead = this.#ahead;
    this.#ahead = [];
    this.type(ahead);
  }

  /** Waits until the screen shows everything, and puts it back to what a line editor needs. */
  async #settled(): Promise<void> {
    this.#screen.write(SANE);
    await this.#flushed();
    if (this.#screen.buffer.active.type === 'alternate') {
      this.#screen.write(`\u001b[?1049l${SANE}`);
      await this.#flushed();
    }
    // What was interrupted in the middle of a row has left it behind itself.
    if (!this.#interrupted || this.#screen.buffer.active.cursorX === 0) return;
    this.#screen.write('\r\n');
    await this.#flushed();
  }

  /** Remembers the row in which the prompt begins; `later`: once the screen has come there. */
  #mark(later: boolean): void {
    const remember = (): void => {
      this.#marker?.dispose();
      this.#marker = this.#screen.registerMarker(0);
    };
    if (later) void this.#flushed().then(remember);
    else remember();
  }

  #flushed(): Promise<void> {
    return new Promise((done) => this.#screen.write('', done));
  }

  #become(doing: Doing): void {
    if (this.#doing === doing) return;
    this.#doing = doing;
    this.#neighbours.doing(doing);
  }

  /** A line of ours among what programs print. */
  #note(words: string): void {
    this.#screen.write(`\u001b[90m${words}\u001b[0m\r\n`);
  }

  #draw({ line, search, above }: Reader): void {
    this.#stale = false;
    const prompt = search !== null ? searchPrompt(search) : above === '' ? this.#prompt : CONTINUED;
    const drawing = layOut(prompt, line.text, line.cursor, this.#screen.cols, this.#start);
    const coloured = { ...drawing, text: `\u001b[33m${prompt}\u001b[0m${drawing.text.slice(prompt.length)}` };
    this.#screen.write(redraw(this.#drawn?.cursor.row ?? 0, this.#start, coloured));
    this.#drawn = drawing;
  }

  /** Draws prompt and line where the cursor is, at the beginning of a row. */
  #drawAnew(): void {
    this.#start = 0;
    this.#drawn = null;
    this.#mark(true);
    this.#draw(this.#reader);
  }

  /** Goes behind the line, and writes on from there. */
  #toEnd(text: string): void {
    const drawn = this.#drawn;
    this.#screen.write(`${drawn === null ? '' : move(drawn.cursor, drawn.end)}${text}`);
    this.#drawn = null;
  }

  /** After the width has changed, the rows above are as many as the terminal made of them. */
  async #refit(): Promise<void> {
    if (this.#doing !== 'reading' || this.#reader.asked !== null) return;
    await this.#flushed();
    const { active } = this.#screen.buffer;
    const above = this.#marker === undefined ? 0 : active.baseY + active.cursorY - this.#marker.line;
    this.#start = Math.min(this.#start, this.#screen.cols - 1);
    if (this.#drawn !== null) {
      const row = this.#marker === undefined || this.#marker.line < 0 ? this.#drawn.cursor.row : Math.max(0, above);
      this.#drawn = { ...this.#drawn, cursor: { ...this.#drawn.cursor, row } };
    }
    this.#draw(this.#reader);
  }
}
