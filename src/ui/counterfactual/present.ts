import type { WantedAnswer } from '#session/view/counterfactual.ts';

/** The answers that one may wish for, in the order of the choice. */
export const WANTED: readonly WantedAnswer[] = ['200', '401', '403', 'refused'];

/** Which of them a request got, by its headline; null for any other end. Every success counts as 200, a stream that opened too. */
export function presentAnswer(headline: string): WantedAnswer | null {
  if (headline === '101' || /^2\d\d$/.test(headline)) return '200';
  return WANTED.find((answer) => answer === headline) ?? null;
}
