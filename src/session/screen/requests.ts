import { answerInWords } from '#engine/explain/answer.ts';
import { step as stepWorld } from '#engine/world/step.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { ask } from '../asked.ts';
import type { PlayedStep, Run } from '../run.ts';
import type { Guess, RefusedLineView, RequestView, SessionView } from '../view.ts';
import { questionViews } from './questions.ts';
import { stageViews } from './stages.ts';

type Shown = RequestView | RefusedLineView;

const shown = new WeakMap<PlayedStep, Shown>();

/** Every line that was asked, oldest first, with its answer as curl prints it. */
export function requestViews(run: Run, node: string): readonly Shown[] {
  const views: Shown[] = [];
  let before = run.start;
  for (const played of run.played) {
    if (played.step.kind === 'ask') {
      const number = views.length + 1;
      const remembered = shown.get(played);
      const view =
        remembered?.number === number ? remembered : requestView(played, before, played.step.node ?? node, number);
      shown.set(played, view);
      views.push(view);
    }
    before = played.world;
  }
  return views;
}

/** The last request that a line sent, by the line's number, with the world after it; null when curl sent none. */
export function sentRequest(run: Run, number: number): { readonly trace: RequestTrace; readonly world: World } | null {
  const played = run.played.filter(({ step }) => step.kind === 'ask')[number - 1];
  const trace = played?.traces.findLast((each) => each.kind === 'request');
  return played === undefined || trace === undefined ? null : { trace, world: played.world };
}

function requestView(played: PlayedStep, before: World, node: string, number: number): Shown {
  const { step, world } = played;
  if (step.kind !== 'ask') throw new Error('requestView is for steps that asked');
  const waited = step.events.filter((event) => event.type === 'advance');
  const asked = ask(
    step.line,
    waited.reduce((now, event) => stepWorld(now, event).world, before),
    node,
  );
  const output = { number, line: step.line, stdout: asked.stdout, stderr: asked.stderr, exitCode: asked.exitCode };
  if (asked.trace === null) return output;
  return {
    ...output,
    node: asked.trace.node,
    port: asked.trace.request.port,
    stages: stageViews(asked.trace, world),
    questions: questionViews(asked.trace, world),
    ...answerInWords(asked.trace),
    guess: step.guess === null ? null : { guessed: step.guess, right: guessIsRight(step.guess, asked.trace) },
  };
}

function guessIsRight(guess: Guess, trace: RequestTrace): boolean {
  const { answer } = trace;
  return guess === 'refused' ? answer.kind === 'refused' : answer.kind === 'http' && String(answer.status) === guess;
}

/** How many guesses were made, and how many were right. */
export function predictionScore(views: readonly Shown[]): SessionView['predictions'] {
  const guesses = views.flatMap((view) => ('guess' in view && view.guess !== null ? [view.guess] : []));
  return { asked: guesses.length, right: guesses.filter((guess) => guess.right).length };
}
