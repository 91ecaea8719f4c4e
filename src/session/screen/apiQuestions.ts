import type { ApiStageName, ApiStageRecord } from '#engine/apiserver/serve/stage.ts';
import { API_SENTENCES } from '#engine/explain/apiSentences.table.ts';
import type { ApiTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { QuestionView } from '../view.ts';
import { apiStageViews } from './stages.ts';
import { WORDS } from './words.ts';

/** The three questions of a request to the API server, each from the gates that decide it. */
export function apiQuestionViews(trace: ApiTrace, world: World): readonly QuestionView[] {
  return [
    question('reach', ['connect', 'tls'], trace, world),
    question('who', ['authenticate'], trace, world),
    question('may', ['authorize', 'admit'], trace, world),
  ];
}

function question(id: QuestionView['id'], gates: readonly ApiStageName[], trace: ApiTrace, world: World): QuestionView {
  const records = trace.stages.filter(({ stage }) => gates.includes(stage));
  // Of several gates the one that refused speaks; where none did, the first that was asked.
  const told = records.find(({ verdict }) => verdict === 'answered') ?? (id === 'reach' ? records.at(-1) : records[0]);
  if (told === undefined) {
    const end = trace.stages.at(-1)?.stage ?? 'connect';
    const sentence = WORDS.endedBefore(WORDS.stages[end]);
    return { id, standing: 'not-asked', short: WORDS.answers.notAsked, sentence, causes: [] };
  }
  const refused = told.verdict === 'answered';
  const causes = apiStageViews(trace, world).find(({ name }) => name === told.stage)?.causes ?? [];
  return {
    id,
    standing: refused ? 'no' : 'yes',
    short: shortAnswer(id, told, trace),
    sentence: API_SENTENCES[told.reason](told.facts),
    causes,
  };
}

function shortAnswer(id: QuestionView['id'], { verdict }: ApiStageRecord, { answer, subject }: ApiTrace): string {
  if (verdict !== 'answered') return id === 'who' ? (subject?.user ?? '') : WORDS.answers.yes;
  return answer.kind === 'http' ? String(answer.status) : WORDS.answers.no;
}
