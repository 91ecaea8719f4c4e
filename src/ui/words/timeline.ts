import type { NoticeOffer } from '#session/view/timeline.ts';

/** The words of the timeline, of what differs from the start, and of keeping and sharing. */
export const TIMELINE = {
  tab: 'Timeline',
  steps: 'Steps',
  start: 'Start of the scenario',
  goTo: 'Go there',
  hint: 'Arrow keys move, Enter goes there. What was undone stays until you do something new.',
  none: 'Nothing done yet. What you do will stand here, and you can go back to any of it.',
  here: 'you are here',
  ahead: 'undone',
  answered: 'answer',

  noteOn: (step: string) => `Note on: ${step}`,
  noteOnRun: 'Note on the whole run',
  note: 'Note',

  changes: 'Changes since the start',
  noChanges: 'All files are as they were at the start.',
  lines: (added: number, removed: number) => `+${added} −${removed}`,
  linesSpoken: (added: number, removed: number) => `${added} lines added, ${removed} removed`,
  added: 'added: ',
  removed: 'removed: ',
  tooDifferent: 'The two texts have too little in common to show it line by line.',
  noNewline: 'no newline at the end',
  openFile: (file: string) => `Open ${file}`,

  exportRun: 'Export',
  exportTitle: 'Saves this run as a file',
  importRun: 'Import…',
  importTitle: 'Opens a run from a file',
  file: 'Run to import',
  link: 'Copy link',
  linkTitle: 'A link that carries this run',
  linkCopied: 'The link is in the clipboard.',
  linkHere: 'The link to this run',
  linkTooLong: 'This run is too long for a link. Export it as a file.',
  linkImpossible: 'This browser cannot make a link. Export the run as a file.',

  offered: 'Open this run?',
  offeredFrom: { file: 'A file brings a run: ', link: 'A link brings a run: ' },
  untrusted: 'It was made elsewhere. It stays in this page and is played again from the start.',
  replaces: 'It takes the place of the run that is here, which is not kept unless you export it first.',
  refused: 'This run is not opened',
  accept: 'Open it',
  refuse: 'Keep what is here',
  exportFirst: 'Export what is here',

  kept: 'Kept beside this run',
  keptKinds: { copy: 'copy', aside: 'could not be read', run: 'the run of this scenario' },
  openKept: 'Open',
  removeKept: 'Delete',
} as const;

/** Why what a file or a fragment holds is not even looked at. */
export const UNREADABLE = {
  fileTooLarge: 'The file is larger than 2 MB. A run of an hour is a few hundred kilobytes.',
  fileUnread: 'The file could not be read.',
  linkTooLong: 'The link is longer than 64 KB. No run that Portside shares is that long.',
  linkTooLarge: 'What the link unpacks to is larger than 2 MB.',
  linkBroken: 'The link is damaged: what it carries cannot be unpacked.',
} as const;

/** The bar over the files that tells of trouble with keeping. */
export const NOTICES = {
  label: 'Notices',
  offers: {
    export: 'Export',
    'take-over': 'Go on here',
    copy: 'Keep as a copy',
    dismiss: 'All right',
  } satisfies Record<NoticeOffer, string>,
  /** What an offer does, for those who hesitate. */
  titles: {
    export: 'Saves this run as a file',
    'take-over': 'What the other tab did meanwhile is kept as a copy',
    copy: 'This tab gets a run of its own; the other tab keeps its own, too',
    dismiss: 'Takes this notice away',
  } satisfies Record<NoticeOffer, string>,
} as const;
