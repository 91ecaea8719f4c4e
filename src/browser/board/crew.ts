import type { Marked } from '#session/result/board.ts';
import { RESULT_WORDS } from '#session/result/words.ts';
import type { LearnerTimeline } from '#session/view/board.ts';
import type { FromWorker, TextFile, ToWorker } from './messages.ts';
import { startWorker } from './startWorker.ts';

/** What all workers must know before they mark. */
export interface Knowledge {
  readonly scenarios: Readonly<Record<string, string>>;
  readonly exams: Readonly<Record<string, string>>;
  readonly lab: string | null;
}

/** Files that a worker takes at once: enough that asking costs nothing, few enough that progress is seen. */
const BATCH = 6;

/** As many workers as there are processors, to a limit: each holds an engine of its own. */
const MOST_WORKERS = 4;

interface Hand {
  readonly worker: Worker;
  batch: readonly TextFile[];
}

/** The workers of a board: they take files from one queue, and can be sent home at any moment. */
export interface Crew {
  /** Marks files; `told` hears of each batch. Resolves when all are marked, or when the crew was stopped. */
  mark(files: readonly TextFile[], knowledge: Knowledge, told: (marked: readonly Marked[]) => void): Promise<void>;
  timeline(file: TextFile, knowledge: Knowledge): Promise<LearnerTimeline | null>;
  stop(): void;
}

export function crew(): Crew {
  let hands: Hand[] = [];
  let finish: (() => void) | null = null;

  function hire(
    knowledge: Knowledge,
    heard: (hand: Hand, message: FromWorker) => void,
    broke: (hand: Hand) => void,
  ): Hand {
    const worker = startWorker();
    const hand: Hand = { worker, batch: [] };
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => heard(hand, data));
    worker.addEventListener('error', () => broke(hand));
    tell(worker, { kind: 'packs', scenarios: knowledge.scenarios, exams: knowledge.exams });
    tell(worker, { kind: 'lab', text: knowledge.lab });
    return hand;
  }

  function stop(): void {
    for (const { worker } of hands) worker.terminate();
    hands = [];
    finish?.();
    finish = null;
  }

  return {
    stop,
    mark(files, knowledge, told) {
      stop();
      return new Promise((resolve) => {
        finish = resolve;
        const queue = [...files];
        const next = (hand: Hand): void => {
          hand.batch = queue.splice(0, BATCH);
          if (hand.batch.length > 0) tell(hand.worker, { kind: 'mark', files: hand.batch });
          else if (hands.every(({ batch }) => batch.length === 0)) stop();
        };
        const heard = (hand: Hand, message: FromWorker): void => {
          if (message.kind !== 'marked') return;
          told(message.marked);
          next(hand);
        };
        // A worker that died takes its batch with it: those files are told as broken, and another takes its place.
        const broke = (hand: Hand): void => {
          hand.worker.terminate();
          told(hand.batch.map(({ file }) => ({ file, verdict: { kind: 'broken', reason: RESULT_WORDS.failed } })));
          const other = hire(knowledge, heard, broke);
          hands = hands.map((one) => (one === hand ? other : one));
          next(other);
        };
        const wanted = Math.max(
          1,
          Math.min(MOST_WORKERS, navigator.hardwareConcurrency, Math.ceil(files.length / BATCH)),
        );
        hands = Array.from({ length: wanted }, () => hire(knowledge, heard, broke));
        for (const hand of [...hands]) next(hand);
      });
    },
    timeline(file, knowledge) {
      return new Promise((resolve) => {
        const done = (hand: Hand, timeline: LearnerTimeline | null): void => {
          hand.worker.terminate();
          resolve(timeline);
        };
        const hand = hire(
          knowledge,
          (one, message) => message.kind === 'timeline' && done(one, message.timeline),
          (one) => done(one, null),
        );
        tell(hand.worker, { kind: 'timeline', file });
      });
    },
  };
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
