import type { Session } from '#session/commands.ts';
import { chooseTheme, isDark } from '../app/theme.ts';
import { neighbour } from '../kit/neighbour.ts';
import { tabId } from '../kit/Tabs.tsx';
import { type DeskStore, LOWER_TABS, type LowerTab } from '../store/desk.ts';
import { CLOCK } from '../words/clock.ts';
import { KEYS } from '../words/keys.ts';
import { WORDS } from '../words.ts';
import type { ShortcutId } from './shortcuts.table.ts';

/** Gives the focus to what a selector finds once the screen has been drawn anew. */
function focus(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

/** What each shortcut does. What the eye alone would notice is said aloud. */
export function actionsOf(session: Session, desk: DeskStore): Readonly<Record<ShortcutId, () => void>> {
  const { commands } = session;
  const { say, showLower, showSide, openFile } = desk.getState();
  const showPanel = (tab: LowerTab) => (): void => {
    showLower(tab);
    focus(`#${tabId('lower', tab)}`);
  };
  const walkFiles = (key: 'ArrowLeft' | 'ArrowRight') => (): void => {
    const paths = session.view().files.map(({ path }) => path);
    const next = neighbour(paths, desk.getState().file ?? paths[0] ?? '', key);
    if (next === null) return;
    openFile(next);
    say(KEYS.file(next));
  };
  return {
    undo: () => {
      const { undo } = session.view();
      if (undo !== null) commands.undo();
      say(undo === null ? KEYS.nothingToUndo : KEYS.undone(undo));
    },
    redo: () => {
      const { redo } = session.view();
      if (redo !== null) commands.redo();
      say(redo === null ? KEYS.nothingToRedo : KEYS.redone(redo));
    },
    daemonReload: () => {
      commands.daemonReload();
      say(KEYS.reloaded);
    },
    restart: () => commands.restart(),
    ask: () => {
      showLower('requests');
      focus('#request-line');
    },
    write: () => focus('#files-panel :is(textarea, [role="textbox"])'),
    previousFile: walkFiles('ArrowLeft'),
    nextFile: walkFiles('ArrowRight'),
    picture: () => {
      showSide('kubelet');
      focus('.pipeline .canal button[tabindex="0"]');
    },
    side: () => {
      const open = ['.lesson-open h3', '.lesson-closing h2'].find((one) => document.querySelector(one) !== null);
      const turns = document.getElementById(tabId('side', 'task')) !== null;
      const there = document.activeElement?.closest('.sides') !== null;
      // It leads back to where a lesson lies open, and where there is room for all columns to the task.
      if (!turns || (open !== undefined && !there && desk.getState().side === 'task')) {
        focus(open ?? '.sides-panel');
        return;
      }
      const next = desk.getState().side === 'task' ? 'kubelet' : 'task';
      showSide(next);
      focus(`#${tabId('side', next)}`);
    },
    runClock: () => {
      const { clockRuns, runClock } = desk.getState();
      runClock(!clockRuns);
      say(clockRuns ? CLOCK.saidPaused(session.view().node.clock) : CLOCK.saidRuns);
    },
    skipAhead: () => document.querySelector<HTMLElement>('#clock-skip')?.click(),
    theme: () => {
      const theme = isDark() ? 'light' : 'dark';
      chooseTheme(theme);
      say(KEYS.theme(WORDS.themes[theme]));
    },
    ...(Object.fromEntries(LOWER_TABS.map((tab) => [tab, showPanel(tab)])) as Record<LowerTab, () => void>),
  };
}
