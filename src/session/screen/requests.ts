import { answerInWords } from '#engine/explain/answer.ts';
import { apiAnswerInWords } from '#engine/explain/apiAnswer.ts';
import { step as stepWorld } from '#engine/world/step.ts';
import type { ApiTrace, RequestTrace, Trace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { type Asked, ask } from '../asked.ts';
import type { PlayedStep, Run } from '../run.ts';
import type { Guess, HopView, RefusedLineView, RequestView, SessionView } from '../view.ts';
import { apiQuestionViews } from './apiQuestions.ts';
import { questionViews } from './questions.ts';
import { apiStageViews, stageViews } from './stages.ts';

type Shown = RequestView | RefusedLineView;

const shown = new WeakMap<PlayedStep, Shown>();

/**
 * Every line that sent a request, oldest first: those of the request line with their answer as curl prints it, those of the
 * terminal with the request that tells most. `node` is the scenario's own.
 */
export function requestViews(run: Run, node: string): readonly Shown[] {
  const views: Shown[] = [];
  let before = run.start;
  for (const played of run.played) {
    if (counts(played)) {
      const number = views.length + 1;
      const remembered = shown.get(played);
      const view = remembered?.number === number ? remembered : requestView(played, before, node, number);
      shown.set(played, view);
      views.push(view);
    }
    before = played.world;
  }
  return views;
}

/** The request that a line's view tells of, by the line's number, with the world after it; null when none was sent. */
export function sentRequest(
  run: Run,
  number: number,
): { readonly trace: RequestTrace | ApiTrace; readonly world: World } | null {
  const sent = sentStep(run, number);
  if (sent === null) return null;
  const { played, trace } = sent;
  return { trace: trace.kind === 'api' ? (trace.onward ?? trace) : trace, world: played.world };
}

/** The step that a line's view tells of, with its request from the first hop on; null when none was sent. */
export function sentStep(
  run: Run,
  number: number,
): { readonly played: PlayedStep; readonly trace: RequestTrace | ApiTrace } | null {
  const played = run.played.filter(counts)[number - 1];
  const trace = played === undefined ? undefined : tellingTrace(played.traces);
  return played === undefined || trace === undefined ? null : { played, trace };
}

/** Whether a step has a place among the requests. */
export function counts({ step, traces }: PlayedStep): boolean {
  return step.kind === 'ask' || (step.kind === 'line' && tellingTrace(traces) !== undefined);
}

/**
 * Of all that a line sent, what tells most: the last request to a kubelet, by itself or for somebody; else the last that
 * the API server refused; else the last change; else its last answer. Discovery is what every kubectl does first, and tells
 * nothing. A 404 for a GET is a refusal only where nothing was changed: `apply` asks what is there before it creates, and
 * `delete` whether it is gone.
 */
function tellingTrace(traces: readonly Trace[]): RequestTrace | ApiTrace | undefined {
  const sent = traces.filter((trace) => trace.kind !== 'action');
  const refused = sent.filter(({ answer }) => answer.kind !== 'http' || answer.status >= 400);
  return (
    sent.findLast((trace) => trace.kind === 'request' || trace.onward !== null) ??
    refused.findLast((trace) => !isMissing(trace)) ??
    sent.findLast((trace) => trace.request.method !== 'GET' && !refused.includes(trace)) ??
    refused.at(-1) ??
    sent.at(-1)
  );
}

function isMissing({ request, answer }: RequestTrace | ApiTrace): boolean {
  return request.method === 'GET' && answer.kind === 'http' && answer.status === 404;
}

function requestView(played: PlayedStep, before: World, home: string, number: number): Shown {
  const { step, world } = played;
  if (step.kind === 'line') return lineView(played, step.line, number);
  if (step.kind !== 'ask') throw new Error('requestView is for steps that asked');
  const waited = step.events.filter((event) => event.type === 'advance');
  const asked = ask(
    step.line,
    waited.reduce((now, event) => stepWorld(now, event).world, before),
    step.node ?? home,
  );
  const answered = answeredView(number, step.line, asked, world);
  if (!('stages' in answered) || asked.trace === null || step.guess === null) return answered;
  return { ...answered, guess: { guessed: step.guess, right: guessIsRight(step.guess, asked.trace) } };
}

/** A line that was asked of a world, with its answer as curl prints it, and its way through the gates where one was sent. */
export function answeredView(number: number, line: string, asked: Asked, world: World): Shown {
  const { stdout, stderr, exitCode, trace } = asked;
  const output = { number, line, stdout, stderr, exitCode };
  return trace === null ? output : { ...output, typed: false, ...journeyView(trace, world), guess: null };
}

/** A line of the terminal: its output is not kept, its requests are. */
function lineView({ traces, world }: PlayedStep, line: string, number: number): Shown {
  const trace = tellingTrace(traces);
  const output = { number, line, stdout: '', stderr: '', exitCode: 0 };
  return trace === undefined ? output : { ...output, typed: true, ...journeyView(trace, world), guess: null };
}

type JourneyView = Omit<RequestView, 'number' | 'line' | 'typed' | 'stdout' | 'stderr' | 'exitCode' | 'guess'>;

/** One hop or two: the gates of the last one, with the first before it. */
function journeyView(trace: RequestTrace | ApiTrace, world: World): JourneyView {
  if (trace.kind === 'api' && trace.onward === null) {
    return {
      server: 'api-server',
      through: null,
      node: trace.node,
      port: trace.request.port,
      stages: apiStageViews(trace, world),
      questions: apiQuestionViews(trace, world),
      ...apiAnswerInWords(trace),
    };
  }
  const last = trace.kind === 'api' ? (trace.onward ?? null) : trace;
  if (last === null) throw new Error('a request without a second hop was told above');
  return {
    server: 'kubelet',
    through: trace.kind === 'api' ? hopView(trace, last, world) : null,
    node: last.node,
    port: last.request.port,
    stages: stageViews(last, world),
    questions: questionViews(last, world),
    ...answerInWords(last),
  };
}

function hopView(trace: ApiTrace, onward: RequestTrace, world: World): HopView {
  return {
    stages: apiStageViews(trace, world),
    caller: trace.subject?.user ?? '',
    seenAs: onward.subject?.user ?? null,
    ...apiAnswerInWords(trace),
  };
}

function guessIsRight(guess: Guess, { answer }: RequestTrace | ApiTrace): boolean {
  return guess === 'refused' ? answer.kind === 'refused' : answer.kind === 'http' && String(answer.status) === guess;
}

/** How many guesses were made, and how many were right. */
export function predictionScore(views: readonly Shown[]): SessionView['predictions'] {
  const guesses = views.flatMap((view) => ('guess' in view && view.guess !== null ? [view.guess] : []));
  return { asked: guesses.length, right: guesses.filter((guess) => guess.right).length };
}
