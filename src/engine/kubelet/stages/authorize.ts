import type { AccessQuestion } from '../../apiserver/review.ts';
import { settingAt, textAt } from '../../config/effective.ts';
import { type Release, releaseOf } from '../../versions/release.ts';
import { alwaysAllow } from '../authz/alwaysAllow.ts';
import { attributesOf } from '../authz/attributes.ts';
import { forbidden, forbiddenLog, unanswered, unansweredLog } from '../authz/refusal.ts';
import { askWebhook, type WebhookAnswer } from '../authz/webhook.ts';
import type { Caches, KubeletProcess } from '../process.ts';
import type { AskedReview, Cause, Journey, StageResult } from '../stage.ts';

/**
 * The gate that asks what one may do. One SubjectAccessReview for each attribute, left to right: the first allow lets
 * the request through, an error ends it with 500, and when none allows it is 403. The two plain ports have no such gate.
 * Models pkg/kubelet/server/server.go InstallAuthFilter, v1.36.
 */
export function authorize(journey: Journey): StageResult {
  const { process, listener, route, subject } = journey;
  if (listener !== null && listener.role !== 'main') {
    return { record: { stage: 'authorize', verdict: 'skipped', reason: 'no-authorization', facts: {}, causes: [] } };
  }
  if (process === null || route === null || subject === null) {
    throw new Error('a request reached authorization without a process, a route or a subject');
  }
  if (textAt(process.config, 'authorization.mode') === 'AlwaysAllow') return alwaysAllow(process);

  const release = releaseOf(process.version);
  const { minor } = release;
  const { gates } = process.config;
  const { method } = journey.request;
  const questions = attributesOf({ subject, method, path: route.path, nodeName: process.nodeName, minor, gates });
  const input = {
    cluster: journey.world.cluster,
    client: process.client,
    config: process.config,
    now: journey.world.now,
  };
  let caches: Caches = journey.caches ?? process.caches;
  const answers: WebhookAnswer[] = [];
  const reviews: AskedReview[] = [];
  for (const question of questions) {
    const answer = askWebhook(input, question, caches.decisions);
    if ('error' in answer) {
      reviews.push({ question, outcome: { error: answer.error }, cached: false });
      return { ...asked(unknown(process, question, answer.error), reviews), carry: { caches } };
    }
    caches = { ...caches, decisions: answer.decisions };
    answers.push(answer);
    reviews.push({ question, outcome: answer.decision, cached: answer.cached });
    if (answer.decision.allowed) {
      return { ...asked(allowed(process, question, answers, answer), reviews), carry: { caches } };
    }
  }
  return { ...asked(denied(process, questions, answers, release), reviews), carry: { caches } };
}

/** The questions go into the trace with their answers, so that the screen can show them as they were put. */
function asked(result: StageResult, reviews: readonly AskedReview[]): StageResult {
  return { ...result, record: { ...result.record, reviews } };
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
