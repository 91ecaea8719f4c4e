const UNFINISHED: Readonly<Record<string, string>> = {
  title: 'The lab needs a title, of 200 characters at most.',
  message: 'The message is too long: 20 paragraphs of 2,000 characters at most.',
  items: 'Choose at least one scenario, or one exam; 50 at most.',
  seed: 'A seed is a whole number from 1 to 999,999,999.',
  minutes: 'The time is a whole number of minutes from 1 to 600.',
  packs: 'A scenario of your own is longer than 200,000 characters.',
};

/** What is said about reading a lab. */
export const LAB_WORDS = {
  tooLarge: 'The file is larger than 2 MB, which no lab is.',
  notJson: 'This is not a lab: it is not JSON.',
  notALab: (at: string) =>
    at === ''
      ? 'This is not a lab that Portside can read.'
      : `This is not a lab that Portside can read: see ${at.slice(0, 80)}.`,
  brokenPack: (problem: string) => `A scenario of this lab cannot be read: ${problem.slice(0, 200)}`,
  unfinished: (at: string) => UNFINISHED[at.split('.')[0] ?? ''] ?? 'Something in the form cannot be.',
  unknownItem: (id: string) => `This page holds no scenario or exam called ${id.slice(0, 60)}, which the lab asks for.`,
  noItem: (number: number) => `The lab has no item ${number}.`,
  notBegun: 'The lab has not begun.',
  over: 'The time is over. What was done until then can be handed in.',
  nothingDone: 'Nothing was opened yet, so there is nothing to hand in.',
  tooLong: 'What was done is too much for a result: a step holds more than 128 KB, or there are more than 5,000.',
} as const;
