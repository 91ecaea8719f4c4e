import type { AccessDecision, AccessQuestion, DecidingRule, ReviewFailure } from '../apiserver/review.ts';
import type { Subject } from '../apiserver/subject.ts';
import type { Setting } from '../config/provenance.ts';
import type { LogLine } from '../host/journal.ts';
import type { World } from '../world/world.ts';
import type { Answer, HttpRequest } from './exchange.ts';
import type { Caches, KubeletProcess, Listener } from './process.ts';
import type { ReasonCode } from './reason.ts';

/** The gates of a request, in order. */
export const STAGES = ['connect', 'tls', 'route', 'authenticate', 'authorize', 'handle'] as const;
export type StageName = (typeof STAGES)[number];

/** What decided: a setting with its provenance, an RBAC rule, a place in a file. */
export type Cause =
  | { readonly kind: 'setting'; readonly setting: Setting }
  | { readonly kind: 'rule'; readonly rule: DecidingRule }
  | { readonly kind: 'file'; readonly path: string; readonly line?: number };

/** Facts that a sentence about a stage needs; names are those of the reason's sentence in `explain/`. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a stage found: `passed` to the next gate, `answered` = the journey ends here, `skipped` = this port has no such gate. */
export type Verdict = 'passed' | 'answered' | 'skipped';

/** A question that the webhook authorizer put, and what came of it; a remembered answer was not asked for again. */
export interface AskedReview {
  readonly question: AccessQuestion;
  readonly outcome: AccessDecision | ReviewFailure;
  readonly cached: boolean;
}

/** A stage's entry in the trace. */
export interface StageRecord {
  readonly stage: StageName;
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly facts: Facts;
  readonly causes: readonly Cause[];
  /** Of a stage that asked the API server what one may do, in the order in which it asked. */
  readonly reviews?: readonly AskedReview[];
}

/** The handshake's result as later stages need it. */
export interface Connection {
  readonly version: '1.0' | '1.1' | '1.2' | '1.3';
  readonly cipher: string;
  /** Whether the server asked for a client certificate (only when a client CA is set). */
  readonly asked: boolean;
  /** The client's chain, PEM, when asked and sent. */
  readonly peer: string | null;
  /** The server's certificate chain, PEM. */
  readonly server: string;
}

/** Which handler a path leads to, and what is asked of the authorizer. */
export interface Route {
  /** Name of the endpoint in `endpoints/` (`pods`, `healthz`, `exec`). */
  readonly endpoint: string;
  /** Clean path without query. */
  readonly path: string;
  /** Raw query without `?`. */
  readonly query: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A file that a handler left on the node (a checkpoint); root's, mode 0600. */
export interface FileWrite {
  readonly path: string;
  readonly text: string;
}

/** What a journey carries from gate to gate. */
export interface Journey {
  readonly world: World;
  /** The node whose port is asked. */
  readonly node: string;
  readonly request: HttpRequest;
  /** From `connect` on. */
  readonly process: KubeletProcess | null;
  readonly listener: Listener | null;
  readonly connection: Connection | null;
  readonly route: Route | null;
  readonly subject: Subject | null;
  readonly caches: Caches | null;
  readonly writes?: readonly FileWrite[];
  readonly records: readonly StageRecord[];
  readonly answer: Answer | null;
  readonly log: readonly LogLine[];
}

/** What a stage adds to a journey. An `answer` ends it. */
export interface StageResult {
  readonly record: StageRecord;
  readonly carry?: Partial<
    Pick<Journey, 'process' | 'listener' | 'connection' | 'route' | 'subject' | 'caches' | 'writes'>
  >;
  readonly answer?: Answer;
  readonly log?: readonly LogLine[];
}

/** A stage: pure, asks nothing but the journey. */
export type Stage = (journey: Journey) => StageResult;
