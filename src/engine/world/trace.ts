import type { ApiStageRecord } from '../apiserver/serve/stage.ts';
import type { Subject } from '../apiserver/subject.ts';
import type { JournalLine } from '../host/journal.ts';
import type { Answer, HttpRequest } from '../kubelet/exchange.ts';
import type { Connection, StageRecord } from '../kubelet/stage.ts';

/** A request's journey: every gate it met, and what came back. */
export interface RequestTrace {
  readonly kind: 'request';
  readonly node: string;
  readonly at: number;
  readonly request: HttpRequest;
  readonly stages: readonly StageRecord[];
  readonly connection: Connection | null;
  readonly subject: Subject | null;
  readonly answer: Answer;
  readonly journal: readonly JournalLine[];
}

/** What any other event did: what its command prints, its exit code, and the journal lines it caused. */
export interface ActionTrace {
  readonly kind: 'action';
  readonly at: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly journal: readonly JournalLine[];
}

/** A request's journey through the API server, and on to a kubelet when it leads there (logs, exec, the node's proxy). */
export interface ApiTrace {
  readonly kind: 'api';
  /** Where the client is: a key of `World.nodes`. */
  readonly node: string;
  readonly at: number;
  readonly request: HttpRequest;
  readonly stages: readonly ApiStageRecord[];
  /** Whom the API server takes the caller for; after impersonation, whom it acts as. Null when it ended before. */
  readonly subject: Subject | null;
  readonly answer: Answer;
  /** The second hop: what the API server asked a kubelet, as which identity, and what came back. */
  readonly onward: RequestTrace | null;
  readonly journal: readonly JournalLine[];
}

export type Trace = RequestTrace | ActionTrace | ApiTrace;
