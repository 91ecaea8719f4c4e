/** A column of `ss`: what stands between it and the one before, and on which side its text stands. */
interface Column {
  readonly before: string;
  readonly right: boolean;
}

const COLUMNS: readonly Column[] = [
  { before: '', right: false },
  { before: ' ', right: false },
  { before: ' ', right: false },
  { before: ' ', right: false },
  { before: ' ', right: true },
  { before: '', right: false },
  { before: ' ', right: true },
  { before: '', right: false },
  { before: '', right: false },
];

/**
 * Rows (of nine cells: netid, state, queues, local address and port, the peer's, process) as `ss` lays them out on a screen so
 * many letters wide: columns of the widest cell, what is left of the screen shared among them. Null cells are left out.
 * Models render_calc_width and render of misc/ss.c, iproute2 6.1.
 */
export function ssLines(rows: readonly (readonly (string | null)[])[], screen: number): readonly string[] {
  const narrow = measured(rows, screen);
  const widths = Number.isFinite(screen) ? spread(narrow, screen) : narrow;
  return rows.map((row) => {
    let line = '';
    for (const [index, cell] of row.entries()) {
      const width = widths[index] ?? 0;
      const column = COLUMNS[index];
      if (cell === null || column === undefined) continue;
      const before = line === '' ? '' : column.before;
      const room = Math.max(0, width - before.length - cell.length);
      line += before + (column.right ? ' '.repeat(room) + cell : cell + ' '.repeat(room));
    }
    return line;
  });
}

function measured(rows: readonly (readonly (string | null)[])[], screen: number): readonly number[] {
  let first = true;
  return COLUMNS.map(({ before }, index) => {
    // The very last word is printed before it is measured.
    const counted = index === COLUMNS.length - 1 && (rows.at(-1)?.[index] ?? '') !== '' ? rows.slice(0, -1) : rows;
    const longest = Math.max(0, ...counted.map((row) => row[index]?.length ?? 0));
    const width = Math.min(!first && longest > 0 ? longest + before.length : longest, screen);
    if (width > 0) first = false;
    return width;
  });
}

/** The widths with what is left of each line of the screen shared among its columns. */
function spread(narrow: readonly number[], screen: number): readonly number[] {
  const columns = [...narrow];
  let end = -1;
  let length = 0;
  let count = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const width = columns[index] ?? 0;
    if (width === 0) continue;
    count += 1;
    length += width;
    const last = !columns.slice(index + 1).some((other) => other > 0);
    if (!last && length < screen) continue;
    if (length > screen) {
      length -= width;
      index -= 1;
      count -= 1;
    }
    if (count === 0) return columns;
    const spacing = Math.floor((screen - length) / count);
    let rest = (screen - length) % count;
    for (let at = index; at > end; at -= 1) {
      const own = columns[at] ?? 0;
      if (own === 0) continue;
      columns[at] = own + spacing + (rest > 0 ? 1 : 0);
      if (rest > 0) rest -= 1;
    }
    end = index;
    length = 0;
    count = 0;
  }
  return columns;
}
