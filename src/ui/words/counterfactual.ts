/** The words of the search for what would make a request get another answer. */
export const COUNTERFACTUAL = {
  title: 'What would make this…',
  answers: { '200': '200', '401': '401', '403': '403', refused: 'refused' },
  isNow: 'this is the answer it got',
  looking: (tried: number, pairs: boolean) =>
    pairs ? `No single change does it. Pairs of changes… ${tried} tried` : `Looking… ${tried} tried`,
  found: (count: number, wanted: string, pairs: boolean) =>
    `${pairs ? 'No single change makes this' : 'This becomes'} ${wanted}${pairs ? `; two at once do, in ${ways(count)}` : ` in ${ways(count)}`}. Each was run on a copy of the node.`,
  none: (tried: number, wanted: string) =>
    `Nothing among ${tried === 1 ? 'the changes that were tried, one,' : `${tried} changes`} makes this ${wanted}: no setting that decides who gets in, no rule, no credential on this node, no two of them.`,
  already: (wanted: string) =>
    `Asked again now, it would be ${wanted} as things are: the node is no longer as it was then.`,
  list: (wanted: string) => `What would make this ${wanted}`,
  comes: (outcome: string) => `Then: ${outcome}`,
  how: 'How',
  howTo: (sentence: string) => `: ${sentence}`,
  dangerous: 'dangerous',
  breaks: 'breaks something',
  tryIt: 'Try it',
  tryLine: (sentence: string) => `Try it: ${sentence}`,
  on: (node: string) => `on ${node}`,
  apply: 'For kubectl apply -f -',
  copyYaml: 'Copy the YAML',
  copyCommand: 'Copy the command',
  copyLine: 'Copy the line',
  wait: (seconds: number) =>
    `Then wait ${seconds} seconds: so long the kubelet remembers what the API server said before.`,
  removed: 'removed: ',
  added: 'added: ',
} as const;

function ways(count: number): string {
  return count === 1 ? 'one way' : `${count} ways`;
}
