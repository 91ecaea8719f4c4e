import { numberAt } from '#engine/config/effective.ts';
import type { Answer } from '#engine/kubelet/exchange.ts';
import type { KubeletProcess } from '#engine/kubelet/process.ts';
import { type GridAnswers, gridAnswers, gridRequest, type RequestGrid } from '#engine/kubelet/requestGrid.ts';
import type { Journey } from '#engine/kubelet/stage.ts';
import { departure, walk } from '#engine/kubelet/walk.ts';
import type { World } from '#engine/world/world.ts';
import type { GridFrom } from '../view/grid.ts';
import type { Endpoint } from './endpoints.ts';
import type { Identity } from './identity.ts';
import { askOf, doorOf, hostOf, type Target } from './lines.ts';

/** A grid in one world: the ports asked, who asks what, and what each request is answered, by port, endpoint and identity. */
export interface Side extends RequestGrid {
  readonly world: World;
  readonly targets: readonly Target[];
  readonly answers: GridAnswers;
}

const PORTS = [
  { role: 'main', usual: 10250, field: 'port' },
  { role: 'read-only', usual: 10255, field: 'readOnlyPort' },
  { role: 'healthz', usual: 10248, field: 'healthzPort' },
] as const;

/** The kubelet's three ports as it is configured; a port that is off, or of a kubelet that does not run, is the usual one. */
export function targetsOf(world: World, node: string, from: GridFrom): readonly Target[] {
  const process: KubeletProcess | null = world.nodes[node]?.kubelet.process ?? null;
  const host = hostOf(world, node, from);
  return PORTS.map(({ role, usual, field }) => ({
    role,
    host,
    port: (process === null ? 0 : numberAt(process.config, field)) || usual,
  }));
}

/** Asks everything that a grid asks, of the kubelet of one world, which stays as it is. */
export function sideOf(
  world: World,
  node: string,
  from: GridFrom,
  endpoints: readonly Endpoint[],
  identities: readonly Identity[],
): Side {
  const targets = targetsOf(world, node, from);
  const [any] = endpoints;
  const doors = any === undefined ? [] : targets.map((target) => doorOf(world, node, target, any));
  const asks = endpoints.map((endpoint) => askOf(world, node, endpoint));
  const offers = identities.map(({ offer }) => offer);
  return { world, targets, doors, asks, offers, answers: gridAnswers(world, node, { doors, asks, offers }) };
}

/** How a cell's request ended. */
export function answerAt({ answers }: Side, door: number, ask: number, offer: number): Answer | null {
  return answers[door]?.[ask]?.[offer] ?? null;
}

/** The way of a cell's request, gate by gate; null where there is no such cell. */
export function journeyAt(side: Side, node: string, door: number, ask: number, offer: number): Journey | null {
  const [where, what, who] = [side.doors[door], side.asks[ask], side.offers[offer]];
  if (where === undefined || what === undefined || who === undefined) return null;
  return walk(departure(side.world, node, gridRequest(where, what, who)));
}
