import type { Subject } from '../../apiserver/subject.ts';

/**
 * What an authenticator makes of a request: who it is, an error, or nothing. Models authenticator.Request's three
 * results (response, ok, err) in apiserver/pkg/authentication/authenticator, v0.36.
 */
export type Opinion =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'error'; readonly error: string }
  /** `why` tells a learner what there was to see; empty when there was nothing. */
  | { readonly kind: 'none'; readonly why: string };

export const NOTHING: Opinion = { kind: 'none', why: '' };

/** A message of several errors: each once, in brackets when there are more. Models utilerrors.Aggregate, v0.36. */
export function aggregate(errors: readonly string[]): string {
  const different = [...new Set(errors)];
  return different.length === 1 ? (different[0] ?? '') : `[${different.join(', ')}]`;
}
