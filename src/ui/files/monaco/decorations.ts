import { editor, MarkerSeverity } from 'monaco-editor/editor';
import type { FileView, LineMarkView, ProblemView } from '#session/view.ts';

const SEVERITIES = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info } as const;

/** A problem as a squiggle; one without width is given a character. */
export function marker(problem: ProblemView): editor.IMarkerData {
  const flat = problem.endLine === problem.line && problem.endColumn <= problem.column;
  return {
    severity: SEVERITIES[problem.severity],
    message: problem.message,
    startLineNumber: problem.line,
    startColumn: problem.column,
    endLineNumber: problem.endLine,
    endColumn: flat ? problem.column + 1 : problem.endColumn,
  };
}

/** The marks of a file and the line that was sought, as decorations of its model. */
export function decorations(
  model: editor.ITextModel,
  file: FileView,
  sought: number | null,
): editor.IModelDeltaDecoration[] {
  const last = model.getLineCount();
  const made = file.marks.filter((mark) => mark.line >= 1 && mark.line <= last).flatMap((mark) => marked(model, mark));
  if (sought !== null && sought >= 1 && sought <= last) {
    made.push({ range: whole(model, sought), options: { isWholeLine: true, className: 'sought-line' } });
  }
  return made;
}

function marked(model: editor.ITextModel, mark: LineMarkView): editor.IModelDeltaDecoration[] {
  const line = whole(model, mark.line);
  const words = {
    content: mark.text,
    inlineClassName: mark.to === null ? 'mark-words' : 'mark-words mark-winner',
    cursorStops: editor.InjectedTextCursorStops.None,
  };
  const note = { range: line, options: { after: words, showIfCollapsed: true } };
  if (mark.kind === 'note') return [note];
  return [
    { range: line, options: { isWholeLine: true, className: 'beaten-line', marginClassName: 'beaten-margin' } },
    { range: line, options: { inlineClassName: 'beaten-text' } },
    note,
  ];
}

function whole(model: editor.ITextModel, line: number) {
  return {
    startLineNumber: line,
    endLineNumber: line,
    startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
    endColumn: model.getLineMaxColumn(line),
  };
}
