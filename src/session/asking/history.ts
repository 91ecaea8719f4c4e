import type { Progress } from '../ports.ts';

/** The lines that were asked in this browser, whatever the scenario. */
export interface LineHistory {
  lines(): readonly string[];
  add(line: string): void;
}

const KEY = 'portside.history';
const MOST = 200;
const LONGEST = 4000;

/** Keeps lines where sessions are kept. Storage that is full or shut costs the history its memory, never the learner a word. */
export function lineHistory(progress: Progress): LineHistory {
  let lines = load(progress);
  return {
    lines: () => lines,
    add(line) {
      const text = line.trim();
      if (text === '' || text.length > LONGEST || lines.at(-1) === text) return;
      lines = [...lines.filter((each) => each !== text), text].slice(-MOST);
      try {
        progress.save(KEY, JSON.stringify(lines));
      } catch {
        // The lines stay as long as the page does.
      }
    },
  };
}

/** What was kept; whatever is not a list of lines counts as nothing. */
function load(progress: Progress): readonly string[] {
  try {
    const kept: unknown = JSON.parse(progress.load(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept
      .filter((line): line is string => typeof line === 'string' && line !== '' && line.length <= LONGEST)
      .slice(-MOST);
  } catch {
    return [];
  }
}
