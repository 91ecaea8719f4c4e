/** The words that narrow the list of scenarios. */
export const FILTERS = {
  label: 'Find a scenario',
  text: 'Search',
  difficulty: 'How hard',
  difficulties: { 1: 'one edit', 2: 'find and mend', 3: 'in several places' },
  minutes: 'How long',
  atMost: (minutes: number) => `up to ${minutes} min`,
  domain: 'CKS domain',
  cis: 'CIS 1.12',
  standing: 'Progress',
  standings: { open: 'not solved', solved: 'solved' },
  any: 'any',
  all: 'Show all',
  shown: (shown: number, all: number) => (shown === all ? `${all} scenarios` : `${shown} of ${all} scenarios`),
} as const;
