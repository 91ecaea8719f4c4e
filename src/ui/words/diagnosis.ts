/** The words of what was recognised in the learner's work. */
export const DIAGNOSIS = {
  title: 'Worth asking yourself',
  explain: 'Why?',
  answer: 'Tell me',
  more: (count: number) => (count === 1 ? 'One more thing to ask' : `${count} more things to ask`),
} as const;
