import { textWidth } from './width.ts';

/** Candidates as a shell lists them: sorted downwards in as many columns as fit, two blanks between them. Ends with a line end. */
export function inColumns(labels: readonly string[], columns: number): string {
  if (labels.length === 0) return '';
  const widest = Math.max(...labels.map(textWidth)) + 2;
  const across = Math.max(1, Math.floor(columns / widest));
  const rows = Math.ceil(labels.length / across);
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: across }, (_, column) => labels[column * rows + row])
      .filter((label) => label !== undefined)
      .map((label, index, all) => (index === all.length - 1 ? label : label + ' '.repeat(widest - textWidth(label))))
      .join(''),
  );
  return `${lines.join('\r\n')}\r\n`;
}
