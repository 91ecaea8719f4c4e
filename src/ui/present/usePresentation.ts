import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileView } from '#session/view.ts';
import { useSession, useStores } from '../store/bench.tsx';
import { useTick } from '../store/tick.ts';
import { changedPath, type Deed, deedOf, type Panel, panelFor, pointed } from './panels.ts';

/** What the room sees. */
export interface Presentation {
  readonly panel: Panel;
  readonly pointer: number | null;
  /** The file in front, and its text before the step; null when none lies open. */
  readonly file: { readonly view: FileView; readonly before: string } | null;
  do(deed: Deed): void;
  point(at: number): void;
}

/** Walks the session's run by keys. `count` tells how many things the panel has to point at. */
export function usePresentation(
  count: (panel: Panel, file: Presentation['file']) => number,
  leave: () => void,
): Presentation {
  const session = useSession();
  const { desk } = useStores();
  useTick();
  const [entered] = useState(() => session.archive.timeline().at);
  const [panel, setPanel] = useState<Panel>('story');
  const [pointer, setPointer] = useState<number | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly FileView[]>([]);
  const { files } = session.view();
  const view = files.find((one) => one.path === path) ?? files[0] ?? null;
  const before = earlier.find((one) => one.path === view?.path && one.node === view.node)?.text;
  const file = view === null ? null : { view, before: before ?? view.text };

  const walk = (to: 'next' | 'previous' | 'first' | 'last'): void => {
    const { at, steps } = session.archive.timeline();
    const target = { next: at + 1, previous: at - 1, first: 0, last: steps.length }[to];
    const position = Math.max(0, Math.min(target, steps.length));
    // What the step changed is seen beside the moment before it, whichever way one comes to it.
    session.archive.walkTo(Math.max(0, position - 1));
    const then = session.view();
    session.archive.walkTo(position);
    const now = session.view();
    const step = steps[position - 1];
    setEarlier(position === 0 ? [] : then.files);
    const changed = changedPath(then.files, now.files);
    setPath((last) => (position === 0 ? null : (changed ?? last)));
    const sentRequest = now.requests.length > then.requests.length;
    setPanel(panelFor(step?.kind ?? 'begin', { sentRequest, changedFile: changed !== null }));
    setPointer(null);
    desk.getState().showRequest(null);
  };

  const act = (deed: Deed): void => {
    switch (deed.kind) {
      case 'walk':
        walk(deed.to);
        break;
      case 'point':
        setPointer((at) => pointed(at, deed.by, count(panel, file)));
        break;
      case 'panel':
        setPanel(deed.panel);
        setPointer(null);
        break;
      case 'file': {
        const at = files.findIndex((one) => one.path === view?.path);
        setPath(files[(at + deed.by + files.length) % Math.max(1, files.length)]?.path ?? null);
        setPanel('file');
        setPointer(null);
        break;
      }
      case 'leave':
        session.archive.walkTo(entered);
        leave();
        break;
    }
  };

  const latest = useRef(act);
  latest.current = act;
  const onKeyDown = useCallback((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return;
    const deed = deedOf(event.key);
    if (deed === null) return;
    event.preventDefault();
    latest.current(deed);
  }, []);
  useEffect(() => {
    latest.current({ kind: 'walk', to: 'first' });
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onKeyDown]);

  return { panel, pointer, file, do: act, point: setPointer };
}
