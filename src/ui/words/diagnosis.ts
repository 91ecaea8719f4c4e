/** The words of what was recognised in the learner's work. */
export const DIAGNOSIS = {
  title: 'Worth asking yourself',
  explain: 'Why?',
  answer: 'Show the answer',
  more: (count: number) => (count === 1 ? 'One more thing to ask' : `${count} more things to ask`),
} as const;
