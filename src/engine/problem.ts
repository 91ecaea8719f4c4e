/** A stretch of a file that an editor underlines. Lines and columns start at 1, `endColumn` is exclusive. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}
