import { nodeNamed, type World } from '../world/world.ts';
import { headerValues } from './authn/headers.ts';
import { protocolToken } from './authn/token.ts';
import type { Answer, ClientCertificate, HttpRequest } from './exchange.ts';
import type { Kubelet } from './process.ts';
import type { Journey } from './stage.ts';
import { accessAnswer } from './stages/authorize.ts';
import { departure, pass, sentAnswer } from './walk.ts';
import { type Reads, stillReads, watchedHost } from './watchedHost.ts';

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

/** How the requests of a grid end, by door, ask and offer. */
export type GridAnswers = readonly (readonly (readonly Answer[])[])[];

/**
 * What every request of a grid is answered, the very answers that `walk` comes to with each: a gate decides once for all
 * requests that it cannot tell apart, and what a change did not touch is not decided again.
 */
export function gridAnswers(world: World, node: string, grid: RequestGrid): GridAnswers {
  return waysOf(world, node, grid).map((ways) =>
    ways.map((way) => {
      const { ended, ready } = way;
      if (ready === null) return ended.map((answer) => answer ?? NOTHING);
      const handled = handledBy(way, ready, world);
      return ended.map((answer) => answer ?? handled);
    }),
  );
}

/** Never met: a request that no gate answered comes to the handler, which always answers. */
const NOTHING: Answer = { kind: 'reset' };

/** What an ask at a door meets before the handler. */
interface Way {
  /** By offer; null for those who come to the handler. */
  readonly ended: readonly (Answer | null)[];
  /** Somebody who stands before the handler; it cannot tell apart who asks. */
  readonly ready: Journey | null;
  /** What the handler said the last time, and what of the host it looked at. */
  handled: { readonly answer: Answer; readonly reads: Reads } | null;
}

function handledBy(way: Way, ready: Journey, world: World): Answer {
  const host = world.nodes[ready.node]?.host;
  if (way.handled !== null && host !== undefined && stillReads(way.handled.reads, host)) return way.handled.answer;
  const watched = watchedHost(world, ready.node);
  const answer = pass('handle', { ...ready, world: watched.world }).answer ?? NOTHING;
  way.handled = { answer, reads: watched.reads };
  return answer;
}

/** The ways through one door, by ask. */
function waysThrough(world: World, node: string, door: Door, { asks, offers }: RequestGrid): readonly Way[] {
  const [anyAsk, anyOffer] = [asks[0], offers[0]];
  if (anyAsk === undefined || anyOffer === undefined) return asks.map(() => alike(null, 0));
  const opened = pass('connect', departure(world, node, gridRequest(door, anyAsk, anyOffer)));
  if (opened.answer !== null) return asks.map(() => alike(opened, offers.length));
  // A plain port has no authenticator and no authorizer, and a TLS port answers plain HTTP by method and path.
  if (door.scheme === 'http') {
    return asks.map((ask) => {
      const shaken = pass('tls', { ...opened, request: gridRequest(door, ask, anyOffer) });
      const routed = shaken.answer === null ? pass('route', shaken) : shaken;
      const known = routed.answer === null ? pass('authenticate', routed) : routed;
      return alike(known.answer === null ? pass('authorize', known) : known, offers.length);
    });
  }
  // The handshake looks at the offer alone, authenticators at the offer and little of the ask.
  const classes = headerClasses(asks);
  const people = offers.map((offer) => {
    const shaken = pass('tls', { ...opened, request: gridRequest(door, anyAsk, offer) });
    return { offer, shaken, known: new Map<number, Journey>() };
  });
  return asks.map((ask, at) => {
    let routed: Journey | null = null;
    let ready: Journey | null = null;
    const ended = people.map(({ offer, shaken, known }): Answer | null => {
      if (shaken.answer !== null) return shaken.answer;
      routed ??= pass('route', { ...shaken, request: gridRequest(door, ask, offer) });
      if (routed.answer !== null) return routed.answer;
      let asking = known.get(classes[at] ?? 0);
      if (asking === undefined) {
        asking = pass('authenticate', { ...shaken, request: gridRequest(door, ask, offer) });
        known.set(classes[at] ?? 0, asking);
      }
      if (asking.answer !== null) return asking.answer;
      const { subject, caches } = asking;
      const judged = { ...routed, subject, caches };
      const refusal = accessAnswer(judged);
      if (refusal !== null) return sentAnswer(refusal, ask.method);
      ready ??= { ...judged, request: gridRequest(door, ask, offer), connection: shaken.connection };
      return null;
    });
    return { ended, ready, handled: null };
  });
}

/** A way that all who offer something go as one. */
function alike(journey: Journey | null, offers: number): Way {
  const answer = journey?.answer ?? null;
  return {
    ended: new Array<Answer | null>(offers).fill(answer),
    ready: answer === null ? journey : null,
    handled: null,
  };
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

/** The ways of the latest grid through a kubelet's doors, and all that its gates looked at besides the kubelet. */
interface Memory {
  readonly cluster: World['cluster'];
  readonly now: number;
  readonly nodes: World['nodes'];
  readonly reads: Reads;
  readonly grid: RequestGrid;
  readonly ways: readonly (readonly Way[])[];
}

const memories = new WeakMap<Kubelet, Memory>();

/** The ways of a grid by door. They are those of the last time while nothing changed that a gate looked at. */
function waysOf(world: World, name: string, grid: RequestGrid): Memory['ways'] {
  const node = nodeNamed(world, name);
  const memory = node === undefined ? undefined : memories.get(node.kubelet);
  const holds =
    node !== undefined &&
    memory !== undefined &&
    memory.cluster === world.cluster &&
    memory.now === world.now &&
    sameOthers(memory.nodes, world.nodes, name) &&
    stillReads(memory.reads, node.host) &&
    sameGrid(memory.grid, grid);
  if (holds) return memory.ways;
  const watched = watchedHost(world, name);
  const ways = grid.doors.map((door) => waysThrough(watched.world, name, door, grid));
  const { cluster, now, nodes } = world;
  if (node !== undefined) memories.set(node.kubelet, { cluster, now, nodes, reads: watched.reads, grid, ways });
  return ways;
}

/** Whether all nodes but the named one are the same. */
function sameOthers(left: World['nodes'], right: World['nodes'], name: string): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length && names.every((other) => other === name || left[other] === right[other])
  );
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
