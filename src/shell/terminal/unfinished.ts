import { check } from './grammar/check.ts';

/** Whether a text is not yet a whole command: an open quote or construct, a here-document, `&&` or a backslash at the end. */
export function isUnfinished(text: string): boolean {
  return check(text).kind === 'unfinished';
}
