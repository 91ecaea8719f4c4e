import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session, SessionCommands, SessionHelp } from '#session/commands.ts';
import type { SessionView } from '#session/view.ts';
import { createDesk, type Desk, type DeskStore } from './desk.ts';
import { inTurn } from './patience.ts';
import { reuse } from './reuse.ts';

interface Bench {
  readonly session: Session;
  readonly view: StoreApi<SessionView>;
  readonly desk: DeskStore;
}

const BenchContext = createContext<Bench | null>(null);

/** Mirrors a session's view into a store, so that each part of the screen reads only what it shows. */
export function BenchProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const [bench] = useState<Bench>(() => ({
    session,
    view: createStore<SessionView>(() => session.view()),
    desk: createDesk((place) => {
      if (place.node === undefined) return;
      session.commands.selectNode(place.node);
      session.files.open(place.file);
    }),
  }));
  useEffect(() => {
    const mirror = (): void => bench.view.setState((before) => reuse(before, session.view()), true);
    // The session may have moved between the first drawing and this subscription.
    mirror();
    // A line of the terminal has its prompt back before the rest of the screen follows.
    return session.subscribe(() => inTurn(mirror));
  }, [bench, session]);
  return <BenchContext value={bench}>{children}</BenchContext>;
}

function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (bench === null) throw new Error('A part of the workbench stands outside of its BenchProvider.');
  return bench;
}

/** A part of the session's view; the caller is drawn again only when that part changes. */
export function useView<T>(select: (view: SessionView) => T): T {
  return useStore(useBench().view, select);
}

/** A part of the desk. */
export function useDesk<T>(select: (desk: Desk) => T): T {
  return useStore(useBench().desk, select);
}

export function useCommands(): SessionCommands {
  return useBench().session.commands;
}

export function useHelp(): SessionHelp {
  return useBench().session.help;
}

/** The session itself, for the views that it makes on demand. */
export function useSession(): Session {
  return useBench().session;
}

/** The stores themselves, for what listens without drawing. */
export function useStores(): { readonly view: StoreApi<SessionView>; readonly desk: DeskStore } {
  return useBench();
}
