import { isWhole, type Piece, piecesOf, type Streams } from '../written.ts';
import type { ProgramResult } from './program.ts';

/** What a program printed, and whether the terminal is known to be where that goes. */
export interface Printed extends Piece {
  readonly isSeen: boolean;
}

/**
 * What a program printed, in its order: the one that it tells, else that of the programs it ran, when what they printed is all
 * that it prints. `onTerminal`: its standard output is the terminal.
 */
export function printedBy(
  result: Pick<ProgramResult, 'stdout' | 'stderr' | 'written'>,
  within: readonly Printed[],
  onTerminal: boolean,
): readonly Printed[] {
  const pieces = result.written ?? (within.length > 0 && isWhole(within, result) ? within : piecesOf(result));
  return pieces.map((piece) => ({ ...piece, isSeen: onTerminal || piece.stream === 'stderr' }));
}

/**
 * The output of a pipeline as it is to be shown. The interpreter gives it by stream only; where what the programs printed comes
 * to the same, it is shown in their order. What went into a pipe or a file is not among it.
 */
export function inOrder(printed: readonly Printed[], output: Streams): readonly Piece[] {
  if (output.stderr === '' || output.stdout === '') return piecesOf(output);
  const seen = printed.filter(({ isSeen }) => isSeen);
  const found = [printed, seen].find((pieces) => isWhole(pieces, output));
  return found === undefined ? piecesOf(output) : found.map(({ stream, text }) => ({ stream, text }));
}
