import type { Session } from '#session/commands.ts';
import type { SessionView } from '#session/view.ts';
import { fakeSession } from './fakeSession.ts';
import { START } from './fakeView.data.ts';

/** A session that shows one view and never moves, whatever is pressed. `more` replaces what is not part of the view. */
export function stillSession(view: Partial<SessionView>, more: Partial<Session> = {}): Session {
  const still: SessionView = { ...START, ...view };
  return { ...fakeSession(), ...more, view: () => still, subscribe: () => () => {} };
}
