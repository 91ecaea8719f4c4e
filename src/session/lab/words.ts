/** What is said about reading a lab. */
export const LAB_WORDS = {
  tooLarge: 'The file is larger than 2 MB, which no lab is.',
  notJson: 'This is not a lab: it is not JSON.',
  notALab: (at: string) =>
    at === ''
      ? 'This is not a lab that Portside can read.'
      : `This is not a lab that Portside can read: see ${at.slice(0, 80)}.`,
  brokenPack: (problem: string) => `A scenario of this lab cannot be read: ${problem.slice(0, 200)}`,
} as const;
