import { Terminal } from '@xterm/xterm';
import { expect, test, vi } from 'vitest';
import type { OpenTerminal } from '#session/view/terminal.ts';
import { fakeTerminal } from '../kit/fakeTerminal.ts';
import { TERMINAL } from '../words/terminal.ts';
import { Console, type Neighbours } from './Console.ts';

const PROMPT = 'root@node01:~# ';
const [UP, LEFT] = ['\u001b[A', '\u001b[D'];

interface Stage {
  readonly screen: Terminal;
  readonly neighbours: { readonly [K in keyof Neighbours]: ReturnType<typeof vi.fn> };
  type(data: string): void;
  /** What stands on the screen, the hint left out. */
  rows(): readonly string[];
  /** Waits until the last row is that. */
  last(text: string): Promise<void>;
}

async function stage(
  columns = 80,
  history: readonly string[] = [],
  change: Partial<OpenTerminal> = {},
): Promise<Stage> {
  const screen = new Terminal({
    cols: columns,
    rows: 10,
    convertEol: true,
    scrollback: 20_000,
    scrollOnEraseInDisplay: true,
  });
  const neighbours = {
    doing: vi.fn(),
    done: vi.fn(),
    tell: vi.fn(),
    edit: vi.fn(() => 'opened'),
    editText: vi.fn(() => Promise.resolve('saved')),
    closeText: vi.fn(),
  };
  const rows = (): readonly string[] => {
    const { active } = screen.buffer;
    const all = Array.from({ length: active.baseY + active.cursorY + 1 }, (_, row) => {
      return active.getLine(row)?.translateToString(true).trimEnd() ?? '';
    });
    return all.slice(all[0]?.startsWith('Type help') ? 1 : 0);
  };
  await new Console(screen, { ...(await fakeTerminal(history).open()), ...change }, neighbours).start();
  return {
    screen,
    neighbours,
    rows,
    type: (data) => screen.input(data, true),
    last: (text) => vi.waitFor(() => expect(rows().at(-1)).toBe(text.trimEnd()), { interval: 5 }),
  };
}

test('a line is typed, run, and its output stands above the next prompt', async () => {
  const { type, rows, last, neighbours } = await stage();
  type('echo hello');
  type(`${LEFT}${LEFT}XX\r`);
  await last(PROMPT);
  expect(rows()).toEqual([`${PROMPT}echo helXXlo`, 'helXXlo', PROMPT.trimEnd()]);
  expect(neighbours.done).toHaveBeenCalledWith({ number: 1, line: 'echo helXXlo', lines: ['helXXlo'], more: 0 });
});

test('what is typed while a line runs waits; Ctrl-C ends the line and forgets it', async () => {
  const { type, rows, last } = await stage();
  type('echo one\recho two\r');
  await vi.waitFor(() => expect(rows()).toContain('two'));
  await last(PROMPT);
  type('sleep 60\r');
  type('never\r');
  type('\u0003');
  await last(PROMPT);
  type('x');
  await last(`${PROMPT}x`);
  type('\u0003');
  await last(PROMPT);
  expect(rows().slice(-4, -1)).toEqual([`${PROMPT}sleep 60`, '^C', `${PROMPT}x^C`]);
});

test('what is followed prints until Ctrl-C', async () => {
  const { type, last, neighbours } = await stage();
  type('journalctl -f\r');
  await vi.waitFor(() => expect(neighbours.doing).toHaveBeenLastCalledWith('following'));
  type('\r');
  type('\u0003');
  await last(PROMPT);
  // It may end by itself.
  neighbours.doing.mockClear();
  type('journalctl -f 0.02\r');
  await vi.waitFor(() =>
    expect(neighbours.doing.mock.calls.flat()).toEqual(['running', 'following', 'running', 'reading']),
  );
  await last(PROMPT);
});

test('whoever starts over has a new prompt, and keeps what was being typed', async () => {
  let prompt = 'root@controlplane:/etc# ';
  let tell = (): void => {};
  const subscribe = (listener: () => void) => {
    tell = listener;
    return () => {};
  };
  const { type, rows, last } = await stage(80, [], { prompt: () => prompt, subscribe });
  type('ls');
  await last(`${prompt}ls`);
  prompt = PROMPT;
  tell();
  await last(`${PROMPT}ls`);
  expect(rows().slice(-3, -1)).toEqual(['root@controlplane:/etc# ls', TERMINAL.startedOver]);
});

test('vi opens the file beside; its own words are met kindly at the prompt, and only then', async () => {
  const { type, rows, last, neighbours } = await stage();
  type(':wq\r');
  await vi.waitFor(() => expect(rows()).toContain('bash: :wq: command not found'));
  await last(PROMPT);
  type('vi /etc/hosts\r');
  await vi.waitFor(() => expect(neighbours.edit).toHaveBeenCalledWith('node01', '/etc/hosts'));
  await last(PROMPT);
  type(':wq\r');
  await vi.waitFor(() => expect(rows()).toContain(TERMINAL.afterVi.write('/etc/hosts')));
});

test('kubectl edit waits for its text', async () => {
  const { type, rows, last, neighbours } = await stage();
  type('kubectl edit cm kept\r');
  await vi.waitFor(() => expect(rows()).toContain('configmap/kept edited'));
  await last(PROMPT);
  expect(neighbours.editText).toHaveBeenCalledWith('kubectl-edit.yaml', expect.stringContaining('ConfigMap'));
});

test('completion, history, search and clearing are drawn in place', async () => {
  const { type, rows, last } = await stage(60, ['cat /etc/hosts']);
  type('c\t\t');
  await last(`${PROMPT}c`);
  expect(rows()).toEqual([`${PROMPT}c`, 'cat    clear', `${PROMPT}c`]);
  type(`\u0003${UP}`);
  await last(`${PROMPT}cat /etc/hosts`);
  type('\u0003\u0012hos');
  await last("(reverse-i-search)`hos': cat /etc/hosts");
  type('\u0007\u000c');
  await last(PROMPT);
  type('\u0004');
  await vi.waitFor(() => expect(rows()).toContain(TERMINAL.firstShell));
});

test('a narrower screen is drawn anew, with a line that wraps', async () => {
  const { screen, type, last, rows } = await stage(80);
  type('echo a rather long line that will wrap');
  await last(`${PROMPT}echo a rather long line that will wrap`);
  screen.resize(30, 10);
  await last('ong line that will wrap');
  screen.resize(80, 10);
  await last(`${PROMPT}echo a rather long line that will wrap`);
  type('!');
  await last(`${PROMPT}echo a rather long line that will wrap!`);
  expect(rows().filter((row) => row.includes('echo'))).toHaveLength(1);
});

test('no bytes of a file can spoil the prompt, nor type into it', async () => {
  const { screen, type, last } = await stage();
  type(`echo \u001b[200~`);
  screen.write('\u001b[?1049h\u001b[31m\u001b(0\u001b[4h\u001b[?25l\u001b[c\u001b[6n');
  type('\u0003');
  await vi.waitFor(() => expect(screen.buffer.active.type).toBe('normal'));
  await last(`${PROMPT}echo ${PROMPT}`);
});

test('ten thousand lines come whole', async () => {
  const { type, rows, last, neighbours } = await stage();
  type('seq 10000\r');
  await last(PROMPT);
  expect(rows().slice(-3)).toEqual(['9999', '10000', PROMPT.trimEnd()]);
  expect(rows()).toHaveLength(10_002);
  expect(neighbours.done).toHaveBeenCalledWith(expect.objectContaining({ more: 9_800 }));
});
