import { nodeNamed, type World } from '../world/world.ts';
import { headerValues } from './authn/headers.ts';
import { protocolToken } from './authn/token.ts';
import type { ClientCertificate, HttpRequest } from './exchange.ts';
import type { KubeletProcess } from './process.ts';
import { type Journey, STAGES, type StageName, type StageResult } from './stage.ts';
import { departure, proceed, STAGE_FUNCTIONS } from './walk.ts';

type Headers = HttpRequest['headers'];

/** A port to knock at. */
export interface Door extends Pick<HttpRequest, 'address' | 'port' | 'scheme' | 'tls'> {
  /** Headers that go with the place: Host. */
  readonly headers: Headers;
}

/** What is asked for, whoever asks wherever. */
export interface Ask extends Pick<HttpRequest, 'method' | 'path'> {
  readonly headers: Headers;
}

/** What somebody shows of themselves: an Authorization header, a certificate. */
export interface Offer {
  readonly headers: Headers;
  readonly certificate?: ClientCertificate;
}

/** Requests as the product of three lists. */
export interface RequestGrid {
  readonly doors: readonly Door[];
  readonly asks: readonly Ask[];
  readonly offers: readonly Offer[];
}

/** The request of one cell of a grid. Without TLS there is no handshake in which to show a certificate. */
export function gridRequest(door: Door, ask: Ask, offer: Offer): HttpRequest {
  const { address, port, scheme, tls } = door;
  const secure = scheme === 'https';
  return {
    address,
    port,
    scheme,
    method: ask.method,
    path: ask.path,
    headers: [...door.headers, ...ask.headers, ...offer.headers],
    ...(secure && offer.certificate !== undefined ? { certificate: offer.certificate } : {}),
    ...(secure && tls !== undefined ? { tls } : {}),
  };
}

/** Where a request stands in its grid: indices, and how its headers and its door class it. */
interface Cell {
  readonly ask: number;
  readonly offer: number;
  /** Asks that authenticators cannot tell apart share it. */
  readonly headers: number;
  /** Plain HTTP. */
  readonly plain: boolean;
  /** How many asks the grid has. */
  readonly asks: number;
}

/**
 * What of a cell each gate of one door looks at: two cells with the same key get the same result there. A plain port has
 * no authenticator and no authorizer; Go answers plain HTTP at a TLS port by method and path.
 */
const KEYS: Readonly<Record<StageName, (cell: Cell) => number>> = {
  connect: () => 0,
  tls: ({ ask, offer, plain }) => (plain ? ask : offer),
  route: ({ ask }) => ask,
  authenticate: ({ offer, headers, asks }) => offer * asks + headers,
  authorize: ({ ask, offer, asks }) => offer * asks + ask,
  handle: ({ ask }) => ask,
};

type Known = Readonly<Record<StageName, Map<number, StageResult>>>;

/**
 * What every request of a grid meets at a node's kubelet, by door, ask and offer: the results of the gates that it came to, the
 * very ones that `walk` meets with each, decided once for all requests that a gate cannot tell apart.
 */
export function walkGrid(
  world: World,
  node: string,
  grid: RequestGrid,
): readonly (readonly (readonly (readonly StageResult[])[])[])[] {
  const { doors, asks, offers } = grid;
  const classes = headerClasses(asks);
  const memory = memoryOf(world, node, grid);
  return doors.map((door, index) => {
    const known: Known = { ...(memory[index] ?? nothingKnown()), handle: new Map() };
    const plain = door.scheme === 'http';
    return asks.map((ask, at) =>
      offers.map((offer, by) => {
        const cell = { ask: at, offer: by, headers: classes[at] ?? 0, plain, asks: asks.length };
        return results(world, node, () => gridRequest(door, ask, offer), cell, known);
      }),
    );
  });
}

/** The journey of a cell, from the results of its gates: what `pass` makes of them one after another. */
export function journeyOf(world: World, node: string, request: HttpRequest, met: readonly StageResult[]): Journey {
  const last = met.at(-1);
  const before = last?.answer === undefined ? met : met.slice(0, -1);
  const journey: Journey = Object.assign(departure(world, node, request), ...before.map(({ carry }) => carry), {
    records: before.map(({ record }) => record),
    log: before.flatMap(({ log = [] }) => log),
  });
  return last === undefined || last.answer === undefined ? journey : proceed(journey, last);
}

function results(
  world: World,
  node: string,
  requestOf: () => HttpRequest,
  cell: Cell,
  known: Known,
): readonly StageResult[] {
  const met: StageResult[] = [];
  for (const stage of STAGES) {
    const key = KEYS[stage](cell);
    let result = known[stage].get(key);
    if (result === undefined) {
      result = STAGE_FUNCTIONS[stage](journeyOf(world, node, requestOf(), met));
      known[stage].set(key, result);
    }
    met.push(result);
    if (result.answer !== undefined) return met;
  }
  return met;
}

/**
 * A number for each ask; the same for those that look the same to authenticators, by the token that the ask itself carries.
 * An answer to HEAD has no body, so HEAD is apart.
 */
function headerClasses(asks: readonly Ask[]): readonly number[] {
  const texts = asks.map((ask) => {
    const request = gridRequest(NOWHERE, ask, { headers: [] });
    return JSON.stringify([headerValues(request, 'Authorization'), protocolToken(request), ask.method === 'HEAD']);
  });
  return texts.map((text) => texts.indexOf(text));
}

const NOWHERE: Door = { address: '', port: 0, scheme: 'http', headers: [] };

/** What the gates before the handler said to the latest grid, and all that they looked at. */
interface Memory {
  readonly cluster: World['cluster'];
  readonly now: number;
  readonly version: string;
  readonly address: string;
  readonly takenPorts: readonly string[];
  readonly grid: RequestGrid;
  readonly known: readonly Known[];
}

const memories = new WeakMap<KubeletProcess, Memory>();

/**
 * What is known of a grid by door. Only handlers look at the node's files: while a process and its surroundings stay, an edit
 * changes nothing that an earlier gate said.
 */
function memoryOf(world: World, name: string, grid: RequestGrid): readonly Known[] {
  const node = nodeNamed(world, name);
  const process = node?.kubelet.process ?? null;
  if (node === undefined || process === null) return [];
  const { address, takenPorts } = node.host;
  const memory = memories.get(process);
  const holds =
    memory !== undefined &&
    memory.cluster === world.cluster &&
    memory.now === world.now &&
    memory.version === node.kubelet.version &&
    memory.address === address &&
    memory.takenPorts === takenPorts &&
    sameGrid(memory.grid, grid);
  if (holds) return memory.known;
  const known = grid.doors.map(() => nothingKnown());
  const { version } = node.kubelet;
  memories.set(process, { cluster: world.cluster, now: world.now, version, address, takenPorts, grid, known });
  return known;
}

function nothingKnown(): Known {
  return {
    connect: new Map(),
    tls: new Map(),
    route: new Map(),
    authenticate: new Map(),
    authorize: new Map(),
    handle: new Map(),
  };
}

function sameGrid(left: RequestGrid, right: RequestGrid): boolean {
  return same(left.doors, right.doors) && same(left.asks, right.asks) && same(left.offers, right.offers);
}

/** Whether two lists say the same; most of their items are the very same objects. */
function same<Item>(left: readonly Item[], right: readonly Item[]): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => item === right[index] || JSON.stringify(item) === JSON.stringify(right[index]))
  );
}
