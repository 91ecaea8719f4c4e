import type { Journey } from '#engine/kubelet/stage.ts';
import { traceOf } from '#engine/world/sendRequest.ts';
import type { Node, World } from '#engine/world/world.ts';
import { afterRestart } from '../judge/fork.ts';
import { latest } from '../latest.ts';
import { stageViews } from '../screen/stages.ts';
import type {
  GridCellDetail,
  GridCellId,
  GridCellView,
  GridEndView,
  GridFrom,
  GridRowView,
  GridView,
  SessionGrid,
} from '../view/grid.ts';
import { cellBetween, cellEnd } from './cell.ts';
import { type Endpoint, endpointsOf, type NamedContainer, namedContainer } from './endpoints.ts';
import { heldIdentities, homeFiles } from './heldFiles.ts';
import { farIdentities, type Identities, joinIdentities, nearIdentities } from './identities.ts';
import type { Identity } from './identity.ts';
import { dayOf } from './issued.ts';
import { curlLine } from './lines.ts';
import { outlookOf } from './outlook.ts';
import { answerAt, journeyAt, type Side, sideOf } from './side.ts';
import { WORDS } from './words.ts';

/** A grid in full: what runs, and what would run after `daemon-reload` and a restart. */
export interface Painting {
  readonly world: World;
  readonly restarted: World;
  readonly container: NamedContainer;
  readonly endpoints: readonly Endpoint[];
  readonly identities: Identities;
  readonly now: Side;
  readonly after: Side;
}

/** Paints grids of a node, and keeps the latest. What did not change since the last world is not computed again. */
export function gridPainter(node: string): (world: World, from: GridFrom) => Painting {
  const held = latest((...home: readonly string[]) => heldIdentities(pairs(home)));
  const far = latest((cluster: World['cluster'], day: number) => farIdentities(cluster, day));
  const joined = latest((cluster: World['cluster'], day: number, now: number, own: Node) =>
    joinIdentities(cluster, nearIdentities(own, held(...homeFiles(own.host.files).flat())), far(cluster, day), now),
  );
  const asked = latest((namespace: string, pod: string, container: string) =>
    endpointsOf({ namespace, pod, container }),
  );
  const restart = latest((world: World) => afterRestart(world, node));
  return latest((world: World, from: GridFrom) => {
    const own = world.nodes[node];
    if (own === undefined) throw new Error(`the grid is of ${node}, which its world lacks`);
    const restarted = restart(world);
    const container = namedContainer([world, restarted], node);
    const { namespace, pod, container: inside } = container;
    const endpoints = asked(namespace, pod, inside);
    const identities = joined(world.cluster, dayOf(world.now), world.now, own);
    const side = (of: World): Side => sideOf(of, node, from, endpoints, identities.rows);
    return { world, restarted, container, endpoints, identities, now: side(world), after: side(restarted) };
  });
}

function pairs(flat: readonly string[]): ReturnType<typeof homeFiles> {
  return flat.flatMap((path, index) => (index % 2 === 0 ? [[path, flat[index + 1] ?? ''] as const] : []));
}

/** The grid of a session's node, as the screen asks for it: cells are those of the view last given, whatever happened since. */
export function sessionGrid(world: () => World, node: string): SessionGrid {
  const paint = gridPainter(node);
  const view = latest((painting: Painting, from: GridFrom) => viewOf(painting, from, node));
  let given: { readonly painting: Painting; readonly from: GridFrom } | null = null;
  return {
    view(from) {
      given = { painting: paint(world(), from), from };
      return view(given.painting, from);
    },
    cell: (id) => detailOf(given?.from === id.from ? given.painting : paint(world(), id.from), id, node),
  };
}

function viewOf(painting: Painting, from: GridFrom, node: string): GridView {
  const { container, endpoints, identities, now, after } = painting;
  const columns = now.answers.map((asks, door) =>
    asks.map((answers, ask) => answers.map((answer, at) => cellBetween(answer, answerAt(after, door, ask, at)))),
  );
  const rows = identities.rows.map((identity, at) => rowOf(columns, identity, at));
  const { namespace, pod, runs } = container;
  return {
    from,
    ports: now.targets.map(({ role, port }, index) => ({ role, port, portAfter: after.targets[index]?.port ?? port })),
    endpoints: endpoints.map(({ id, path, how, gives }) => ({ id, path, how, gives })),
    rows,
    outlook: outlookOf(painting.world, painting.restarted, node, columns.flat(2)),
    notes: [
      runs ? WORDS.pod(namespace, pod, container.container) : WORDS.noPod,
      ...(identities.leftOut > 0 ? [WORDS.leftOut(identities.leftOut)] : []),
    ],
  };
}

/** Cells by port, endpoint and identity. */
type Columns = readonly (readonly (readonly GridCellView[])[])[];

function rowOf(columns: Columns, { id, name, words, options }: Identity, at: number): GridRowView {
  const cells = columns.map((asks) => asks.map((column) => column[at] ?? cellBetween(null, null)));
  return { id, name, words, stranger: options === '', cells };
}

function detailOf(painting: Painting, { role, endpoint, row }: GridCellId, node: string): GridCellDetail | null {
  const { endpoints, identities, now, after } = painting;
  const door = now.targets.findIndex((target) => target.role === role);
  const ask = endpoints.findIndex(({ id }) => id === endpoint);
  const at = identities.rows.findIndex(({ id }) => id === row);
  const [target, asked, identity] = [now.targets[door], endpoints[ask], identities.rows[at]];
  const before = journeyAt(now, node, door, ask, at);
  const behind = journeyAt(after, node, door, ask, at);
  if (target === undefined || asked === undefined || identity === undefined) return null;
  if (before === null || behind === null) return null;
  const changes = cellBetween(before.answer, behind.answer).after !== null;
  return {
    now: endOf(before),
    after: changes ? endOf(behind) : null,
    line: identity.options === null ? null : curlLine(target, asked, identity.options),
    withheld: identity.withheld,
  };
}

/** A journey's end: what the last gate said. */
function endOf(journey: Journey): GridEndView {
  const last = stageViews(traceOf(journey, []), journey.world).findLast(({ state }) => state !== 'not-reached');
  return { ...cellEnd(journey.answer), sentence: last?.sentence ?? '', causes: last?.causes ?? [] };
}
