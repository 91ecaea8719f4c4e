import { type editor, type IDisposable, KeyCode } from 'monaco-editor/editor';
import { sinceEscape, type ViWord, viWord } from '../viWord.ts';

/** Takes vi's words out of the text again when Enter is pressed behind them, and does what they mean. */
export function meetVi(made: editor.IStandaloneCodeEditor, onVi: () => ((word: ViWord) => void) | null): IDisposable {
  let escaped: string | null = null;
  return made.onKeyDown((event) => {
    const [position, model, act] = [made.getPosition(), made.getModel(), onVi()];
    const before = escaped;
    escaped = sinceEscape(escaped, event.browserEvent.key);
    if (act === null || position === null || model === null || event.keyCode !== KeyCode.Enter) return;
    const { lineNumber, column } = position;
    const found = viWord(model.getLineContent(lineNumber).slice(0, column - 1), before);
    if (found === null) return;
    event.preventDefault();
    event.stopPropagation();
    made.trigger('vi', 'hideSuggestWidget', null);
    const range = {
      startLineNumber: lineNumber,
      endLineNumber: lineNumber,
      startColumn: column - found.typed.length,
      endColumn: column,
    };
    made.executeEdits('vi', [{ range, text: '' }]);
    act(found.word);
  });
}
