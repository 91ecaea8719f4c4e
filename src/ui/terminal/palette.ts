import type { ITheme } from '@xterm/xterm';
import { colourReader } from '../app/colours.ts';

/** The terminal's colours as the page has them now; where the system forces its own, those, and no others. */
export function palette(forced: boolean): ITheme {
  const hex = colourReader();
  return forced ? forcedPalette(hex) : ownPalette(hex);
}

function ownPalette(hex: (name: string) => string): ITheme {
  const [ink, panel, faint, line] = [hex('--ink'), hex('--panel'), hex('--faint'), hex('--line-strong')];
  const [red, green, yellow] = [hex('--port'), hex('--starboard'), hex('--brass')];
  const [blue, magenta, cyan] = [hex('--code-key'), hex('--ansi-magenta'), hex('--ansi-cyan')];
  return {
    foreground: ink,
    background: panel,
    cursor: yellow,
    cursorAccent: panel,
    selectionBackground: hex('--selection'),
    selectionForeground: ink,
    scrollbarSliderBackground: `${line}66`,
    scrollbarSliderHoverBackground: `${line}99`,
    scrollbarSliderActiveBackground: line,
    black: faint,
    red,
    green,
    yellow,
    blue,
    magenta,
    cyan,
    white: ink,
    brightBlack: faint,
    brightRed: red,
    brightGreen: green,
    brightYellow: yellow,
    brightBlue: blue,
    brightMagenta: magenta,
    brightCyan: cyan,
    brightWhite: ink,
  };
}

function forcedPalette(hex: (name: string) => string): ITheme {
  const [text, ground, mark] = [hex('CanvasText'), hex('Canvas'), hex('Highlight')];
  const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
  const all = names.flatMap((name) => [
    [name, text],
    [`bright${name.charAt(0).toUpperCase()}${name.slice(1)}`, text],
  ]);
  return {
    foreground: text,
    background: ground,
    cursor: mark,
    cursorAccent: ground,
    selectionBackground: mark,
    selectionForeground: hex('HighlightText'),
    ...Object.fromEntries(all),
  };
}
