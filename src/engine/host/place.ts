/** A place in a file of the node, as an editor counts: lines and columns start at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}
