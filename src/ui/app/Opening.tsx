import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Session } from '#session/commands.ts';
import type { OpenLesson, SessionLesson } from '#session/view/lesson.ts';
import { Boundary } from '../kit/Boundary.tsx';
import { WORDS } from '../words.ts';
import { Frame } from './Frame.tsx';

/** The workbench is heavy, and home does without it. */
const loadWorkbench = () => import('../workbench/Workbench.tsx').then(({ Workbench }) => ({ default: Workbench }));
const Workbench = lazy(loadWorkbench);

interface Props {
  /** What is being opened; null when that is not known before. */
  readonly title: string | null;
  /** Brings the session; it may be heavy, so the frame is drawn while it comes. */
  load(): Promise<Session | OpenLesson>;
}

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly session: Session; readonly lesson: SessionLesson | null }
  | { readonly kind: 'failed'; readonly reason: string };

/** A session's screen: the frame at once, the workbench when the session is there. It opens once, whatever is drawn again. */
export function Opening({ title, load }: Props) {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const first = useRef(load);
  useEffect(() => {
    let wanted = true;
    void loadWorkbench();
    first.current().then(
      (opened) =>
        wanted && setState({ kind: 'ready', ...('lesson' in opened ? opened : { session: opened, lesson: null }) }),
      (reason: unknown) =>
        wanted && setState({ kind: 'failed', reason: reason instanceof Error ? reason.message : String(reason) }),
    );
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(() => {
    if (title !== null) document.title = WORDS.pageTitle(title);
  }, [title]);

  if (state.kind === 'ready') {
    return (
      <Boundary fallback={<Empty title={title} words={WORDS.broken} again />}>
        <Suspense fallback={<Empty title={title} words={WORDS.loading} again={false} />}>
          <Workbench session={state.session} lesson={state.lesson} />
        </Suspense>
      </Boundary>
    );
  }
  if (state.kind === 'failed') return <Empty title={title} words={`${WORDS.loadFailed} ${state.reason}`} again />;
  return <Empty title={title} words={WORDS.loading} again={false} />;
}

interface EmptyProps {
  readonly title: string | null;
  readonly words: string;
  readonly again: boolean;
}

/** The frame without a session, and what is to be said about that. */
function Empty({ title, words, again }: EmptyProps) {
  return (
    <Frame
      title={title}
      waiting={!again}
      actions={null}
      left={null}
      middle={
        <p className="frame-note" role="status">
          {words}
          {again && (
            <button type="button" className="button" onClick={() => window.location.reload()}>
              {WORDS.loadAgain}
            </button>
          )}
        </p>
      }
      right={null}
      status={null}
    />
  );
}
