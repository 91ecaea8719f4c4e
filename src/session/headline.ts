import { answerInWords } from '#engine/explain/answer.ts';
import { apiAnswerInWords } from '#engine/explain/apiAnswer.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';

/** What came back to whoever sent a request, in a word: `200`, `refused`, `TLS alert`. */
export function headlineOf(trace: RequestTrace | ApiTrace): string {
  return (trace.kind === 'api' ? apiAnswerInWords(trace) : answerInWords(trace)).headline;
}
