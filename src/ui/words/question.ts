/** The words of a task that asks something. */
export const QUESTION = {
  answer: 'Answer',
  answerTo: (title: string) => `Answer: ${title}`,
} as const;
