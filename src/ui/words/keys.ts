import type { LowerTab } from '../store/desk.ts';
import { CONFIGURATION } from './configuration.ts';
import { FLEET } from './fleet.ts';
import { GRID } from './grid.ts';
import { LOGS } from './logs.ts';
import { TERMINAL } from './terminal.ts';
import { TIMELINE } from './timeline.ts';

const PANELS: Readonly<Record<LowerTab, string>> = {
  requests: 'Requests',
  terminal: TERMINAL.tab,
  journal: 'Journal',
  configuration: CONFIGURATION.tab,
  grid: GRID.tab,
  logs: LOGS.tab,
  timeline: TIMELINE.tab,
  fleet: FLEET.tab,
};

/** The words of the key map, and what is said when a key did something that is not seen to be heard. */
export const KEYS = {
  button: 'Keys',
  title: 'Keys',
  list: 'All keys',
  groups: { work: 'Everywhere', go: 'Go to', panels: 'Panels under the files' },
  shortcuts: {
    undo: 'Undo',
    redo: 'Redo',
    daemonReload: 'daemon-reload',
    restart: 'Restart the kubelet',
    theme: 'The other theme',
    runClock: 'Run or pause the clock',
    skipAhead: 'Let time pass',
    ask: 'The request line',
    write: 'The text of the file',
    previousFile: 'The file before',
    nextFile: 'The next file',
    picture: 'The picture',
    side: 'Task, or by turns the kubelet',
    ...PANELS,
  },
  map: 'This list',
  toTerminal: 'The terminal; from there to the file',
  picture: 'In the picture',
  pictureKeys: {
    back: { keys: '←', does: 'One gate back' },
    forward: { keys: '→', does: 'One gate on' },
    toggle: { keys: 'P', does: 'Play, pause' },
    replay: { keys: 'Home', does: 'From the start' },
    finish: { keys: 'End', does: 'To the answer' },
  },
  places: [
    {
      title: 'In the request line',
      rows: [
        { keys: 'Enter', does: 'Ask' },
        { keys: '↑ ↓', does: 'Earlier lines; with text, those that hold it' },
      ],
    },
    {
      title: 'In the terminal',
      rows: [
        { keys: 'Tab', does: 'Complete; twice: list' },
        { keys: '↑ ↓', does: 'Earlier lines' },
        { keys: 'Ctrl+R', does: 'Search earlier lines' },
        { keys: 'Ctrl+C', does: 'End what runs; copy what is selected' },
        { keys: 'Ctrl+Backspace', does: 'Rub out a word (Ctrl+W is the browser’s)' },
        { keys: 'Esc, then Tab', does: 'Leave it' },
      ],
    },
    {
      title: 'In the text of a file',
      rows: [
        { keys: 'Tab', does: 'Leave it' },
        { keys: 'Ctrl+]', does: 'Indent' },
        { keys: 'Ctrl+Space', does: 'What may stand here' },
        { keys: 'F8', does: 'Next problem' },
        { keys: 'Ctrl+Z', does: 'Undo typing' },
      ],
    },
    {
      title: 'In tabs, tables and lists',
      rows: [
        { keys: '← → Home End', does: 'Another tab' },
        { keys: '↑ ↓ ← →', does: 'Another cell or step' },
        { keys: 'Enter', does: 'Ask the cell, go to the step' },
      ],
    },
  ],
  note: 'Where AltGr types a character with one of these letters, it types.',
  mapKey: (key: string) => `${key} opens this list`,
  tourAgain: 'Show the tour',
  undone: (what: string) => `Undone: ${what}.`,
  redone: (what: string) => `Done again: ${what}.`,
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
  reloaded: 'systemd has loaded its units.',
  file: (path: string) => `File ${path}.`,
  theme: (name: string) => `Theme: ${name}.`,
} as const;

/** The words of the tour. All steps together are read in less than a minute. */
export const TOUR = {
  label: 'Tour',
  said: 'A short tour stands at the top of the page. Escape skips it.',
  count: (stop: number, of: number) => `Tour, ${stop} of ${of}`,
  back: 'Back',
  next: 'Next',
  done: 'Done',
  skip: 'Skip the tour',
  steps: {
    task: {
      title: 'The task',
      text: 'What you are asked. The tasks look at the node themselves, all the time: there is nothing to hand in.',
    },
    beaten: {
      title: 'The files',
      text: 'The node’s own files. A struck line is beaten: what it says does not hold. The words behind it name the winner and lead there.',
    },
    files: {
      title: 'The files',
      text: 'The node’s own files. What you type is on disk at once, and nowhere else yet.',
    },
    strip: {
      title: 'Disk, systemd, kubelet',
      text: 'On disk, loaded, running: three things, and they may differ. A button in brass is owed: it carries your edit on.',
    },
    ask: {
      title: 'The request line',
      text: 'Ask the kubelet with curl, as on the node itself, or take a ready request.',
    },
    picture: {
      title: 'The way of a request',
      text: 'How far it came, and three questions: did it reach, who am I, may I. Each reason leads to the line or rule that decided.',
    },
    keys: {
      title: 'Keys',
      list: 'All keys',
      text: 'All of it works by keyboard: ? lists the keys. This tour is found there, too.',
    },
  },
} as const;
