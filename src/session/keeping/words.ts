/** What is said about keeping, importing and exporting a run. */
export const KEEPING = {
  saved: 'saved',
  saving: 'saving…',
  unsaved: {
    full: 'not saved: this browser’s storage is full',
    shut: 'not saved: this browser keeps nothing for this page',
    elsewhere: 'not saved: open in another tab',
    overtaken: 'not saved: another tab went on',
  },
  notices: {
    full: 'This browser’s storage is full. What you do now is not saved; export it, or free some space and go on.',
    shut: 'This browser keeps nothing for this page. What you do is gone when you leave; export it before.',
    elsewhere: 'This scenario is open in another tab, too. Nothing you do here is saved until you decide.',
    overtaken: 'Another tab went on with this run. What you do here is no longer saved.',
    'set-aside': 'An earlier run could not be read. It is kept aside, untouched, and this one begins anew.',
    newer: 'An earlier run was saved by a newer version of this page. It is kept aside, untouched.',
    copy: 'This tab now keeps a copy of its own. The timeline lists it.',
  },
  tooLarge: 'The file is larger than 2 MB. A run of an hour is a few hundred kilobytes.',
  notJson: 'This is not a file that Portside exported: it is not JSON.',
  newer: 'This run was saved by a newer version of Portside.',
  notARun: (at: string) =>
    at === ''
      ? 'This is not a run that Portside can read.'
      : `This is not a run that Portside can read: see ${at.slice(0, 80)}.`,
  otherScenario: (id: string, title: string) =>
    `This is a run of another scenario, ${id.slice(0, 60)}. Here is ${title}.`,
  tooCostly: 'Replaying this run would take too long. It is refused.',
  offered: (steps: number, asked: number, ahead: number) =>
    `${count(steps, 'step')}, ${count(asked, 'request')} among them${ahead === 0 ? '' : `; ${ahead} undone`}.`,
  failed: 'This run could not be replayed.',
} as const;

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}
