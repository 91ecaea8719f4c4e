/** The words of the page that tells what to repeat. */
export const PREDICTIONS = {
  pageTitle: 'Your predictions · Portside',
  heading: 'Your predictions',
  lead: 'What you said beforehand, how sure you were, and what the kubelet then answered. Each first guess counts.',
  none: 'You have made no prediction yet. Each lesson ends with three.',
  toPath: 'To the path',
  sum: (right: number, made: number) => `${right} of ${made} right`,
  brier: (score: number) =>
    `Brier score ${score.toFixed(2)}: 0 is perfect; always saying “a guess” gives 0.25. It rewards knowing what you know.`,
  table: 'Predictions by topic',
  columns: {
    topic: 'Topic',
    right: 'Right',
    stated: 'How sure, on average',
    calibration: 'Do they agree?',
    repeat: 'Repeat',
  },
  topics: {
    configuration: 'Configuration',
    ports: 'Ports',
    authentication: 'Authentication',
    certificates: 'Certificates',
    authorization: 'Authorization',
    'api-server': 'The API server',
    kubeadm: 'kubeadm',
  },
  rate: (right: number, made: number) => `${right} of ${made}`,
  percent: (percent: number) => `${Math.round(percent)} %`,
  calibrations: {
    good: 'yes',
    over: 'no, surer than right',
    under: 'no, less sure than right',
    none: 'too few to tell: fewer than three',
  },
  nothing: 'nothing',
} as const;
