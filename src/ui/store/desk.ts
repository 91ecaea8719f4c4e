import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlaceView } from '#session/view.ts';

/** A place the learner asked to see; `asked` grows, so that asking twice leads there twice. */
export interface Destination {
  readonly place: PlaceView;
  readonly asked: number;
}

/** The panels under the files, in the order of their tabs. */
export const LOWER_TABS = ['requests', 'journal'] as const;
export type LowerTab = (typeof LOWER_TABS)[number];
export type SideTab = 'task' | 'kubelet';

/** What lies open on the learner's desk. None of it is part of the session. */
export interface Desk {
  /** The path of the file in front; null for the first. */
  readonly file: string | null;
  readonly destination: Destination | null;
  readonly lower: LowerTab;
  /** Which of the two side columns shows where there is room for one only. */
  readonly side: SideTab;
  /** The number of the request the pipeline shows; null for the latest. */
  readonly request: number | null;
  /** The number of the request that lies beside it; null when none does. */
  readonly compared: number | null;
  /** How fast requests travel through the picture; 1 is full speed. */
  readonly speed: number;
  /** How much of the middle column's height requests and journal take, in percent. */
  readonly lowerShare: number;
  openFile(path: string): void;
  /** The learner works on: nothing is sought any more. */
  settle(): void;
  goTo(place: PlaceView): void;
  setLowerShare(share: number): void;
  showLower(tab: LowerTab): void;
  showSide(tab: SideTab): void;
  showRequest(number: number | null): void;
  compare(number: number | null): void;
  setSpeed(speed: number): void;
}

export type DeskStore = StoreApi<Desk>;

export function createDesk(): DeskStore {
  return createStore<Desk>((set, get) => ({
    file: null,
    destination: null,
    lower: 'requests',
    side: 'task',
    request: null,
    compared: null,
    speed: 1,
    lowerShare: 40,
    setLowerShare: (lowerShare) => set({ lowerShare }),
    settle: () => {
      if (get().destination !== null) set({ destination: null });
    },
    openFile: (path) => set({ file: path, destination: null }),
    goTo: (place) => set({ file: place.file, destination: { place, asked: (get().destination?.asked ?? 0) + 1 } }),
    showLower: (lower) => set({ lower }),
    showSide: (side) => set({ side }),
    showRequest: (request) => set({ request }),
    compare: (compared) => set({ compared }),
    setSpeed: (speed) => set({ speed }),
  }));
}
