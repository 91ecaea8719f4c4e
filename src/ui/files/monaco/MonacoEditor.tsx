import { editor } from 'monaco-editor/editor';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { subscribeTheme } from '../../app/theme.ts';
import { WORDS } from '../../words.ts';
import type { EditorProps } from '../editor.ts';
import { remarks } from '../remarks.ts';
import { decorations, marker } from './decorations.ts';
import { offerHelp } from './help.ts';
import { meetVi } from './meetVi.ts';
import { startMonaco } from './monaco.ts';
import { Shelf } from './Shelf.ts';
import { mendSuggestRoles } from './suggestRoles.ts';
import { paintMonaco, THEME } from './theme.ts';

startMonaco();

interface Desk {
  readonly editor: editor.IStandaloneCodeEditor;
  readonly shelf: Shelf;
  readonly drawn: editor.IEditorDecorationsCollection;
}

/** A file in Monaco: one editor for all files, one model for each. */
export default function MonacoEditor({ file, help, destination, onEdit, onGoTo, onVi }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [desk, setDesk] = useState<Desk | null>(null);
  const latest = useRef({ file, onEdit, onGoTo, onVi });
  latest.current = { file, onEdit, onGoTo, onVi };

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    paintMonaco();
    const made = editor.create(element, OPTIONS);
    const shelf = new Shelf((path, text) => latest.current.onEdit(path, text));
    const click = made.onMouseDown((event) => {
      const line = event.target.position?.lineNumber;
      if (line === undefined || event.target.element?.classList.contains('mark-winner') !== true) return;
      const winner = latest.current.file.marks.find((mark) => mark.line === line && mark.to !== null)?.to;
      if (winner !== undefined && winner !== null) latest.current.onGoTo(winner);
    });
    const vi = meetVi(made, () => latest.current.onVi);
    const unsubscribe = subscribeTheme(paintMonaco);
    const unmend = mendSuggestRoles(element);
    setDesk({ editor: made, shelf, drawn: made.createDecorationsCollection() });
    return () => {
      unsubscribe();
      unmend();
      click.dispose();
      vi.dispose();
      made.dispose();
      shelf.dispose();
      setDesk(null);
    };
  }, []);

  useEffect(() => offerHelp(help), [help]);

  // Before anything else may be typed: a text that is older than the model's would undo what was typed since.
  useLayoutEffect(() => {
    if (desk === null) return;
    const model = desk.shelf.model(file);
    const before = desk.editor.getModel();
    if (before !== model) {
      if (before !== null) desk.shelf.keepState(before.uri, desk.editor.saveViewState());
      desk.editor.setModel(model);
      desk.editor.restoreViewState(desk.shelf.state(model.uri));
      desk.editor.updateOptions({ ariaLabel: WORDS.editorOf(file.path) });
    }
    editor.setModelMarkers(model, 'kubelet', remarks(file).map(marker));
    desk.drawn.set(decorations(model, file, destination?.place.line ?? null));
  }, [desk, file, destination]);

  useEffect(() => {
    if (desk === null || destination === null) return;
    const line = Math.min(Math.max(1, destination.place.line), desk.editor.getModel()?.getLineCount() ?? 1);
    desk.editor.setPosition({ lineNumber: line, column: 1 });
    desk.editor.revealLineInCenterIfOutsideViewport(line);
    desk.editor.focus();
  }, [desk, destination]);

  return <div className="monaco-host" ref={host} />;
}

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  model: null,
  theme: THEME,
  automaticLayout: true,
  // Where the system forces its own colours, ours are those: see the theme.
  autoDetectHighContrast: false,
  fontFamily: "'IBM Plex Mono', ui-monospace, monospace",
  fontSize: 13,
  lineHeight: 20,
  // Unit files have long lines, and what matters stands at their end.
  wordWrap: 'on',
  wrappingIndent: 'indent',
  minimap: { enabled: false },
  // Tab leaves the editor, so that a keyboard alone gets through; Ctrl+M turns that.
  tabFocusMode: true,
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  lineNumbersMinChars: 4,
  glyphMargin: false,
  folding: true,
  links: false,
  occurrencesHighlight: 'off',
  unusualLineTerminators: 'off',
  renderFinalNewline: 'on',
  wordBasedSuggestions: 'off',
  guides: { indentation: false },
  padding: { top: 8, bottom: 8 },
  fixedOverflowWidgets: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
};
