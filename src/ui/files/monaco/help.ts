import { languages } from 'monaco-editor/editor';
import type { SessionHelp } from '#session/commands.ts';
import type { WordHelp } from '#session/view.ts';
import { LANGUAGE_IDS } from './monaco.ts';

/** Lets Monaco ask the session about words; returns its undoing. A model's URI path is the file's path. */
export function offerHelp(help: SessionHelp): () => void {
  const registrations = LANGUAGE_IDS.flatMap((id) => [
    languages.registerHoverProvider(id, {
      provideHover: (model, position) => {
        const found = help.hover(model.uri.path, position.lineNumber, position.column);
        return found === null ? null : { contents: [{ value: text(found) }] };
      },
    }),
    languages.registerCompletionItemProvider(id, {
      triggerCharacters: ['-', ':', ' '],
      provideCompletionItems: (model, position) => {
        const word = model.getWordUntilPosition(position);
        const range = {
          startLineNumber: position.lineNumber,
          endLineNumber: position.lineNumber,
          startColumn: word.startColumn,
          endColumn: word.endColumn,
        };
        const offered = help.complete(model.uri.path, position.lineNumber, position.column);
        return {
          suggestions: offered.map((one) => ({
            label: one.label,
            insertText: one.insert,
            detail: one.detail,
            documentation: { value: plain(one.documentation) },
            kind: languages.CompletionItemKind.Property,
            range,
          })),
        };
      },
    }),
  ]);
  return () => {
    for (const registration of registrations) registration.dispose();
  };
}

function text(help: WordHelp): string {
  return `**${plain(help.label)}**\n\n${plain(help.detail)}\n\n${plain(help.documentation)}`;
}

/** Plain words as Markdown that says just them. */
function plain(words: string): string {
  return words.replaceAll(/[\\`*_{}[\]()#+!<>|~&-]/g, '\\$&');
}
