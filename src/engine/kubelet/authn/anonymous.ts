import { ANONYMOUS, type Subject } from '../../apiserver/subject.ts';

const AUTHENTICATED = 'system:authenticated';
const UNAUTHENTICATED = 'system:unauthenticated';

/** Who a request is that nobody recognised, where anonymous access is on; null where it is off. */
export function authenticateAnonymously(enabled: boolean): Subject | null {
  return enabled ? ANONYMOUS : null;
}

/**
 * The subject with group `system:authenticated`, unless it is anonymous or in one of the two groups already.
 * Models apiserver/pkg/authentication/group/authenticated_group_adder.go, v0.36.
 */
export function withAuthenticatedGroup(subject: Subject): Subject {
  const { user, groups } = subject;
  if (user === ANONYMOUS.user || groups.includes(AUTHENTICATED) || groups.includes(UNAUTHENTICATED)) return subject;
  const known = added.get(subject);
  if (known !== undefined) return known;
  const more = { ...subject, groups: [...groups, AUTHENTICATED] };
  added.set(subject, more);
  return more;
}

/** The same subject stays the same object, so that what is known of it is found again. */
const added = new WeakMap<Subject, Subject>();
