import type { JsonObject } from '#engine/json.ts';
import type { Answer, HttpAnswer } from '#engine/kubelet/exchange.ts';
import { headerLines, jsonShape, metricFamilies, sameBody } from './normalisation.ts';
import type { Played } from './play.ts';
import type { MetricFamilies, RecordedCase, RecordedResponse } from './recording.ts';

/** One judged thing of a case. `difference` is null when engine and recording agree. */
export interface Judgement {
  /** `startup`, `notes`, `listeners`, `configz`, or the request's line. */
  readonly what: string;
  readonly difference: { readonly expected: string; readonly got: string } | null;
}

/** Judges all that was recorded of a case: start-up, notes, listeners and configz as one each, every exchange as one. */
export function judge(
  recorded: RecordedCase,
  played: Played,
  families: ReadonlyMap<string, MetricFamilies>,
): readonly Judgement[] {
  const startup = recorded.startup;
  const judgements: Judgement[] = [
    judgement('startup', outcomeText(startup.outcome, startup.exitCode, startup.error), played.outcome),
    judgement('notes', noteText(startup.notes), noteText(played.notes)),
  ];
  if (startup.listening !== undefined && startup.listeningOnNodeIP !== undefined) {
    const expected = listenerText(startup.listening, startup.listeningOnNodeIP);
    judgements.push(judgement('listeners', expected, listenerText(played.listening, played.listeningOnNodeIP)));
  }
  if (recorded.configz !== undefined) judgements.push(judgeConfigz(recorded.configz, played.configz));
  for (const [index, { request, response }] of recorded.exchanges.entries()) {
    const answer = played.answers[index];
    const who = [request.cert && `cert=${request.cert}`, request.token && `token=${request.token}`];
    const headers = Object.entries(request.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
    const words = [request.method, `${request.scheme}:${request.port}${request.path}`, ...who, ...headers];
    const difference = answer === undefined ? NEVER_ASKED : compareResponse(response, answer, families);
    judgements.push({ what: words.filter(Boolean).join(' '), difference });
  }
  return judgements;
}

const NEVER_ASKED = { expected: 'an answer', got: 'never asked: the kubelet does not run' };

/** A start's end in one line: `running`, or `exited 1: error`. */
export function outcomeText(outcome: 'running' | 'exited', exitCode?: number, error?: string): string {
  return outcome === 'running' ? 'running' : `exited ${exitCode}: ${error}`;
}

function judgement(what: string, expected: string, got: string): Judgement {
  return { what, difference: expected === got ? null : { expected, got } };
}

function noteText(notes: readonly string[]): string {
  return [...new Set(notes)].sort().join('\n');
}

function listenerText(local: readonly number[], node: readonly number[]): string {
  const list = (ports: readonly number[]) => [...ports].sort((left, right) => left - right).join(' ');
  return `127.0.0.1: ${list(local)}; node address: ${list(node)}`;
}

function judgeConfigz(recorded: JsonObject, got: string | null): Judgement {
  const expected = JSON.stringify(recorded);
  if (got === expected) return { what: 'configz', difference: null };
  if (got === null) return { what: 'configz', difference: { expected, got: 'no credential could read /configz' } };
  return { what: 'configz', difference: firstDifference(expected, got) };
}

/** Both texts from shortly before the place where they part. */
export function firstDifference(expected: string, got: string): { readonly expected: string; readonly got: string } {
  let index = 0;
  while (index < Math.min(expected.length, got.length) && expected[index] === got[index]) index += 1;
  const from = Math.max(0, index - 60);
  return { expected: `…${expected.slice(from, index + 100)}`, got: `…${got.slice(from, index + 100)}` };
}

/** Compares an answer with a recorded response; null when they agree. */
export function compareResponse(
  response: RecordedResponse,
  answer: Answer,
  families: ReadonlyMap<string, MetricFamilies>,
): Judgement['difference'] {
  if (response.connect !== undefined) return unless(answer.kind === response.connect, response.connect, answer);
  if (response.tls === 'not_tls') return unless(answer.kind === 'not-tls', 'not TLS', answer);
  if (response.tls !== undefined) {
    return unless(answer.kind === 'alert' && answer.alert === response.tls, `alert ${response.tls}`, answer);
  }
  if (answer.kind !== 'http') return { expected: `HTTP ${response.status}`, got: answerText(answer) };
  const line = `HTTP/${response.http} ${response.status}`;
  if (`HTTP/${answer.http} ${answer.status}` !== line) {
    return { expected: `${line} ${response.body ?? ''}`, got: answerText(answer) };
  }
  const headers = headerLines(Object.entries(response.headers ?? {})).join('; ');
  const gotHeaders = headerLines(answer.headers).join('; ');
  if (headers !== gotHeaders) return { expected: headers, got: gotHeaders };
  return compareBody(response, answer, families);
}

function unless(equal: boolean, expected: string, answer: Answer): Judgement['difference'] {
  return equal ? null : { expected, got: answerText(answer) };
}

function answerText(answer: Answer): string {
  if (answer.kind === 'http') return `HTTP/${answer.http} ${answer.status} ${answer.body}`;
  return answer.kind === 'alert' ? `alert ${answer.alert}` : answer.kind;
}

function compareBody(
  response: RecordedResponse,
  answer: HttpAnswer,
  families: ReadonlyMap<string, MetricFamilies>,
): Judgement['difference'] {
  if (response.json !== undefined) return compareJson(response.json, answer.body);
  if (response.metrics !== undefined) return compareMetrics(families.get(response.metrics), answer.body);
  if (response.startsWith !== undefined) {
    const start = response.startsWith;
    return answer.body.startsWith(start) ? null : { expected: `${start}…`, got: answer.body.slice(0, start.length) };
  }
  const body = response.body ?? '';
  return sameBody(body, answer.body) ? null : { expected: body, got: answer.body };
}

function compareJson(recorded: NonNullable<RecordedResponse['json']>, body: string): Judgement['difference'] {
  const shape = jsonShape(body);
  const got = shape && {
    keys: shape.keys,
    ...('kind' in recorded && { kind: shape.kind }),
    ...('items' in recorded && { items: shape.items }),
  };
  const expected = JSON.stringify(recorded);
  return JSON.stringify(got) === expected ? null : { expected, got: got ? JSON.stringify(got) : body.slice(0, 200) };
}

function compareMetrics(recorded: MetricFamilies | undefined, body: string): Judgement['difference'] {
  const got = metricFamilies(body);
  if (got === null) return { expected: 'Prometheus text format', got: body.slice(0, 200) };
  if (recorded === undefined) return null;
  const missing = recorded.includes.filter((name) => !got.has(name));
  const unknown = [...got].filter((name) => !recorded.known.includes(name));
  if (missing.length + unknown.length === 0) return null;
  return { expected: `families ${missing.join(' ') || '…'}`, got: `unknown families: ${unknown.join(' ') || 'none'}` };
}
