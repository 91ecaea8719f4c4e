import { fact } from '#engine/explain/facts.ts';
import { SENTENCES } from '#engine/explain/sentences.table.ts';
import type { StageName, StageRecord } from '#engine/kubelet/stage.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { QuestionView } from '../view.ts';
import { causeViews } from './stages.ts';
import { WORDS } from './words.ts';

const REACHING: readonly StageName[] = ['connect', 'tls', 'route'];

/** The three questions that every request answers, each from the gates that decide it. */
export function questionViews(trace: RequestTrace, world: World): readonly QuestionView[] {
  return [reach(trace, world), gate('who', 'authenticate', trace, world), gate('may', 'authorize', trace, world)];
}

/** The first three gates together: whether anything was there that could take the request. */
function reach(trace: RequestTrace, world: World): QuestionView {
  const records = REACHING.map((stage) => recordOf(trace, stage)).filter((record) => record !== undefined);
  const stopped = records.find((record) => record.verdict === 'answered');
  const last = records.at(-1);
  if (stopped !== undefined || last === undefined) {
    return {
      id: 'reach',
      standing: 'no',
      short: WORDS.answers.no,
      sentence: stopped === undefined ? WORDS.notReached : sentenceOf(stopped),
      causes: stopped === undefined ? [] : causesOf(stopped, world, trace.node),
    };
  }
  const tls = recordOf(trace, 'tls');
  const spoken = tls?.verdict === 'passed' ? `TLS ${fact(tls.facts, 'version')}` : 'plain HTTP';
  // Of an open port that asks nobody anything, the line that opens it is what matters.
  const unasked = recordOf(trace, 'authenticate')?.verdict === 'skipped';
  const connect = recordOf(trace, 'connect');
  return {
    id: 'reach',
    standing: 'yes',
    short: WORDS.answers.yes,
    sentence: WORDS.reached(trace.request.port, spoken, sentenceOf(last)),
    causes:
      unasked && connect !== undefined
        ? causesOf({ ...connect, causes: connect.causes.slice(0, 1) }, world, trace.node)
        : [],
  };
}

function gate(id: 'who' | 'may', stage: 'authenticate' | 'authorize', trace: RequestTrace, world: World): QuestionView {
  const record = recordOf(trace, stage);
  if (record === undefined) {
    const end = trace.stages.at(-1)?.stage ?? 'connect';
    return {
      id,
      standing: 'not-asked',
      short: WORDS.answers.notAsked,
      sentence: WORDS.endedBefore(WORDS.stages[end]),
      causes: [],
    };
  }
  return {
    id,
    standing: record.verdict === 'skipped' ? 'unasked' : record.verdict === 'passed' ? 'yes' : 'no',
    short: shortAnswer(id, record, trace),
    sentence: sentenceOf(record),
    causes: causesOf(record, world, trace.node),
  };
}

function shortAnswer(id: 'who' | 'may', record: StageRecord, { subject, answer }: RequestTrace): string {
  if (record.verdict === 'skipped') return WORDS.answers.nobodyAsks;
  if (record.verdict === 'passed') return id === 'may' ? WORDS.answers.yes : (subject?.user ?? '');
  return answer.kind === 'http' ? String(answer.status) : WORDS.answers.no;
}

function recordOf(trace: RequestTrace, stage: StageName): StageRecord | undefined {
  return trace.stages.find((record) => record.stage === stage);
}

function sentenceOf(record: StageRecord): string {
  return SENTENCES[record.reason](record.facts);
}

function causesOf(record: StageRecord, world: World, node: string): QuestionView['causes'] {
  return record.causes.flatMap((cause) => causeViews(cause, world, node));
}
