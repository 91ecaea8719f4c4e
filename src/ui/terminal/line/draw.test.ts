import { Terminal } from '@xterm/xterm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inColumns } from './columns.ts';
import { layOut, redraw } from './draw.ts';

const PROMPT = 'root@node01:~# ';

/** A terminal without a screen, which judges where things really come to stand. */
async function shown(columns: number, ...texts: readonly string[]): Promise<Terminal> {
  const terminal = new Terminal({ cols: columns, rows: 12 });
  for (const text of texts) await new Promise<void>((done) => terminal.write(text, done));
  return terminal;
}

function rows(terminal: Terminal): readonly string[] {
  const { active } = terminal.buffer;
  const all = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '');
  return all.slice(0, all.findLastIndex((text) => text.trim() !== '') + 1);
}

test('a line that wraps is drawn over the one before, and the cursor stands where it should', async () => {
  const first = layOut(PROMPT, 'cat /etc/kubernetes', 19, 20);
  const second = layOut(PROMPT, 'cat', 1, 20);
  const terminal = await shown(20, redraw(0, 0, first), redraw(first.cursor.row, 0, second));
  expect(rows(terminal)).toEqual([`${PROMPT}cat`]);
  expect(terminal.buffer.active.cursorX).toBe(PROMPT.length + 1);
});

test('behind an output without a line end the prompt keeps off it', async () => {
  const first = layOut('$ ', 'ab', 2, 20, 5);
  const second = layOut('$ ', 'a', 1, 20, 5);
  const terminal = await shown(20, 'hello', redraw(0, 5, first), redraw(first.cursor.row, 5, second));
  expect(rows(terminal)).toEqual(['hello$ a']);
});

test('wherever the cursor is, the terminal agrees: wraps, wide characters, marks, tabs, several lines', async () => {
  const texts = fc.array(fc.constantFrom('a', 'bc ', '你', 'é', 'e\u0301', '\n', '\t', '/etc/', 'Ж', '한'), {
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), fc.integer({ min: 6, max: 24 }), async (parts, place, columns) => {
      const line = parts.join('');
      // Within a character there is no cursor.
      const stops = [...new Intl.Segmenter().segment(line)].map(({ index }) => index);
      const cursor = [...stops, line.length][place % (stops.length + 1)] ?? 0;
      const drawing = layOut('$ ', line, cursor, columns);
      const terminal = await shown(columns, 'x\r\n', redraw(0, 0, drawing), '|');
      // What stands before the cursor alone ends where the cursor stands.
      const before = layOut('$ ', line.slice(0, cursor), cursor, columns);
      const other = await shown(columns, 'x\r\n', redraw(0, 0, before));
      const { active } = other.buffer;
      expect(drawing.cursor).toEqual({ row: active.baseY + active.cursorY - 1, column: active.cursorX });
      const marked = terminal.buffer.active
        .getLine(drawing.cursor.row + 1)
        ?.getCell(drawing.cursor.column)
        ?.getChars();
      expect(marked).toBe('|');
    }),
    { numRuns: 40 },
  );
});

test('candidates stand in columns, downwards', () => {
  expect(inColumns(['a', 'bb', 'ccc', 'd'], 11)).toBe('a    ccc\r\nbb   d\r\n');
  expect(inColumns(['long-long-name'], 5)).toBe('long-long-name\r\n');
  expect(inColumns([], 80)).toBe('');
});
