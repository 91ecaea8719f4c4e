import type { JournalLine } from '../../host/journal.ts';
import type { Answer, HttpRequest } from '../../kubelet/exchange.ts';
import type { RequestTrace } from '../../world/trace.ts';
import type { World } from '../../world/world.ts';
import type { Subject } from '../subject.ts';
import type { Reply } from './reply.ts';
import type { RequestInfo } from './requestInfo.ts';
import type { ApiStageRecord } from './stage.ts';

/** What a request to the API server carries from gate to gate. */
export interface ApiJourney {
  readonly world: World;
  /** Where the client is. */
  readonly node: string;
  readonly request: HttpRequest;
  readonly info: RequestInfo;
  /** From `authenticate` on; after impersonation whom it acts as. */
  readonly subject: Subject | null;
}

/** A journey whose caller is known: what handlers get. */
export interface ApiCall extends ApiJourney {
  readonly subject: Subject;
}

/** What a gate found. A `reply` or an `answer` ends the journey. */
export interface GateResult {
  readonly record: ApiStageRecord;
  readonly subject?: Subject;
  readonly reply?: Reply;
  readonly answer?: Answer;
}

/** What admission said of a request that changes something. */
export interface Admission {
  readonly plugin: string;
  /** Why not; empty when it was let in. */
  readonly refusal: string;
}

/** What a handler did: its answer, the world after it, and how it is told in the trace. */
export interface Served {
  readonly reply?: Reply;
  /** Instead of a reply, when a kubelet's answer goes to the client as it came. */
  readonly answer?: Answer;
  readonly world?: World;
  readonly reason: ApiStageRecord['reason'];
  readonly facts?: ApiStageRecord['facts'];
  readonly causes?: ApiStageRecord['causes'];
  readonly admission?: Admission;
  readonly onward?: RequestTrace;
  readonly journal?: readonly JournalLine[];
}
