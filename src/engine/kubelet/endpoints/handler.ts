import type { LogLine } from '../../host/journal.ts';
import type { Release } from '../../versions/release.ts';
import type { Node, World } from '../../world/world.ts';
import type { HttpAnswer, HttpRequest } from '../exchange.ts';
import type { KubeletProcess, Listener } from '../process.ts';
import type { Cause, FileWrite, Route } from '../stage.ts';

/** What a handler may look at. */
export interface HandlerContext {
  readonly world: World;
  readonly node: Node;
  readonly process: KubeletProcess;
  readonly role: Listener['role'];
  readonly request: HttpRequest;
  readonly route: Route;
  /** The query's values by key, in order. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** The release that runs. */
  readonly release: Release;
}

/** What a handler did: its answer, and its effects on the process and the node. */
export interface Handled {
  readonly answer: HttpAnswer;
  readonly process?: KubeletProcess;
  readonly writes?: readonly FileWrite[];
  readonly log?: readonly LogLine[];
  /** The settings that made it answer so. */
  readonly causes?: readonly Cause[];
}

/** An endpoint behind authorization: pure, computes its answer from the world. */
export type Handler = (context: HandlerContext) => Handled;

/** The first value of a query key; '' when absent. */
export function queryValue(context: HandlerContext, key: string): string {
  return context.query.get(key)?.[0] ?? '';
}

/** The first value of a request header, whatever its case; '' when absent. */
export function headerOf(request: HttpRequest, name: string): string {
  const wanted = name.toLowerCase();
  return request.headers.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? '';
}
