import type { Progress } from '../ports.ts';

/** The lines that were asked in this browser, whatever the scenario. */
export interface LineHistory {
  lines(): readonly string[];
  add(line: string): void;
}

const LONGEST = 4000;

/** How a history is kept. */
export interface HistoryHabits {
  readonly key: string;
  /** The newest lines that are kept. */
  readonly most: number;
  /** Whether a line that comes again is kept at both places, as a shell does; at the later one when not. */
  readonly keepsRepeated: boolean;
}

/** The lines of the request bar. */
const ASKED: HistoryHabits = { key: 'portside.history', most: 200, keepsRepeated: false };

/** Those of the terminal, as bash keeps them with `HISTCONTROL=ignoreboth`. */
export const TYPED: HistoryHabits = { key: 'portside.typed', most: 1000, keepsRepeated: true };

/** Keeps lines where sessions are kept. Storage that is full or shut costs the history its memory, never the learner a word. */
export function lineHistory(progress: Progress, habits: HistoryHabits = ASKED): LineHistory {
  const { key, most, keepsRepeated } = habits;
  let lines = load(progress, habits);
  return {
    lines: () => lines,
    add(line) {
      const text = line.trim();
      if (text === '' || text.length > LONGEST || lines.at(-1) === text) return;
      lines = [...(keepsRepeated ? lines : lines.filter((each) => each !== text)), text].slice(-most);
      try {
        progress.save(key, JSON.stringify(lines));
      } catch {
        // The lines stay as long as the page does.
      }
    },
  };
}

/** What was kept; whatever is not a list of lines counts as nothing. */
function load(progress: Progress, { key, most }: HistoryHabits): readonly string[] {
  try {
    const kept: unknown = JSON.parse(progress.load(key) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept
      .filter((line): line is string => typeof line === 'string' && line !== '' && line.length <= LONGEST)
      .slice(-most);
  } catch {
    return [];
  }
}
