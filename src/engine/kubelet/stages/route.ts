import { settingAt } from '../../config/effective.ts';
import { releaseOf } from '../../versions/release.ts';
import { parseTarget } from '../endpoints/goUrl.ts';
import { matchPath } from '../endpoints/mux.ts';
import { patternsOf } from '../endpoints/patterns.ts';
import { forMethod, httpError, redirect, sniffed } from '../endpoints/reply.ts';
import { ROUTES } from '../endpoints/routes.table.ts';
import { countServed } from '../endpoints/served.ts';
import { WEB_SERVICES } from '../endpoints/webService.table.ts';
import { matchTemplate } from '../endpoints/webService.ts';
import type { Answer } from '../exchange.ts';
import type { KubeletProcess, Listener } from '../process.ts';
import type { ReasonCode } from '../reason.ts';
import type { Cause, Facts, Journey, StageResult } from '../stage.ts';

const REDIRECT_TEXTS = { 301: 'Moved Permanently', 307: 'Temporary Redirect' } as const;

/**
 * The third gate: Go's ServeMux, which knows paths and no methods and stands before authentication. What it does not
 * know is a 404 and what it wants written otherwise a redirect, for everybody. Counts the request as served.
 */
export function route(journey: Journey): StageResult {
  const { process, listener, request } = journey;
  if (process === null || listener === null) throw new Error('route needs a process and a listener: connect first');
  const { minor, traits } = releaseOf(process.version);
  const target = parseTarget(request.path);
  if (target === null) {
    const text = '400 Bad Request';
    return finish('handler-refused', { status: 400, text }, [], sniffed(400, text), process);
  }
  const counted = countServed(process, listener.role, request.method, target.path);
  const match = matchPath(patternsOf(process.config, listener.role, minor), target, request.method);
  if (match.kind === 'redirect') {
    const answer = redirect(traits.redirect, REDIRECT_TEXTS[traits.redirect], match.to, request.method);
    return finish('redirected', { to: match.to }, [], answer, counted);
  }
  if (match.kind === 'none') {
    const answer = forMethod(httpError(404, '404 page not found'), request.method);
    return finish('not-found', { path: target.path }, absence(process, listener, target.path), answer, counted);
  }
  const { endpoint } = match;
  const { path, query } = target;
  const parameters = matchTemplate(WEB_SERVICES[endpoint] ?? [], path)?.parameters ?? {};
  return {
    record: { stage: 'route', verdict: 'passed', reason: 'routed', facts: { endpoint, path }, causes: [] },
    carry: { process: counted, route: { endpoint, path, query, parameters } },
  };
}

/** Why a path that the kubelet could serve is not there: debugging handlers are off. */
function absence(process: KubeletProcess, listener: Listener, path: string): readonly Cause[] {
  if (listener.role !== 'main') return [];
  const row = ROUTES.find(({ pattern }) => (pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern));
  const setting = settingAt(process.config, 'enableDebuggingHandlers');
  return row?.debugging === true && setting?.value === false ? [{ kind: 'setting', setting }] : [];
}

function finish(
  reason: ReasonCode,
  facts: Facts,
  causes: readonly Cause[],
  answer: Answer,
  process: KubeletProcess,
): StageResult {
  return { record: { stage: 'route', verdict: 'answered', reason, facts, causes }, answer, carry: { process } };
}
