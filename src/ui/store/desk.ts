import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GridFrom } from '#session/view/grid.ts';
import type { FileView, PlaceView } from '#session/view.ts';

/** A place the learner asked to see; `asked` grows, so that asking twice leads there twice. */
export interface Destination {
  readonly place: PlaceView;
  readonly asked: number;
}

/** The panels under the files, in the order of their tabs; `fleet` only where there are more than two nodes. */
export const LOWER_TABS = [
  'requests',
  'terminal',
  'journal',
  'configuration',
  'grid',
  'logs',
  'timeline',
  'fleet',
] as const;
export type LowerTab = (typeof LOWER_TABS)[number];
export type SideTab = 'task' | 'kubelet';

/** Which rows of the configuration are shown. */
export interface ConfigurationFilter {
  readonly text: string;
  readonly security: boolean;
  readonly differing: boolean;
  readonly disagreeing: boolean;
}

/** Which part of "who may do what" is shown. */
export interface GridChoice {
  readonly from: GridFrom;
  /** Index of the port among the grid's. */
  readonly port: number;
  /** Only endpoints that a stranger gets at. */
  readonly open: boolean;
  /** Only rows and endpoints with a cell that a restart changes. */
  readonly differing: boolean;
}

/** A text that is no file of the node, or not yet: it lies in the editor until it is saved or closed. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly language: FileView['language'];
  save(text: string): void;
  close(): void;
}

/** What lies open on the learner's desk. None of it is part of the session. */
export interface Desk {
  /** The path of the file in front; null for the first. */
  readonly file: string | null;
  readonly destination: Destination | null;
  readonly lower: LowerTab;
  /** Grows each time the terminal is to have the focus. */
  readonly terminalAsked: number;
  /** A line that is to stand at the terminal's prompt when it comes; null when none does. */
  readonly lineToType: string | null;
  /** The file that `vi` opened last; null when none is edited from there. */
  readonly fromTerminal: { readonly node: string; readonly path: string } | null;
  readonly draft: Draft | null;
  /** Whether simulated time flows by itself. */
  readonly clockRuns: boolean;
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
  readonly configurationFilter: ConfigurationFilter;
  readonly gridChoice: GridChoice;
  /** Why the tour is shown: on a first visit, or because it was asked for; null when it is not. */
  readonly tour: 'first' | 'asked' | null;
  /** The run is shown to a room. */
  readonly presenting: boolean;
  /** What the live region is to say next; empty when that is up to the session. */
  readonly said: string;
  openFile(path: string): void;
  /** The learner works on: nothing is sought any more. */
  settle(): void;
  goTo(place: PlaceView): void;
  setLowerShare(share: number): void;
  /** Gives the lower pane more than half, where it has less. */
  makeRoom(): void;
  showLower(tab: LowerTab): void;
  /** Shows the terminal and gives it the focus. */
  askTerminal(): void;
  /** The same with a line at its prompt, which is not run. */
  typeLine(line: string): void;
  lineTyped(): void;
  editFromTerminal(file: Desk['fromTerminal']): void;
  showDraft(draft: Draft | null): void;
  runClock(runs: boolean): void;
  filterConfiguration(change: Partial<ConfigurationFilter>): void;
  chooseGrid(change: Partial<GridChoice>): void;
  showSide(tab: SideTab): void;
  showRequest(number: number | null): void;
  compare(number: number | null): void;
  setSpeed(speed: number): void;
  startTour(why: 'first' | 'asked'): void;
  endTour(): void;
  present(presenting: boolean): void;
  /** Lets the live region say something that the eye sees at once. */
  say(words: string): void;
}

/** The share of the lower pane that a form or a table can be read in. */
const ROOM = 60;

export type DeskStore = StoreApi<Desk>;

/** `lead` turns the workbench to a place before it is sought: to its node, and its file into a tab. */
export function createDesk(lead: (place: PlaceView) => void = () => {}): DeskStore {
  return createStore<Desk>((set, get) => ({
    file: null,
    destination: null,
    lower: 'requests',
    terminalAsked: 0,
    lineToType: null,
    fromTerminal: null,
    draft: null,
    clockRuns: false,
    side: 'task',
    request: null,
    compared: null,
    speed: 1,
    lowerShare: 40,
    configurationFilter: { text: '', security: false, differing: false, disagreeing: false },
    gridChoice: { from: 'network', port: 0, open: false, differing: false },
    tour: null,
    presenting: false,
    said: '',
    startTour: (tour) => set({ tour }),
    present: (presenting) => set({ presenting }),
    endTour: () => set({ tour: null }),
    say: (said) => set({ said }),
    chooseGrid: (change) => set({ gridChoice: { ...get().gridChoice, ...change } }),
    filterConfiguration: (change) => set({ configurationFilter: { ...get().configurationFilter, ...change } }),
    setLowerShare: (lowerShare) => set({ lowerShare }),
    makeRoom: () => set({ lowerShare: Math.max(ROOM, get().lowerShare) }),
    settle: () => {
      if (get().destination !== null) set({ destination: null });
    },
    openFile: (path) => set({ file: path, destination: null }),
    goTo: (place) => {
      lead(place);
      set({ file: place.file, destination: { place, asked: (get().destination?.asked ?? 0) + 1 } });
    },
    showLower: (lower) => set({ lower }),
    typeLine: (lineToType) => set({ lineToType, lower: 'terminal', terminalAsked: get().terminalAsked + 1 }),
    lineTyped: () => set({ lineToType: null }),
    askTerminal: () => set({ lower: 'terminal', terminalAsked: get().terminalAsked + 1 }),
    editFromTerminal: (fromTerminal) => set({ fromTerminal }),
    showDraft: (draft) => set({ draft }),
    runClock: (clockRuns) => set({ clockRuns }),
    showSide: (side) => set({ side }),
    showRequest: (request) => set({ request }),
    compare: (compared) => set({ compared }),
    setSpeed: (speed) => set({ speed }),
  }));
}
