import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import { createStore } from 'zustand/vanilla';
import type { Session } from '#session/commands.ts';
import { subscribeTheme } from '../app/theme.ts';
import { shortcutOf } from '../keys/chord.ts';
import type { DeskStore, Draft } from '../store/desk.ts';
import { FORCED, holds, STILL } from '../store/media.ts';
import { hold, release } from '../store/patience.ts';
import { TERMINAL } from '../words/terminal.ts';
import { Console, type Doing, type Neighbours } from './Console.ts';
import { copyText } from './clipboard.ts';
import { deafen } from './deafen.ts';
import { focusEditor } from './focusEditor.ts';
import { keyMeaning } from './keyMeaning.ts';
import { decode } from './line/decode.ts';
import { palette } from './palette.ts';
import { chooseLetterSize, letterSize } from './size.ts';
import { type Entry, saidOf, withEntry } from './transcript.ts';

/** What the panel around a terminal shows of it. */
export interface BoxState {
  readonly phase: 'starting' | 'ready' | 'failed';
  /** Why it failed. */
  readonly trouble: string;
  readonly doing: Doing;
  /** Requests that the last line made. */
  readonly requests: number;
  readonly entries: readonly Entry[];
  /** What is said aloud next. */
  readonly said: string;
}

const NEW: BoxState = { phase: 'starting', trouble: '', doing: 'running', requests: 0, entries: [], said: '' };
/** The name under which the browser keeps how long each line took, from Enter to the next prompt. */
const LINE = 'portside:line';
const SCROLLBACK = 12_000;
const FONT = "'IBM Plex Mono', ui-monospace, 'DejaVu Sans Mono', monospace";

/** A session's terminal with all that it has printed. It outlives the panel: another tab in front does not end it. */
export class Box {
  readonly store = createStore<BoxState>(() => NEW);
  readonly #session: Session;
  readonly #host = document.createElement('div');
  readonly #fit = new FitAddon();
  #desk: DeskStore;
  #screen: Terminal | null = null;
  #console: Console | null = null;
  #draft: Draft | null = null;
  #wantsFocus = false;
  /** What was to be typed before there was a prompt. */
  #toType = '';
  #before = 0;
  #began = 0;
  #opening = false;

  constructor(session: Session, desk: DeskStore) {
    this.#session = session;
    this.#desk = desk;
    this.#host.className = 'terminal-host';
  }

  /** Stands in a panel until that goes; returns its undoing. */
  attach(parent: HTMLElement, desk: DeskStore): () => void {
    this.#desk = desk;
    // A text that lay open on another desk lies open on this one.
    if (this.#draft !== null && desk.getState().draft === null) desk.getState().showDraft(this.#draft);
    parent.append(this.#host);
    const sized = new ResizeObserver(() => this.#refit());
    sized.observe(this.#host);
    const unpaint = subscribeTheme(() => this.#paint());
    const forced = window.matchMedia(FORCED);
    const paint = (): void => this.#paint();
    forced.addEventListener('change', paint);
    this.#paint();
    if (this.store.getState().phase !== 'ready') void this.open();
    return () => {
      sized.disconnect();
      unpaint();
      forced.removeEventListener('change', paint);
      this.#host.remove();
    };
  }

  /** Brings the interpreter and shows the prompt; once, and again after a failure. */
  async open(): Promise<void> {
    if (this.#opening || this.#console !== null) return;
    this.#opening = true;
    this.store.setState({ phase: 'starting' });
    try {
      const [shell] = await Promise.all([this.#session.terminal.open(), lettersLoaded()]);
      const screen = this.#makeScreen();
      this.#screen = screen;
      this.#console = new Console(
        screen,
        shell,
        this.#neighbours(() => shell.prompt()),
      );
      this.#refit();
      await this.#console.start();
      this.store.setState({ phase: 'ready' });
      this.#console.type(decode(this.#toType));
      this.#toType = '';
      if (this.#wantsFocus) this.focus();
    } catch (reason) {
      this.store.setState({ phase: 'failed', trouble: reason instanceof Error ? reason.message : String(reason) });
    } finally {
      this.#opening = false;
    }
  }

  /** Gives the terminal the focus, now or when it has come. */
  focus(): void {
    this.#wantsFocus = this.#screen === null;
    // In a small window the page scrolls, and what has the focus is a field that nobody sees.
    this.#host.scrollIntoView({ block: 'nearest' });
    this.#screen?.focus();
  }

  /** Types for somebody, as keys do. */
  type(text: string): void {
    if (this.#console === null) this.#toType += text;
    else this.#console.type(decode(text));
  }

  clear(): void {
    this.#console?.clear();
    this.focus();
  }

  /** Changes the size of the letters by so many pixels. */
  resize(by: number): void {
    const screen = this.#screen;
    if (screen === null) return;
    screen.options.fontSize = chooseLetterSize(letterSize() + by);
    this.#refit();
  }

  /** Puts everything that is on the screen and above it into the clipboard. */
  copyAll(): void {
    this.#copy(this.#screen === null ? '' : wholeText(this.#screen));
  }

  #copy(text: string): void {
    void copyText(text).then((copied) => this.#say(copied ? TERMINAL.copied : TERMINAL.copyFailed));
  }

  #say(words: string): void {
    // Equal words would not be said a second time.
    this.store.setState(({ said }) => ({ said: said === words ? `${words}\u00a0` : words }));
  }

  #makeScreen(): Terminal {
    const screen = new Terminal({
      fontFamily: FONT,
      fontSize: letterSize(),
      lineHeight: 1.2,
      scrollback: SCROLLBACK,
      convertEol: true,
      scrollOnEraseInDisplay: true,
      minimumContrastRatio: 4.5,
      cursorBlink: !holds(STILL),
      cursorInactiveStyle: 'outline',
      theme: palette(holds(FORCED)),
    });
    screen.loadAddon(this.#fit);
    deafen(screen);
    screen.open(this.#host);
    screen.textarea?.setAttribute('aria-label', TERMINAL.input);
    screen.textarea?.setAttribute('aria-description', TERMINAL.keys);
    // A key that takes the focus away is released elsewhere; xterm would take what is put in next for that key's own.
    screen.textarea?.addEventListener('blur', ({ currentTarget }) => {
      currentTarget?.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', keyCode: 16 }));
    });
    let escaped = false;
    screen.attachCustomKeyEventHandler((event) => {
      if (event.type !== 'keydown') return true;
      const meaning = keyMeaning(event, {
        selected: screen.hasSelection(),
        escaped,
        shortcut: shortcutOf(event) !== null,
      });
      escaped = event.key === 'Escape' || (escaped && event.key === 'Shift');
      if (event.key === 'Escape') this.#say(TERMINAL.leaving);
      if (meaning === 'copy') {
        event.preventDefault();
        this.#copy(screen.getSelection());
        screen.clearSelection();
      }
      if (meaning === 'rub-out-word') {
        event.preventDefault();
        this.#console?.type([{ kind: 'key', name: 'kill-word-left' }]);
      }
      return meaning === 'type';
    });
    return screen;
  }

  #neighbours(prompt: () => string): Neighbours {
    return {
      doing: (doing) => {
        const before = this.store.getState().doing;
        if (doing === 'running' && before === 'reading') {
          this.#before = this.#asked();
          this.#began = performance.now();
          hold();
        }
        // How long a line took, for whoever looks at the browser's own timing: `npm run bench` does.
        if (doing === 'reading' && before !== 'reading') performance.measure(LINE, { start: this.#began });
        if (doing !== 'running') release();
        this.store.setState({ doing });
      },
      done: (entry) => {
        const requests = Math.max(0, this.#asked() - this.#before);
        this.store.setState(({ entries }) => ({ requests, entries: withEntry(entries, entry) }));
        const words = saidOf(entry, prompt());
        this.#say(requests > 0 ? `${words}\n${TERMINAL.requests(requests)}` : words);
      },
      tell: (words) => this.#say(words),
      edit: (node, path) => this.#edit(node, path),
      editText: (title, text) => this.#editText(title, text),
      closeText: () => this.#draft?.close(),
    };
  }

  #asked(): number {
    return this.#session.view().requests.at(-1)?.number ?? 0;
  }

  /** Opens a file of a node beside the terminal; one that is not there is made when it is saved. */
  #edit(node: string, path: string): string {
    const { commands, files } = this.#session;
    const desk = this.#desk.getState();
    commands.selectNode(node);
    if (files.open(path)) {
      desk.editFromTerminal({ node, path });
      desk.openFile(path);
      focusEditor(path);
      return TERMINAL.opened(path);
    }
    this.#lay({
      title: TERMINAL.newFile(path),
      text: '',
      language: 'plain',
      save: (text) => {
        this.#lay(null);
        commands.edit(path, text);
        files.open(path);
        this.#desk.getState().openFile(path);
        this.focus();
      },
      close: () => {
        this.#lay(null);
        this.focus();
      },
    });
    return TERMINAL.openedNew(path);
  }

  #editText(title: string, text: string): Promise<string | null> {
    return new Promise((resolve) => {
      const end = (given: string | null): void => {
        this.#lay(null);
        this.focus();
        resolve(given);
      };
      this.#lay({ title, text, language: 'yaml', save: end, close: () => end(null) });
    });
  }

  #lay(draft: Draft | null): void {
    this.#draft = draft;
    this.#desk.getState().showDraft(draft);
    if (draft !== null) focusEditor(draft.title);
  }

  #refit(): void {
    if (this.#screen !== null && this.#host.isConnected && this.#host.clientHeight > 0) this.#fit.fit();
  }

  #paint(): void {
    if (this.#screen !== null) this.#screen.options.theme = palette(holds(FORCED));
  }
}

const boxes = new WeakMap<Session, Box>();

/** The terminal of a session, the same as long as the session lives. */
export function boxOf(session: Session, desk: DeskStore): Box {
  const known = boxes.get(session);
  if (known !== undefined) return known;
  const box = new Box(session, desk);
  boxes.set(session, box);
  return box;
}

/** The letters must be there before they are measured; without them the next best are. */
async function lettersLoaded(): Promise<void> {
  await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 13px 'IBM Plex Mono'`))).catch(
    () => {},
  );
}

/** All that was printed; a line that was wrapped is one line. */
function wholeText(screen: Terminal): string {
  const { active } = screen.buffer;
  let text = '';
  for (let row = 0; row < active.length; row += 1) {
    const line = active.getLine(row);
    if (line === undefined) continue;
    const wraps = active.getLine(row + 1)?.isWrapped === true;
    text += line.translateToString(!wraps) + (wraps ? '' : '\n');
  }
  return `${text.trimEnd()}\n`;
}
