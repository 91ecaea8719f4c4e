import type { World } from '#engine/world/world.ts';
import type { Prediction } from '#packs/lesson.ts';
import { type Asked, ask } from '../asked.ts';
import { typeLines } from '../terminal/typedLines.ts';

/** What a prediction's request came to on a copy of the lesson's start. */
export interface Outcome {
  readonly asked: Asked;
  /** The copy as it was asked, with the prediction's lines typed. */
  readonly world: World;
  /** The first line that could not be typed to its end; null when all could. */
  readonly failed: { readonly line: string; readonly output: string } | null;
}

/** Makes a prediction's state on a copy of the start, and asks its request there. The world given stays as it is. */
export async function outcomeOf({ lines, request }: Prediction, start: World, node: string): Promise<Outcome> {
  const typed = lines.length === 0 ? [] : await typeLines(lines, start, node);
  const failed = typed.find(({ exitCode }) => exitCode !== 0);
  const world = typed.at(-1)?.world ?? start;
  return { asked: ask(request, world, node), world, failed: failed ?? null };
}
