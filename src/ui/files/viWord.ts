/** What somebody means who ends an editor by its own words. */
export type ViWord = 'write' | 'quit';

const COMMAND = /:(w|wq|x|q|qa|wqa|xa)!?$/;

/** What a whole line at the prompt means to vi; null when it means nothing there. */
export function viLine(line: string): ViWord | null {
  const word = COMMAND.exec(line.trim());
  return word === null || word.index !== 0 ? null : meaning(word[1] ?? '');
}

/**
 * What somebody wants who pressed Enter behind `before`, the text of the editor's line up to the cursor: vi's words typed on
 * a line of their own, or anywhere after Escape (`escaped`, what was typed since). Null when Enter is just Enter.
 */
export function viWord(
  before: string,
  escaped: string | null,
): { readonly word: ViWord; readonly typed: string } | null {
  const found = COMMAND.exec(before);
  if (found === null) return null;
  const typed = found[0];
  const alone = before.trim() === typed;
  return alone || escaped === typed ? { word: meaning(found[1] ?? ''), typed } : null;
}

/** What was typed since Escape, after one more key; null when something else than typing came between. */
export function sinceEscape(before: string | null, key: string): string | null {
  if (key === 'Escape') return '';
  if (key === 'Shift') return before;
  if (before === null || key.length !== 1) return null;
  return (before + key).slice(-8);
}

function meaning(command: string): ViWord {
  return command.startsWith('q') ? 'quit' : 'write';
}
