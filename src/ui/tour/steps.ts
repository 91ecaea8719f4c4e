import type { SessionView } from '#session/view.ts';
import type { LowerTab, SideTab } from '../store/desk.ts';
import type { TOUR } from '../words/keys.ts';

/** A stop of the tour: which words, which part of the screen, and what must lie open for it to be seen. */
export interface TourStep {
  readonly words: keyof typeof TOUR.steps;
  /** Selects what is pointed at. */
  readonly part: string;
  readonly side?: SideTab;
  readonly lower?: LowerTab;
  /** The path of the file in front. */
  readonly file?: string;
}

/** The tour of a session: without a task there is no stop for one, and a beaten line is shown where there is one. */
export function tourOf({ tasks, files }: Pick<SessionView, 'tasks' | 'files'>): readonly TourStep[] {
  const beaten = files.find((file) => file.marks.some((mark) => mark.kind === 'beaten'));
  return [
    ...(tasks.length === 0 ? [] : [{ words: 'task', part: '.briefing', side: 'task' } as const]),
    beaten === undefined ? { words: 'files', part: '#files' } : { words: 'beaten', part: '#files', file: beaten.path },
    { words: 'strip', part: '.strip' },
    { words: 'ask', part: '.ask', lower: 'requests' },
    { words: 'picture', part: '.pipeline, .answer', side: 'kubelet' },
    { words: 'keys', part: '#keys' },
  ];
}

/** Whether somebody is here who has not done anything yet. */
export function isUntouched({ undo, redo, requests, tasks }: SessionView): boolean {
  return undo === null && redo === null && requests.length === 0 && tasks.length > 0;
}
