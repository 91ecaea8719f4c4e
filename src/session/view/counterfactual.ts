import type { PlaceView } from '../view.ts';

/** The answers that one may wish for; `200` stands for being served, whatever the success is called. */
export type WantedAnswer = '200' | '401' | '403' | 'refused';

/** A line of a file that goes away, or comes. */
export interface EditLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

/** One thing to do, exactly as it is done. */
export type EditPart =
  | {
      readonly kind: 'diff';
      readonly node: string;
      readonly place: PlaceView;
      /** What goes stands at `place.line`; what comes takes its place. */
      readonly lines: readonly EditLine[];
    }
  /** For `kubectl apply -f -`. */
  | { readonly kind: 'yaml'; readonly text: string }
  /** A line of a shell, `on` that node; `daemon-reload` and restarts among them. */
  | { readonly kind: 'command'; readonly on: string; readonly text: string }
  /** The request line, changed. */
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'wait'; readonly seconds: number };

/** A change that was run on a copy of the world, and gave the answer wanted. */
export interface CounterfactualResult {
  readonly id: string;
  /** What is done, a sentence or two. */
  readonly sentences: readonly string[];
  /** What comes of it: "bob got in." */
  readonly outcome: string;
  readonly parts: readonly EditPart[];
  /** Why one should hesitate: it opens more than this request. Whole sentences. */
  readonly dangers: readonly string[];
  /** What no longer works then. Whole sentences. */
  readonly costs: readonly string[];
  /** The line to ask, when nothing but the line changes; else null. */
  readonly ask: string | null;
}

/** How far a search has come. */
export interface CounterfactualView {
  /** `already`: asked again now, the request would get that answer, with nothing changed. */
  readonly state: 'looking' | 'found' | 'none' | 'already';
  /** Copies of the world that were tried. */
  readonly tried: number;
  readonly pairs: boolean;
  /** The smallest first; none before the search is over. */
  readonly results: readonly CounterfactualResult[];
  /** Once nothing was found: why nothing whatever could be, a whole sentence; null where that cannot be said. */
  readonly impossible: string | null;
}

/** What would make a request that was sent get another answer, as the world is now. */
export interface SessionCounterfactual {
  /** What is known by now; null when the request did not reach out for a kubelet. */
  view(number: number, wanted: WantedAnswer): CounterfactualView | null;
  /** Goes on for some milliseconds: one copy of the world changed, or asked. True while there is more to do. */
  advance(number: number, wanted: WantedAnswer): boolean;
}
