import type { CauseView } from '../view.ts';

/** Where a client stands: at another machine of the network, or on the node itself. */
export type GridFrom = 'network' | 'node';

/** How a request ends: served, 401 or 403, nothing listens, anything else. */
export type CellState = 'allowed' | 'refused' | 'closed' | 'failed';

export interface CellEnd {
  readonly state: CellState;
  /** `200`, `401`, `closed`, `alert` */
  readonly text: string;
}

/** A request's end now, and after a restart where that differs. */
export interface GridCellView extends CellEnd {
  readonly after: CellEnd | null;
}

export interface GridPortView {
  readonly role: 'main' | 'read-only' | 'healthz';
  readonly port: number;
  /** The port after a restart. */
  readonly portAfter: number;
}

export interface GridEndpointView {
  readonly id: string;
  /** `/containerLogs` */
  readonly path: string;
  /** The method, where it must be told: `POST`, or `GET` beside a `POST`; empty otherwise. */
  readonly how: string;
  /** What it gives whoever gets in. */
  readonly gives: string;
}

export interface GridRowView {
  readonly id: string;
  readonly name: string;
  /** `certificate bob.crt: user bob, group dev` */
  readonly words: string;
  readonly stranger: boolean;
  /** By port and endpoint, in the order of the view's. */
  readonly cells: readonly (readonly GridCellView[])[];
}

/** What a restart would do to the grid. `fails` = no kubelet would run, `kept` = systemd would not even stop the one that runs. */
export interface OutlookView {
  readonly kind: 'same' | 'differs' | 'fails' | 'kept';
  readonly closes: number;
  readonly opens: number;
  /** Further cells that would end otherwise. */
  readonly others: number;
  readonly words: string;
}

/** Who may do what: identities × endpoints × ports. */
export interface GridView {
  readonly from: GridFrom;
  readonly ports: readonly GridPortView[];
  readonly endpoints: readonly GridEndpointView[];
  readonly rows: readonly GridRowView[];
  readonly outlook: OutlookView;
  /** Which pod the paths name, and who is left out; sentences. */
  readonly notes: readonly string[];
}

/** One cell of a grid, by the ids of its view. */
export interface GridCellId {
  readonly from: GridFrom;
  readonly role: GridPortView['role'];
  readonly endpoint: string;
  readonly row: string;
}

/** A cell's end in words: the gate that decided, and what it leaned on. */
export interface GridEndView extends CellEnd {
  readonly sentence: string;
  readonly causes: readonly CauseView[];
}

/** A cell at length. `line` is null when no credential lies on this node by which it could be asked; `withheld` says so. */
export interface GridCellDetail {
  readonly now: GridEndView;
  readonly after: GridEndView | null;
  readonly line: string | null;
  readonly withheld: string;
}

/** Who may do what at the kubelet's ports, and what a restart would change. Computed when asked for. */
export interface SessionGrid {
  view(from: GridFrom): GridView;
  /** A cell of the view last given, at length; null where it has no such cell. */
  cell(id: GridCellId): GridCellDetail | null;
}
