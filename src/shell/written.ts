/** A piece of what a program prints, and where to. */
export interface Piece {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What was printed, by stream. */
export interface Streams {
  readonly stdout: string;
  readonly stderr: string;
}

/** What pieces come to on one of the streams. */
export function streamOf(pieces: readonly Piece[], stream: Piece['stream']): string {
  return pieces.reduce((text, piece) => (piece.stream === stream ? text + piece.text : text), '');
}

/** What pieces come to, by stream. */
export function streamsOf(pieces: readonly Piece[]): Streams {
  return { stdout: streamOf(pieces, 'stdout'), stderr: streamOf(pieces, 'stderr') };
}

/** One stream behind the other, for whatever keeps no order. */
export function piecesOf({ stdout, stderr }: Streams): readonly Piece[] {
  const pieces: readonly Piece[] = [
    { stream: 'stdout', text: stdout },
    { stream: 'stderr', text: stderr },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** Whether pieces are all that was printed, and nothing else. */
export function isWhole(pieces: readonly Piece[], { stdout, stderr }: Streams): boolean {
  return streamOf(pieces, 'stdout') === stdout && streamOf(pieces, 'stderr') === stderr;
}
