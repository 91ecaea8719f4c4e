import { editor } from 'monaco-editor/editor';
import { colourReader } from '../../app/colours.ts';
import { isDark } from '../../app/theme.ts';
import { FORCED, holds } from '../../store/media.ts';

export const THEME = 'portside';

const SYSTEM = new Map([
  ['--panel', 'Canvas'],
  ['--raised', 'Canvas'],
  ['--selection', 'Highlight'],
  ['--brass', 'Highlight'],
]);

/** Gives Monaco the colours that the page has now. It wants hexadecimal ones, so the custom properties are resolved first. */
export function paintMonaco(): void {
  const read = colourReader();
  // Where the system forces its colours, Monaco draws with those, and no others.
  const hex = holds(FORCED) ? (name: string) => read(SYSTEM.get(name) ?? 'CanvasText') : read;
  const token = (name: string, property: string) => ({ token: name, foreground: hex(property).slice(1) });
  editor.defineTheme(THEME, {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      token('', '--ink'),
      token('type', '--code-key'),
      token('keyword', '--code-value'),
      token('string', '--code-value'),
      token('number', '--code-value'),
      token('variable', '--ink'),
      token('operators', '--dim'),
      token('delimiter', '--dim'),
      token('comment', '--code-comment'),
      token('tag', '--dim'),
      token('namespace', '--dim'),
    ],
    colors: {
      'editor.background': hex('--panel'),
      'editor.foreground': hex('--ink'),
      'editorLineNumber.foreground': hex('--faint'),
      'editorLineNumber.activeForeground': hex('--ink'),
      'editorCursor.foreground': hex('--brass'),
      'editor.selectionBackground': hex('--selection'),
      'editor.inactiveSelectionBackground': hex('--selection'),
      'editor.lineHighlightBackground': hex('--raised'),
      'editor.lineHighlightBorder': '#00000000',
      'editorIndentGuide.background1': hex('--line'),
      'editorIndentGuide.activeBackground1': hex('--line'),
      'editorError.foreground': hex('--port'),
      'editorWarning.foreground': hex('--brass'),
      'editorInfo.foreground': hex('--dim'),
      'editorWidget.background': hex('--raised'),
      'editorWidget.border': hex('--line'),
      'editorHoverWidget.background': hex('--raised'),
      'editorHoverWidget.border': hex('--line-strong'),
      'editorSuggestWidget.background': hex('--raised'),
      'editorSuggestWidget.border': hex('--line-strong'),
      'editorSuggestWidget.selectedBackground': hex('--selection'),
      'editorSuggestWidget.selectedForeground': hex('--ink'),
      'editorSuggestWidget.highlightForeground': hex('--brass'),
      'editorSuggestWidget.focusHighlightForeground': hex('--ink'),
      'editorBracketMatch.background': hex('--raised'),
      'editorBracketMatch.border': hex('--line-strong'),
      'editorGutter.foldingControlForeground': hex('--dim'),
      'scrollbarSlider.background': `${hex('--line-strong')}66`,
      'scrollbarSlider.hoverBackground': `${hex('--line-strong')}99`,
      'scrollbarSlider.activeBackground': hex('--line-strong'),
      focusBorder: hex('--brass'),
    },
  });
  editor.setTheme(THEME);
}
