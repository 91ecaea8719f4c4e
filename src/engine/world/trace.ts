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

export type Trace = RequestTrace | ActionTrace;
