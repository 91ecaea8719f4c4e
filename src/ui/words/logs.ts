/** The words of the panel that tells why logs come or do not. */
export const LOGS = {
  tab: 'Logs',
  title: 'Why are my logs broken?',
  works: 'Logs work',
  broken: 'Logs are broken',
  target: 'Log of',
  way: 'The way of the log',
  prints: 'kubectl prints',
  silent: '(nothing: the log is empty)',
  asking: 'Asking…',
  note: 'Asked on a copy of the cluster, each time something changes: it is no step of yours.',
  standings: { passed: 'passed', broken: 'ends here', 'not-reached': 'not reached' },
} as const;
