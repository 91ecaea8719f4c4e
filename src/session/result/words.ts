/** Why a file is no result, or cannot be judged. */
export const RESULT_WORDS = {
  tooLarge: 'It is larger than 2 MB. A result of two hours is a few hundred kilobytes.',
  notJson: 'It is not JSON.',
  lab: 'It is a lab, not a result.',
  run: 'It is a run exported from a scenario, not a result. Results come from “Hand in”.',
  notAResult: (at: string) =>
    at === '' ? 'It is no result.' : `It is no result that can be read: see ${at.slice(0, 80)}.`,
  newer: 'A newer version of Portside wrote it.',
  otherRun: (part: string) => `Its run for ${part.slice(0, 60)} is a run of another scenario.`,
  places: (part: string) => `Its run for ${part.slice(0, 60)} says that more steps were done than it has.`,
  twice: (part: string) => `It holds ${part.slice(0, 60)} twice.`,
  stranger: (part: string) => `It holds ${part.slice(0, 60)}, which is not in the lab.`,
  unknown: (part: string) =>
    `There is no scenario ${part.slice(0, 60)} here. If it is the instructor’s own, read the lab’s file as well.`,
  unchecked: (part: string) =>
    `The checks of ${part.slice(0, 60)} were left out of the learners’ file. Read the instructor’s file of the lab.`,
  tooCostly: 'Replaying it would take too long. It was given up.',
  unreadable: 'It cannot be read.',
  brokenCode: 'The code is damaged: what it carries cannot be unpacked.',
  noCode: 'There is no code in this text. A code begins with portside-result.',
  learnersLab:
    'This is the learners’ file of the lab: its checks were left out, so nothing can be scored with it. Use the instructor’s file.',
  failed: 'It could not be replayed.',
} as const;
