import { clockText } from '#engine/time.ts';

/** "1 restart", "no file", "3 requests". */
function counted(count: number, what: string): string {
  return `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
}

/** All words that the session itself says, in one table. */
export const WORDS = {
  stages: {
    connect: 'Connect',
    tls: 'TLS',
    route: 'Route',
    authenticate: 'Authenticate',
    authorize: 'Authorize',
    admit: 'Admit',
    handle: 'Handle',
  },
  notReached: 'not reached',
  answers: { yes: 'Yes', no: 'No', nobodyAsks: 'Nobody asks', notAsked: 'Not asked' },
  reached: (port: number, spoken: string, route: string) => `Through port ${port} by ${spoken}: ${route}`,
  endedBefore: (stage: string) => `The request ended at ${stage}, before this was asked.`,
  grantAllows: (user: string, question: string, node: string) =>
    `Allows ${user} exactly this: ${question} on node ${node}.`,
  partAt: (stage: string) => `They part at ${stage}.`,
  goesOn: 'goes on',
  endsHere: 'ends here',
  neverCame: 'never came here',
  endAlike: (stage: string, headline: string) => `They end alike: at ${stage}, with ${headline}.`,
  sameAllTheWay: 'All gates found the same.',
  notAbsolute: 'Give the whole path, from / on, without . or .. in it.',
  isDirectory: (path: string) => `${path} is a directory.`,
  isFile: (path: string) => `${path} is a file, so nothing can lie in it.`,
  ownWay: (restarts: number, files: number, requests: number) =>
    `You needed ${counted(restarts, 'restart')}, changed ${counted(files, 'file')} and sent ${counted(requests, 'request')} by curl.`,
  rightWay: (commands: number, restarts: number) =>
    `The way below takes ${counted(commands, 'command')}, ${restarts === 0 ? 'none' : restarts} of them to restart the kubelet.`,
  ownHands: (commands: number, edits: number) =>
    `It took ${counted(commands, 'command')} and ${counted(edits, 'edit')} of yours, not counting those that only look at a node or lead to one.`,
  triedRestarted: 'Tried on a copy that was restarted.',
  triedUpgraded: 'Tried on a copy that kubeadm upgraded and that was restarted.',
  endsAtRestart: 'It works now, but would not after the next restart.',
  waitingForOne: (title: string) => `Looked at once “${title}” is met.`,
  waitingForSeveral: 'Looked at once the tasks above are met.',
  neverLoaded: 'never loaded',
  notRunning: 'not running',
  neverBegan: 'systemd could not run it',
  ended: 'ended with status',
  unchanged: 'as at the start',
  installed: (version: string) => `installed ${version}`,
  versions: (installed: string, running: string) => `installed ${installed}, running ${running}`,
  runsOn: (version: string) => `${version} goes on running until the kubelet is started again`,
} as const;

/** `09:14` of a moment in UTC. */
export function minuteText(at: number): string {
  return clockText(at).slice(0, 5);
}

/** How long ago, roughly: "just now", "14 s ago", "3 min ago". */
export function agoText(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min ago`;
  return `at ${minuteText(at)}`;
}
