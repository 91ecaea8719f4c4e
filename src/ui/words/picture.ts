/** The words of the picture: doors, canal, transport, comparison, and the three questions under it. */
export const PICTURE = {
  through: (number: number, port: number) => `request ${number}, through port ${port}`,
  cameHere: (number: number) => `, request ${number} came here`,
  gatesOf: (number: number) => `Gates of request ${number}`,
  yetToCome: 'yet to come',

  transport: 'Travel',
  keys: 'Arrow keys step, P plays and pauses, Home replays, End shows the answer.',
  replay: 'Replay',
  back: 'Step back',
  play: 'Play',
  pause: 'Pause',
  forward: 'Step forward',
  speed: 'Speed',
  speeds: [
    { value: 0.125, label: '⅛×' },
    { value: 0.25, label: '¼×' },
    { value: 0.5, label: '½×' },
    { value: 1, label: '1×' },
    { value: 2, label: '2×' },
  ],
  knocks: (port: number) => `The request comes to port ${port}.`,
  at: (gate: string) => `${gate}: `,
  request: (number: number) => `Request ${number}`,

  compareWith: 'Compare with',
  compareNothing: 'no other',
  compareOption: (number: number, headline: string, line: string) => `${number}: ${headline}  ${line}`,
  compare: 'Compare',
  comparing: 'Compared',
  compareRequest: (number: number) => `Compare with request ${number}`,
  comparison: 'Comparison',
  partHere: 'they part here',
  because: 'because',
  and: ', ',
  differBefore: (gates: string) => `Before that they already differ at ${gates}, where both go on.`,
  differ: (gates: string) => `They differ at ${gates}, where both go on.`,

  questions: 'Three questions',
  asked: { reach: 'Did it reach?', who: 'Who am I?', may: 'May I?' },
  standings: { yes: 'yes', no: 'no', unasked: 'nobody asks', 'not-asked': 'not asked' },

  reviews: (count: number) => (count === 1 ? 'SubjectAccessReview' : `${count} SubjectAccessReviews`),
  reviewsTitle: 'What the kubelet asked the API server',
  reviewsNote: 'In the order in which they were asked. The kubelet sends these fields, by default encoded as protobuf.',
  remembered: 'The kubelet remembered this answer and did not ask again.',
  role: 'Smallest Role',
  roleTitle: 'The smallest Role that would be enough',
  dangerous: 'dangerous',
  copyReview: (title: string) => `Copy the review of ${title}`,
  copyRole: 'Copy the YAML',
  apply: 'For kubectl apply -f -',
} as const;

/** What the copy button says. */
export const COPY = {
  copy: 'Copy',
  copied: 'Copied.',
  failed: 'The browser did not let it be copied: select the text instead.',
} as const;
