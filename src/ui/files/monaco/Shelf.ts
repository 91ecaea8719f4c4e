import { editor, Uri } from 'monaco-editor/editor';
import type { FileView } from '#session/view.ts';
import { difference } from '../editor.ts';

interface Kept {
  readonly model: editor.ITextModel;
  /** The session's text as this model last knew it. */
  text: string;
  state: editor.ICodeEditorViewState | null;
}

/** A file of a node as Monaco names it: the same path on two nodes is two files. */
export function uriOf({ node, path }: Pick<FileView, 'node' | 'path'>): Uri {
  return Uri.from({ scheme: 'file', authority: node, path });
}

/** The models of the files, with cursor and scroll position of each, and the one way text goes in and out of them. */
export class Shelf {
  readonly #kept = new Map<string, Kept>();
  readonly #onEdit: (path: string, text: string) => void;
  #receiving = false;

  constructor(onEdit: (path: string, text: string) => void) {
    this.#onEdit = onEdit;
  }

  /** The model of a file, brought to the session's text. */
  model(file: FileView): editor.ITextModel {
    const kept = this.#kept.get(uriOf(file).toString()) ?? this.#open(file);
    if (kept.text !== file.text) {
      kept.text = file.text;
      this.#receive(kept.model, file.text);
    }
    return kept.model;
  }

  state(uri: Uri): editor.ICodeEditorViewState | null {
    return this.#kept.get(uri.toString())?.state ?? null;
  }

  keepState(uri: Uri, state: editor.ICodeEditorViewState | null): void {
    const kept = this.#kept.get(uri.toString());
    if (kept !== undefined) kept.state = state;
  }

  dispose(): void {
    for (const { model } of this.#kept.values()) model.dispose();
    this.#kept.clear();
  }

  #open(file: FileView): Kept {
    const uri = uriOf(file);
    editor.getModel(uri)?.dispose();
    const model = editor.createModel(file.text, file.language === 'plain' ? 'plaintext' : file.language, uri);
    model.updateOptions({ tabSize: 2, insertSpaces: true, trimAutoWhitespace: false });
    const kept: Kept = { model, text: file.text, state: null };
    this.#kept.set(uri.toString(), kept);
    model.onDidChangeContent(() => {
      if (this.#receiving) return;
      kept.text = model.getValue();
      this.#onEdit(file.path, kept.text);
    });
    return kept;
  }

  /** Takes a text from outside: only the stretch that differs is replaced, and nothing is sent back. */
  #receive(model: editor.ITextModel, text: string): void {
    const { start, end, text: put } = difference(model.getValue(), text);
    const from = model.getPositionAt(start);
    const to = model.getPositionAt(end);
    this.#receiving = true;
    try {
      model.pushEditOperations(
        [],
        [
          {
            range: {
              startLineNumber: from.lineNumber,
              startColumn: from.column,
              endLineNumber: to.lineNumber,
              endColumn: to.column,
            },
            text: put,
          },
        ],
        () => null,
      );
    } finally {
      this.#receiving = false;
    }
  }
}
