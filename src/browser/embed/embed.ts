import type { Session } from '#session/commands.ts';
import { asksForScore, embedMessage, listenerOf, newsFor } from '#session/embed/messages.ts';

/** So long after a change the score is told, in milliseconds: while somebody types nothing is worked out. */
const CALM = 400;

/** The origin of the page around this one that may be told of scores; null when there is none, or another than was named. */
function listener(): string | null {
  if (window.parent === window) return null;
  const { ancestorOrigins } = window.location;
  return listenerOf(window.location.search, ancestorOrigins?.[0] ?? null);
}

/**
 * Tells the page around of a session's score, and answers when it asks. Messages go to the named origin alone; the browser
 * does not deliver them to any other.
 */
export function tellEmbedder(session: Session): void {
  const origin = listener();
  if (origin === null) return;
  const now = () => embedMessage('score', session.view(), session.score());
  let told = embedMessage('ready', session.view(), session.score());
  const tell = (message: typeof told): void => {
    told = message;
    window.parent.postMessage(message, origin);
  };
  tell(told);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  session.subscribe(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const news = newsFor(told, now());
      if (news !== null) tell(news);
    }, CALM);
  });
  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source === window.parent && from === origin && asksForScore(data)) tell(now());
  });
}
