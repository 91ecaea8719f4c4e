/** Words in columns, down and then across, two blanks apart; as few rows as the width allows. */
export function inColumns(words: readonly string[], width: number): string {
  if (words.length === 0) return '';
  for (let rows = 1; rows < words.length; rows += 1) {
    const columns = Math.ceil(words.length / rows);
    const widths = Array.from({ length: columns }, (_, column) =>
      Math.max(...words.slice(column * rows, (column + 1) * rows).map((word) => word.length)),
    );
    const sum = widths.reduce((all, each) => all + each + 2, 0) - 2;
    if (sum < width) {
      const lines = Array.from({ length: rows }, (_, row) =>
        widths
          .map((size, column) => (words[column * rows + row] ?? '').padEnd(size))
          .join('  ')
          .trimEnd(),
      );
      return `${lines.join('\n')}\n`;
    }
  }
  return `${words.join('\n')}\n`;
}
