import type { World } from '../world/world.ts';
import type { ClientCertificate, HttpRequest } from './exchange.ts';
import { type Journey, STAGES, type StageName, type StageResult } from './stage.ts';
import { departure, proceed, STAGE_FUNCTIONS } from './walk.ts';

type Headers = HttpRequest['headers'];

/** A port to knock at. */
export interface Door extends Pick<HttpRequest, 'address' | 'port' | 'scheme'> {
  /** Headers that go with the place: Host. */
  readonly headers: Headers;
}

/** What is asked for, whoever asks wherever. */
export interface Ask extends Pick<HttpRequest, 'method' | 'path'> {
  readonly headers: Headers;
}

/** What somebody shows of themselves. */
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

/** Where a request stands in its grid: indices, and how its headers and its scheme class it. */
interface Cell {
  readonly ask: number;
  readonly offer: number;
  /** Asks with the same headers share it. */
  readonly headers: number;
  readonly plain: boolean;
}

/** The request of one cell of a grid. */
export function gridRequest(door: Door, ask: Ask, offer: Offer): HttpRequest {
  const { address, port, scheme } = door;
  return {
    address,
    port,
    scheme,
    method: ask.method,
    path: ask.path,
    headers: [...door.headers, ...ask.headers, ...offer.headers],
    ...(offer.certificate === undefined ? {} : { certificate: offer.certificate }),
  };
}

/**
 * What of a cell each gate of one door looks at: two cells with the same key get the same result there. A plain port has
 * no authenticator and no authorizer; Go answers plain HTTP at a TLS port by method and path.
 */
const KEYS: Readonly<Record<StageName, (cell: Cell) => string | number>> = {
  connect: () => 0,
  tls: ({ ask, offer, plain }) => (plain ? `${ask}` : offer),
  route: ({ ask }) => ask,
  authenticate: ({ offer, headers }) => `${offer} ${headers}`,
  authorize: ({ ask, offer }) => `${ask} ${offer}`,
  handle: ({ ask }) => ask,
};

/**
 * The journeys of all requests of a grid to a node's kubelet, by door, ask and offer: the very ones that `walk` makes of each,
 * with every gate decided once for all requests that it cannot tell apart.
 */
export function walkGrid(
  world: World,
  node: string,
  { doors, asks, offers }: RequestGrid,
): readonly (readonly (readonly Journey[])[])[] {
  const classes = headerClasses(asks);
  return doors.map((door) => {
    const known = Object.fromEntries(STAGES.map((stage) => [stage, new Map()])) as Record<
      StageName,
      Map<string | number, StageResult>
    >;
    return asks.map((ask, askAt) =>
      offers.map((offer, offerAt) => {
        const headers = classes[askAt] ?? 0;
        const cell: Cell = { ask: askAt, offer: offerAt, headers, plain: door.scheme === 'http' };
        return shared(departure(world, node, gridRequest(door, ask, offer)), cell, known);
      }),
    );
  });
}

function shared(
  start: Journey,
  cell: Cell,
  known: Readonly<Record<StageName, Map<string | number, StageResult>>>,
): Journey {
  let journey = start;
  for (const stage of STAGES) {
    const key = KEYS[stage](cell);
    let result = known[stage].get(key);
    if (result === undefined) {
      result = STAGE_FUNCTIONS[stage](journey);
      known[stage].set(key, result);
    }
    journey = proceed(journey, result);
    if (journey.answer !== null) return journey;
  }
  return journey;
}

/** A number for each ask; the same for those whose headers are the same. */
function headerClasses(asks: readonly Ask[]): readonly number[] {
  const texts = asks.map(({ headers }) => JSON.stringify(headers));
  return texts.map((text) => texts.indexOf(text));
}
