import type { WorldEvent } from '#engine/world/event.ts';
import type { CurlOptions, Output } from './options.ts';
import type { Said } from './said.ts';
import type { CurlUrl } from './url.ts';

/** What a line is typed into. `terminal` false = the output goes into a pipe: curl then draws its meter and counts bytes. */
export interface CurlSetting {
  readonly node: string;
  /** `/root` */
  readonly workingDirectory: string;
  readonly terminal: boolean;
}

/** A URL of the line that waits for its turn. */
export interface Queued {
  readonly url: string;
  readonly output: Output | null;
  /** `%{urlnum}`, from 0. */
  readonly number: number;
  /** A pattern that does not expand ends the line here. */
  readonly globError: string | null;
}

/** The request under way, as curl sees it. */
export interface Transfer {
  readonly queued: Queued;
  readonly url: CurlUrl;
  /** Whose port it is. */
  readonly server: 'kubelet' | 'api';
  /** Addresses of the host, in the order tried; the one that was dialled. */
  readonly addresses: readonly string[];
  readonly dialled: string;
  readonly cached: boolean;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
  /** The client's CA file text; '' for the system's authorities. */
  readonly authorities: string;
  readonly sendsCertificate: string | null;
  /** Redirects followed so far. */
  readonly redirects: number;
  /** Header bytes received by earlier answers of this transfer, for `-D`. */
  readonly earlierHeaders: string;
}

/** The connection that curl keeps open, for the words of `-v`. */
export interface Kept {
  /** `https://localhost:10250`, or null when none is open. */
  readonly to: string | null;
  /** Number of the connection made last; -1 before the first. */
  readonly number: number;
  /** Requests made on it. */
  readonly requests: number;
}

/** Everything needed to go on with a line once its request has been answered. A JSON value. */
export interface CurlPlan {
  readonly setting: CurlSetting;
  readonly options: CurlOptions;
  readonly transfer: Transfer;
  readonly queue: readonly Queued[];
  readonly kept: Kept;
  /** Printed before the request was sent: warnings, and URLs that came to nothing. */
  readonly before: { readonly stdout: string; readonly stderr: string };
}

/** A request to a node's port, or to the API server. */
export type CurlEvent = Extract<WorldEvent, { type: 'request' | 'api-request' }>;

/** A request to make, or the end of the line. */
export type Prepared =
  | { readonly kind: 'request'; readonly event: CurlEvent; readonly plan: CurlPlan }
  | ({ readonly kind: 'done' } & Said);
