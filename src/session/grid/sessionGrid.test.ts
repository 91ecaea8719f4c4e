import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridRequest } from '#engine/kubelet/requestGrid.ts';
import {
  after,
  base,
  CONFIG,
  configText,
  FLAGS,
  FURTHER_LINES,
  NODE,
  nodeOf,
  reload,
  restart,
  type Settings,
  started,
  stop,
  textOf,
  UNIT,
  wait,
  write,
} from '#engine/world/playground.fixture.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { prepareCurl } from '#shell/commands/curl/prepare.ts';
import { DROP_IN, practice, FLAGS as STRAY } from '../practice.fixture.ts';
import type { GridFrom, GridView } from '../view/grid.ts';
import { cellEnd } from './cell.ts';
import { curlLine } from './lines.ts';
import { gridPainter, type Painting, sessionGrid } from './sessionGrid.ts';

const PACK = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');

/** How a request ends when it is really sent. */
function sent(world: World, request: Parameters<typeof gridRequest>): ReturnType<typeof cellEnd> {
  const { trace } = step(world, { type: 'request', node: NODE, request: gridRequest(...request) });
  if (trace.kind !== 'request') throw new Error('no request was sent');
  return cellEnd(trace.answer);
}

/** Compares every cell with a request that `step` makes, now and after a restart that `step` makes. */
function compareAll(world: World, from: GridFrom): GridView {
  const view = sessionGrid(() => world, NODE).view(from);
  const { now, after: behind }: Painting = gridPainter(NODE)(world, from);
  const restarted = after(world, reload, restart);
  for (const [at, row] of view.rows.entries()) {
    for (const [door, cells] of row.cells.entries()) {
      for (const [ask, cell] of cells.entries()) {
        const [here, there] = [now, behind].map((side) => {
          const [where, what, who] = [side.doors[door], side.asks[ask], side.offers[at]];
          if (where === undefined || what === undefined || who === undefined) throw new Error('no such cell');
          return [where, what, who] as const;
        });
        if (here === undefined || there === undefined) throw new Error('no such cell');
        const [really, then] = [sent(world, [...here]), sent(restarted, [...there])];
        const where = `${row.id} at ${view.endpoints[ask]?.id} on ${view.ports[door]?.port}`;
        expect([where, cell.state, cell.text]).toEqual([where, really.state, really.text]);
        expect([where, cell.after ?? really]).toEqual([where, then]);
      }
    }
  }
  return view;
}

const settings: fc.Arbitrary<Settings> = fc.record({
  anonymous: fc.boolean(),
  webhook: fc.boolean(),
  clientCA: fc.boolean(),
  mode: fc.constantFrom('Webhook', 'AlwaysAllow'),
  rest: fc.array(fc.constantFrom(...FURTHER_LINES), { maxLength: 2 }),
  flags: fc.array(fc.constantFrom(...FLAGS), { maxLength: 2 }),
});

test('every cell is what a real request gets, and what it gets after a real restart, whatever the files say', () => {
  fc.assert(
    fc.property(settings, fc.constantFrom('network', 'node'), ({ flags, ...typed }, from) => {
      const dropIn = textOf(started(), DROP_IN).replace('config.yaml', `config.yaml ${flags.join(' ')}`);
      compareAll(after(started(), write(CONFIG, configText({ ...typed, flags })), write(DROP_IN, dropIn)), from);
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('every cell of the scenario, before and after its repair', () => {
  const one = practice(PACK);
  expect(one.session.grid.view('network').outlook).toMatchObject({ kind: 'same', closes: 0, opens: 0 });
  one.replace(DROP_IN, STRAY, '');
  const { outlook, rows } = one.session.grid.view('network');
  expect(outlook).toMatchObject({ kind: 'differs', opens: 0 });
  expect(outlook.words).toBe(`A restart would close ${outlook.closes} doors and open none.`);
  const stranger = rows.find(({ id }) => id === 'stranger');
  expect(stranger?.cells[0]?.[0]).toEqual({
    state: 'allowed',
    text: '200',
    after: { state: 'refused', text: '401' },
  });
  one.session.commands.daemonReload();
  one.session.commands.restart();
  const mended = one.session.grid.view('network');
  expect(mended.outlook.kind).toBe('same');
  expect(mended.rows.map(({ cells }) => cells[0]?.[0]?.text)).toEqual(
    rows.map(({ cells }) => cells[0]?.[0]?.after?.text ?? cells[0]?.[0]?.text),
  );
});

test('what curl sends for a cell that can be asked is the very request of the cell', () => {
  for (const from of ['network', 'node'] as const) {
    const world = after(started(), write(CONFIG, `${textOf(started(), CONFIG)}readOnlyPort: 10255\n`), restart);
    const { now, identities, endpoints } = gridPainter(NODE)(world, from);
    let lines = 0;
    for (const [door, target] of now.targets.entries()) {
      for (const [ask, endpoint] of endpoints.entries()) {
        for (const [at, { options }] of identities.rows.entries()) {
          if (options === null) continue;
          const line = curlLine(target, endpoint, options);
          const prepared = prepareCurl(line, { world, node: NODE, workingDirectory: '/root' });
          if (prepared.kind === 'done') throw new Error(`${line}: ${prepared.stderr}`);
          const [where, what, who] = [now.doors[door], now.asks[ask], now.offers[at]];
          if (where === undefined || what === undefined || who === undefined) throw new Error('no such cell');
          expect([line, prepared.event]).toMatchObject([line, { request: gridRequest(where, what, who) }]);
          lines += 1;
        }
      }
    }
    expect(lines).toBe(3 * 10 * 7);
  }
});

test('a cell is told at length, with the gate that decided and the line that asks', () => {
  const one = practice(PACK);
  one.replace(DROP_IN, STRAY, '');
  const { grid } = one.session;
  grid.view('network');
  const at = { from: 'network', role: 'main', endpoint: '/pods' } as const;
  expect(grid.cell({ ...at, row: '/root/bob.crt' })).toMatchObject({
    now: { state: 'allowed', text: '200' },
    after: { state: 'refused', text: '403', sentence: expect.stringContaining('may bob get nodes/pods') },
    line: 'curl -sk --cert bob.crt --key bob.key https://10.0.0.11:10250/pods',
  });
  expect(grid.cell({ ...at, row: 'api-server' })).toMatchObject({ line: null, withheld: expect.stringMatching(/key/) });
  expect(grid.cell({ ...at, row: 'nobody' })).toBeNull();
});

test('a kubelet that would not start closes every door, and says why', () => {
  const world = after(started(), write(CONFIG, 'kind: KubeletConfiguration\nnoSuchField: 1\n'));
  const { outlook } = compareAll(world, 'node');
  expect(outlook.kind).toBe('fails');
  expect(outlook.words).toMatch(
    /^After a restart no kubelet would run\. All \d+ open doors close\. It would not start: /,
  );
}, 60_000);

test('a unit that systemd refuses leaves what runs as it is', () => {
  const world = after(started(), write(DROP_IN, '[Service]\nExecStart=\n'));
  const { outlook } = compareAll(world, 'network');
  expect(outlook).toMatchObject({ kind: 'kept', closes: 0, opens: 0, others: 0 });
}, 60_000);

test('where no kubelet runs, a start would open doors', () => {
  expect(compareAll(base().world, 'node').outlook.words).toMatch(/^A start would open \d+ doors and close none\.$/);
  expect(compareAll(after(started(), stop), 'node').outlook.opens).toBeGreaterThan(0);
}, 60_000);

test('a port that moves is looked at where it is, and where it will be', () => {
  const world = after(started(), write(CONFIG, `${textOf(started(), CONFIG)}port: 10260\nreadOnlyPort: 10265\n`));
  const view = compareAll(world, 'network');
  expect(view.ports.map(({ port, portAfter }) => [port, portAfter])).toEqual([
    [10250, 10260],
    [10255, 10265],
    [10248, 10248],
  ]);
}, 60_000);

test('time passes in the grid too: credentials run out', () => {
  const world = after(started(), wait(400 * 86_400));
  const view = compareAll(world, 'network');
  expect(view.rows.find(({ id }) => id === '/root/admin.crt')?.cells[0]?.[0]?.text).toBe('401');
}, 60_000);

test('the world is not touched, and an unchanged one is not asked again', () => {
  const world = started();
  const before = JSON.stringify(world);
  const grid = sessionGrid(() => world, NODE);
  const view = grid.view('network');
  expect(grid.view('network')).toBe(view);
  expect(JSON.stringify(world)).toBe(before);
  expect(nodeOf(world).host.files[UNIT]).toBeDefined();
});
