import type { Panel } from '../present/panels.ts';

/** The words of the presentation. */
export const PRESENT = {
  start: 'Present',
  startTitle: 'Shows this run step by step, in large type, for a room',
  label: 'Presentation',
  step: (at: number, of: number) =>
    at === 0 ? `Start, ${of} ${of === 1 ? 'step' : 'steps'} ahead` : `Step ${at} of ${of}`,
  begin: 'Start of the scenario',
  panels: {
    story: 'Story',
    file: 'File',
    picture: 'Picture',
    configuration: 'In force',
    journal: 'Journal',
  } satisfies Record<Panel, string>,
  panelList: 'Panels',
  previous: 'Previous step',
  next: 'Next step',
  leave: 'Leave',
  keys: 'Left and right: steps. Up and down: pointer. 1 to 5: panels. Comma and full stop: files. Esc: leave.',
  noSteps:
    'Nothing was done in this run yet, so there is nothing to walk through. Work on it, or import a run, and come back.',
  noRequest: 'No request was sent so far.',
  noFile: 'No file lies open here.',
  pointsAt: (what: string) => `Pointing at: ${what}`,
  added: 'added: ',
  removed: 'removed: ',
  met: 'met',
} as const;
