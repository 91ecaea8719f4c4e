import { useEffect, useState } from 'react';
import type { Session } from '#session/commands.ts';
import { Boundary } from '../kit/Boundary.tsx';
import { WORDS } from '../words.ts';
import { Workbench } from '../workbench/Workbench.tsx';
import { Frame } from './Frame.tsx';

interface Props {
  /** Brings the session; it may be heavy, so the frame is drawn while it comes. */
  load(): Promise<Session>;
}

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly session: Session }
  | { readonly kind: 'failed'; readonly reason: string };

/** The whole screen: the frame at once, the workbench when the session is there. */
export function App({ load }: Props) {
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    let wanted = true;
    load().then(
      (session) => wanted && setState({ kind: 'ready', session }),
      (reason: unknown) => wanted && setState({ kind: 'failed', reason: String(reason) }),
    );
    return () => {
      wanted = false;
    };
  }, [load]);

  if (state.kind === 'ready') {
    return (
      <Boundary fallback={<Empty words={WORDS.broken} again />}>
        <Workbench session={state.session} />
      </Boundary>
    );
  }
  if (state.kind === 'failed') return <Empty words={`${WORDS.loadFailed} ${state.reason}`} again />;
  return <Empty words={WORDS.loading} again={false} />;
}

/** The frame without a session, and what is to be said about that. */
function Empty({ words, again }: { readonly words: string; readonly again: boolean }) {
  return (
    <Frame
      title={null}
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
