/** A piece of what a terminal shows. */
export interface TerminalPiece {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}
