import type { AccessQuestion } from '../../apiserver/review.ts';
import { settingAt, textAt } from '../../config/effective.ts';
import { type Release, releaseOf } from '../../versions/release.ts';
import { alwaysAllow } from '../authz/alwaysAllow.ts';
import { attributesOf } from '../authz/attributes.ts';
import { forbidden, forbiddenLog, unanswered, unansweredLog } from '../authz/refusal.ts';
import { afterAnswer, askWebhook, type WebhookAnswer, type WebhookInput } from '../authz/webhook.ts';
import type { Answer, HttpAnswer } from '../exchange.ts';
import type { Caches, KubeletProcess } from '../process.ts';
import type { AskedReview, Cause, Journey, StageResult } from '../stage.ts';

/**
 * The gate that asks what one may do. One SubjectAccessReview for each attribute, left to right: the first allow lets
 * the request through, an error ends it with 500, and when none allows it is 403. The two plain ports have no such gate.
 * Models pkg/kubelet/server/server.go InstallAuthFilter, v1.36.
 */
export function authorize(journey: Journey): StageResult {
  const { process, listener } = journey;
  if (listener !== null && listener.role !== 'main') {
    return { record: { stage: 'authorize', verdict: 'skipped', reason: 'no-authorization', facts: {}, causes: [] } };
  }
  const asked = ask(journey);
  if (asked === null) return alwaysAllow(asking(process));
  const { input, questions, reviews } = asked;
  let caches: Caches = journey.caches ?? asking(process).caches;
  for (const { question, outcome, cached } of reviews) {
    if ('error' in outcome || cached) continue;
    caches = { ...caches, decisions: afterAnswer(input, question, outcome, caches.decisions) };
  }
  const result = told(asking(process), questions, reviews);
  // The questions go into the trace with their answers, so that the screen can show them as they were put.
  return { ...result, record: { ...result.record, reviews }, carry: { caches } };
}

/** What {@link authorize} answers, null where it lets the request through, without what there is to tell of it. */
export function accessAnswer(journey: Journey): Answer | null {
  const { process, listener } = journey;
  if (listener !== null && listener.role !== 'main') return null;
  const asked = ask(journey);
  return asked === null ? null : answerOf(asked.questions, asked.reviews, releaseOf(asking(process).version));
}

/** The questions that a request raises, and what came of those that were put. */
interface Asked {
  readonly input: WebhookInput;
  readonly questions: readonly AccessQuestion[];
  readonly reviews: readonly AskedReview[];
}

/** Puts the questions until one is allowed or cannot be asked; null where nobody is asked. */
function ask(journey: Journey): Asked | null {
  const { route, subject, request, world } = journey;
  const process = asking(journey.process);
  if (route === null || subject === null)
    throw new Error('a request reached authorization without a route or a subject');
  if (textAt(process.config, 'authorization.mode') === 'AlwaysAllow') return null;
  const { client, config, nodeName } = process;
  const { minor } = releaseOf(process.version);
  const questions = attributesOf({
    subject,
    method: request.method,
    path: route.path,
    nodeName,
    minor,
    gates: config.gates,
  });
  const input = { cluster: world.cluster, client, config, now: world.now };
  const { decisions } = journey.caches ?? process.caches;
  const reviews: AskedReview[] = [];
  for (const question of questions) {
    const answer = askWebhook(input, question, decisions);
    if ('error' in answer) {
      reviews.push({ question, outcome: answer, cached: false });
      break;
    }
    reviews.push({ question, outcome: answer.decision, cached: answer.cached });
    if (answer.decision.allowed) break;
  }
  return { input, questions, reviews };
}

function asking(process: KubeletProcess | null): KubeletProcess {
  if (process === null) throw new Error('a request reached authorization without a process');
  return process;
}

/** The last answer decides. */
function answerOf(
  questions: readonly AccessQuestion[],
  reviews: readonly AskedReview[],
  release: Release,
): HttpAnswer | null {
  const last = reviews.at(-1);
  if (last === undefined) return null;
  if ('error' in last.outcome) return unanswered(last.question);
  return last.outcome.allowed ? null : forbidden(questions, release);
}

function told(
  process: KubeletProcess,
  questions: readonly AccessQuestion[],
  reviews: readonly AskedReview[],
): StageResult {
  const last = reviews.at(-1);
  if (last === undefined) throw new Error('a request raises one question at least');
  const { question, outcome } = last;
  if ('error' in outcome) return unknown(process, question, outcome.error);
  const answers = reviews.flatMap((review) =>
    'error' in review.outcome ? [] : [{ decision: review.outcome, cached: review.cached }],
  );
  if (outcome.allowed) return allowed(process, question, answers, { decision: outcome, cached: last.cached });
  return denied(process, questions, answers, releaseOf(process.version));
}

function allowed(
  process: KubeletProcess,
  question: AccessQuestion,
  answers: readonly WebhookAnswer[],
  { decision, cached }: WebhookAnswer,
): StageResult {
  const { rule } = decision;
  const by = rule === null ? (decision.by ?? '') : `${rule.binding.kind} ${rule.binding.name}`;
  return {
    record: {
      stage: 'authorize',
      verdict: 'passed',
      reason: 'access-allowed',
      facts: {
        user: question.subject.user,
        verb: question.verb,
        subresource: question.subresource,
        tried: answers.length,
        cached,
        by,
      },
      causes: rule === null ? modeCause(process) : [{ kind: 'rule', rule }],
    },
  };
}

function denied(
  process: KubeletProcess,
  questions: readonly AccessQuestion[],
  answers: readonly WebhookAnswer[],
  release: Release,
): StageResult {
  const bindings = new Set(answers.flatMap(({ decision }) => decision.considered));
  return {
    record: {
      stage: 'authorize',
      verdict: 'answered',
      reason: 'access-denied',
      facts: {
        user: questions[0]?.subject.user ?? '',
        verb: questions[0]?.verb ?? '',
        subresources: questions.map((question) => question.subresource),
        cached: answers.every((answer) => answer.cached),
        bindings: [...bindings],
      },
      causes: modeCause(process),
    },
    answer: forbidden(questions, release),
    log: process.verbosity >= 2 ? [forbiddenLog(questions)] : [],
  };
}

function unknown(process: KubeletProcess, question: AccessQuestion, error: string): StageResult {
  const { subject, verb, subresource } = question;
  return {
    record: {
      stage: 'authorize',
      verdict: 'answered',
      reason: 'access-unknown',
      facts: { user: subject.user, verb, subresource, error },
      causes: modeCause(process),
    },
    answer: unanswered(question),
    log: unansweredLog(question, error),
  };
}

function modeCause(process: KubeletProcess): readonly Cause[] {
  const setting = settingAt(process.config, 'authorization.mode');
  return setting === null ? [] : [{ kind: 'setting', setting }];
}
