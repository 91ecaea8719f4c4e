import { LOWER_TABS, type LowerTab } from '../store/desk.ts';

/**
 * Every shortcut that holds wherever the focus is, and the one key it has beside the two modifiers. Left free are arrows,
 * PageUp and PageDown (screen readers walk tables with them), D, F, I, L, M, R (Windows' magnifier), N (starts NVDA), T, L
 * (the desktop's terminal and lock), Enter and what Monaco has.
 */
const COMMANDS = {
  undo: 'Z',
  redo: 'Y',
  daemonReload: 'U',
  restart: 'S',
  ask: 'C',
  write: 'W',
  previousFile: 'H',
  nextFile: 'J',
  picture: 'G',
  side: 'O',
  theme: 'B',
  runClock: 'P',
  skipAhead: 'K',
} as const;

export type ShortcutId = keyof typeof COMMANDS | LowerTab;

/** The panels are numbered as their tabs stand. */
const PANELS: readonly (readonly [LowerTab, string])[] = LOWER_TABS.map((tab, index) => [tab, String(index + 1)]);

/** The key of each shortcut, in the order in which they are listed. */
export const SHORTCUTS = new Map<ShortcutId, string>([
  ...(Object.entries(COMMANDS) as [keyof typeof COMMANDS, string][]),
  ...PANELS,
]);

/** The shortcuts as the key map groups them. */
export const GROUPS: Readonly<Record<'work' | 'go' | 'panels', readonly ShortcutId[]>> = {
  work: ['undo', 'redo', 'daemonReload', 'restart', 'runClock', 'skipAhead', 'theme'],
  go: ['ask', 'write', 'previousFile', 'nextFile', 'picture', 'side'],
  panels: LOWER_TABS,
};

/** What moves the request in the picture while the focus is in it, by the name of the key as events have it. */
export const PICTURE_KEYS = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  p: 'toggle',
  Home: 'replay',
  End: 'finish',
} as const;

/** Opens the key map, unless something is being typed. */
export const MAP_KEY = '?';

/** Goes to the terminal, as editors have it; from the terminal it goes to the file. */
export const TERMINAL_KEYS = 'Ctrl+`';
