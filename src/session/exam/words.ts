/** What is printed on the jump host of an exam. */
export const JUMP_HOST = {
  closed: (host: string) => `logout\nConnection to ${host} closed.\n`,
  stays: 'This is the first shell: it stays open.',
  help(hosts: readonly string[]): string {
    const width = Math.max(...hosts.map((host) => host.length));
    const lines = hosts.map((host, index) => `  ssh ${host.padEnd(width)}  question ${index + 1}`);
    return ["Nothing is solved here. Log in to a question's host:", ...lines].join('\n');
  },
  kubectl: 'kubectl is not configured here: solve each question on its own host, ssh HOST.',
  noCommand: (name: string, host: string) =>
    `bash: ${name}: command not found. Nothing is solved here: log in with ssh ${host}.`,
  usage: 'usage: ssh [root@]HOST',
  noHost: (name: string) => `ssh: Could not resolve hostname ${name.toLowerCase()}: Name or service not known`,
  denied: (target: string) => `${target}: Permission denied (publickey).`,
  noCommandBehind: 'portside: a command behind ssh is not modelled: log in first, then type it.',
  turned: (host: string, question: number) =>
    `${host} is the host of question ${question}: that question and its terminal are on the screen now.`,
} as const;

/** What a report says beside what the checks found. */
export const REPORT = {
  waited: (titles: readonly string[]) =>
    `It is judged once ${titles.map((title) => `“${title}”`).join(' and ')} ${titles.length === 1 ? 'is' : 'are'} met.`,
  held: 'That was so from the start, so it counts only when the whole task is met.',
  unkept: 'nothing is kept here',
  nothingLeft: 'The question had no points left that this could cost.',
  neverWorked: 'It did not work at the start either.',
} as const;

/** Why an exported exam is not taken up. */
export const EXPORTED = {
  unreadable: 'This is not a file that this exam was exported to.',
  running: 'An exam is being taken here already.',
} as const;
