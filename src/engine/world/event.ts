import type { ObjectReference } from '../apiserver/cluster.ts';
import type { JsonObject } from '../json.ts';
import type { HttpRequest } from '../kubelet/exchange.ts';

/** All that can happen to a world. Paths are absolute; `node` is a key of `World.nodes`. */
export type WorldEvent =
  | { readonly type: 'write'; readonly node: string; readonly path: string; readonly text: string }
  | { readonly type: 'remove'; readonly node: string; readonly path: string }
  | { readonly type: 'chmod'; readonly node: string; readonly path: string; readonly mode: number }
  | {
      readonly type: 'chown';
      readonly node: string;
      readonly path: string;
      readonly owner: string;
      readonly group: string;
    }
  | { readonly type: 'mkdir'; readonly node: string; readonly path: string }
  | { readonly type: 'daemon-reload'; readonly node: string }
  | { readonly type: 'start' | 'stop' | 'restart'; readonly node: string; readonly unit: string }
  /** `systemctl enable|disable|reset-failed`: whether the unit starts at boot; its failure and its starts forgotten. */
  | { readonly type: 'enable' | 'disable' | 'reset-failed'; readonly node: string; readonly unit: string }
  /** A signal to a process of the node, by its number's name without `SIG`: `KILL`. */
  | { readonly type: 'signal'; readonly node: string; readonly pid: number; readonly signal: string }
  /** A kernel parameter is set while the node runs: `kernel.panic`. */
  | { readonly type: 'sysctl'; readonly node: string; readonly name: string; readonly value: string }
  /** Another kubelet's package is installed; what runs goes on until it is started again. `version` is `1.34.9`. */
  | { readonly type: 'upgrade'; readonly node: string; readonly version: string }
  | { readonly type: 'advance'; readonly milliseconds: number }
  | { readonly type: 'request'; readonly node: string; readonly request: HttpRequest }
  /** A request to the cluster's API server, from a client on `node`. */
  | { readonly type: 'api-request'; readonly node: string; readonly request: HttpRequest }
  | { readonly type: 'apply'; readonly object: JsonObject }
  | { readonly type: 'delete'; readonly object: ObjectReference }
  | { readonly type: 'reachable'; readonly reachable: boolean };
