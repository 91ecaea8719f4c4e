import type { AccessDecision, AccessQuestion } from '../../apiserver/review.ts';
import type { Subject } from '../../apiserver/subject.ts';
import type { Caches } from '../process.ts';

type Decisions = Caches['decisions'];

/** As many answers as the kubelet remembers. */
const LIMIT = 8192;

/** The whole spec of the review: whoever differs in user, group or credential is asked about anew. */
export function cacheKey({ subject, ...attributes }: AccessQuestion): string {
  return `${subjectKey(subject)} ${JSON.stringify(attributes)}`;
}

const subjectKeys = new WeakMap<Subject, string>();

/** A subject's part of the key; the same subject is asked about many times. */
function subjectKey(subject: Subject): string {
  const known = subjectKeys.get(subject);
  if (known !== undefined) return known;
  const key = JSON.stringify([subject.user, subject.uid ?? '', subject.groups, subject.extra]);
  subjectKeys.set(subject, key);
  return key;
}

/** The answer remembered for a question, or null when there is none or its time is over. `now` in milliseconds. */
export function remembered(decisions: Decisions, key: string, now: number): AccessDecision | null {
  const entry = Object.hasOwn(decisions, key) ? decisions[key] : undefined;
  return entry !== undefined && now <= entry.until ? entry.decision : null;
}

/** Remembers an answer for `ttl` milliseconds; 0 and less remember nothing. The oldest answers make room. */
export function remember(
  decisions: Decisions,
  key: string,
  decision: AccessDecision,
  now: number,
  ttl: number,
): Decisions {
  if (ttl <= 0) return decisions;
  const { [key]: _old, ...others } = decisions;
  const tooMany = Object.keys(others).length - LIMIT + 1;
  const kept = tooMany > 0 ? Object.fromEntries(Object.entries(others).slice(tooMany)) : others;
  return { ...kept, [key]: { decision, until: now + ttl } };
}
