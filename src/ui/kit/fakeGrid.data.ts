import type { GridCellView, GridRowView, GridView, SessionGrid } from '#session/view/grid.ts';

const allowed: GridCellView = { state: 'allowed', text: '200', after: null };
const refused: GridCellView = { state: 'refused', text: '403', after: null };
const unknown: GridCellView = { state: 'refused', text: '401', after: null };
const closed: GridCellView = { state: 'closed', text: 'closed', after: null };
const closing: GridCellView = { ...allowed, after: { state: 'refused', text: '401' } };
const opening: GridCellView = { ...closed, after: { state: 'allowed', text: '200' } };
const failed: GridCellView = { state: 'failed', text: '404', after: null };

function row(id: string, words: string, main: readonly GridCellView[], stranger = false): GridRowView {
  const plain = main.map((_, index) => (index === 0 ? opening : closed));
  return { id, name: id, words, stranger, cells: [main, plain, main.map(() => failed)] };
}

/** A grid with every kind of cell. */
export const GRID_VIEW: GridView = {
  from: 'network',
  ports: [
    { role: 'main', port: 10250, portAfter: 10250 },
    { role: 'read-only', port: 10255, portAfter: 10255 },
    { role: 'healthz', port: 10248, portAfter: 10249 },
  ],
  endpoints: [
    { id: '/healthz', path: '/healthz', how: '', gives: 'whether the kubelet is well' },
    { id: '/pods', path: '/pods', how: '', gives: 'every pod' },
    { id: '/exec POST', path: '/exec', how: 'POST', gives: 'a command in a container' },
  ],
  rows: [
    row('stranger', 'shows no credential', [closing, closing, unknown], true),
    row('bob', 'certificate bob.crt: user bob, group dev', [refused, refused, refused]),
    row('admin', 'certificate admin.crt: user admin', [allowed, allowed, allowed]),
  ],
  outlook: {
    kind: 'differs',
    closes: 2,
    opens: 3,
    others: 0,
    words: 'A restart would close 2 doors and open 3 doors.',
  },
  notes: ['Container paths name nginx in pod default/web-node01.'],
};

/** The fake session's grid. */
export const FAKE_GRID: SessionGrid = {
  view: (from) => ({ ...GRID_VIEW, from }),
  cell: ({ row: id, endpoint }) => ({
    now: { state: 'refused', text: '403', sentence: `No rule grants ${endpoint} to ${id}.`, causes: [] },
    after: null,
    line: id === 'admin' ? null : `curl -sk https://localhost:10250${endpoint.split(' ')[0]}`,
    withheld: id === 'admin' ? 'No file on this node holds its credential.' : '',
  }),
};
