/** The words of "who may do what". */
export const GRID = {
  tab: 'Who may do what',
  loading: 'Everybody is asking everywhere…',
  table: (port: number) => `Who may do what at port ${port}`,
  corner: 'Who',
  port: 'Port',
  roles: { main: '10250', 'read-only': '10255', healthz: '10248' },
  moved: (port: number, after: number) => `${port} → ${after}`,
  changes: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  from: 'From',
  froms: { network: 'network', node: 'this node' },
  fromTitles: {
    network: 'As another machine reaches the node, by its address',
    node: 'As you reach it on the node, by localhost',
  },
  show: 'Show',
  open: 'only open to strangers',
  differing: 'only what changes',
  none: {
    open: 'Nothing at this port is open to strangers, now or after a restart.',
    differing: 'A restart changes nothing at this port.',
    both: 'A restart changes nothing at this port that is open to strangers.',
  },
  showAll: 'Show all',
  states: { allowed: 'allowed', refused: 'refused', closed: 'closed', failed: 'failed' },
  endpoint: (path: string, how: string) => (how === '' ? path : `${path} ${how}`),
  cell: (who: string, what: string, text: string, state: string) =>
    text === state ? `${who}, ${what}: ${state}` : `${who}, ${what}: ${text}, ${state}`,
  becomes: (text: string, state: string) =>
    text === state ? `would become ${state}` : `would become ${text}, ${state}`,
  detail: 'The chosen cell',
  gives: (what: string) => `gives ${what}`,
  now: 'Now',
  after: 'After a restart',
  ask: 'Ask it',
  askKeys: 'Enter',
  legend: 'Arrow keys choose a cell, Enter asks it. A door is open where somebody gets an answer at an endpoint.',
} as const;
