import type { ApiTrace } from '../world/trace.ts';
import type { AnswerInWords } from './answer.ts';
import { API_SENTENCES } from './apiSentences.table.ts';

/** Sums up what a client of the API server got. Reads the trace and nothing else. */
export function apiAnswerInWords({ answer, stages, subject }: ApiTrace): AnswerInWords {
  const last = stages.at(-1);
  const why = last === undefined ? '' : API_SENTENCES[last.reason](last.facts);
  switch (answer.kind) {
    case 'refused':
      return { headline: 'refused', outcome: 'refused', sentence: 'Connection refused: no API server answers there.' };
    case 'reset':
      return { headline: 'reset', outcome: 'failed', sentence: 'The connection was cut.' };
    case 'alert':
      return { headline: 'TLS alert', outcome: 'failed', sentence: why };
    case 'left':
      return {
        headline: 'client left',
        outcome: 'failed',
        sentence: 'The API server’s certificate did not convince the client, which left before it sent a request.',
      };
    case 'not-tls':
      return { headline: 'not TLS', outcome: 'failed', sentence: 'That port does not speak TLS.' };
    case 'http': {
      const headline = String(answer.status);
      if (answer.status < 400) {
        return { headline, outcome: 'allowed', sentence: `The API server let ${subject?.user ?? 'the client'} in.` };
      }
      const refused = answer.status === 401 || answer.status === 403;
      return { headline, outcome: refused ? 'refused' : 'failed', sentence: why };
    }
  }
}
