import type { RequestTrace } from '../world/trace.ts';
import { fact } from './facts.ts';

/** How a journey ended, in a word for the sign and a sentence for the reader. */
export interface AnswerInWords {
  /** `200`, `403`, `refused`, `TLS alert` … */
  readonly headline: string;
  readonly outcome: 'allowed' | 'refused' | 'failed';
  readonly sentence: string;
}

/** Sums a journey up. Reads the trace and nothing else. */
export function answerInWords(trace: RequestTrace): AnswerInWords {
  const { answer } = trace;
  switch (answer.kind) {
    case 'refused':
      return { headline: 'refused', outcome: 'refused', sentence: 'Connection refused: nothing listens there.' };
    case 'reset':
      return { headline: 'reset', outcome: 'failed', sentence: 'The connection was cut.' };
    case 'alert':
      return {
        headline: 'TLS alert',
        outcome: 'failed',
        sentence: `The kubelet ended the handshake with the alert ${answer.alert.replaceAll('_', ' ')}.`,
      };
    case 'left':
      return {
        headline: 'client left',
        outcome: 'failed',
        sentence: 'The kubelet’s certificate did not convince the client, which left before it sent a request.',
      };
    case 'not-tls':
      return { headline: 'not TLS', outcome: 'failed', sentence: 'That port does not speak TLS.' };
    case 'http':
      return httpInWords(trace, answer.status);
  }
}

function httpInWords(trace: RequestTrace, status: number): AnswerInWords {
  const headline = String(status);
  const user = trace.subject?.user ?? '';
  const who = user === 'system:anonymous' ? 'A stranger' : user;
  const last = trace.stages.at(-1);
  const refused = (sentence: string): AnswerInWords => ({ headline, outcome: 'refused', sentence });
  const failed = (sentence: string): AnswerInWords => ({ headline, outcome: 'failed', sentence });
  if (status === 401) return refused('The kubelet does not know who this is. 401 is about who you are.');
  if (status === 403 && last?.stage === 'authorize') {
    const known =
      user === who ? `${who} is known but not allowed.` : 'A stranger, taken for system:anonymous, is not allowed.';
    return refused(`${known} 403 is about what you may do.`);
  }
  if (status === 404 && last?.stage === 'route') return failed('No such path, said to anybody who asks.');
  if (status >= 300 && status < 400) {
    const to = fact(last?.facts ?? {}, 'to');
    return failed(to === '' ? 'Look somewhere else instead.' : `Look at ${to} instead.`);
  }
  if (status >= 500) {
    return failed(
      last?.stage === 'authorize'
        ? 'The API server could not be asked, so the kubelet neither allowed nor refused.'
        : `${who === '' ? 'Anybody' : who} may ask, but the handler failed.`,
    );
  }
  if (status >= 400) {
    if (who === '') return failed('The request is not one the kubelet can answer.');
    return failed(
      status === 404 ? `${who} may ask, but there is no such thing.` : `${who} may ask, but not like this.`,
    );
  }
  const sentence = who === '' ? 'Served: this port asks nobody who they are.' : `${who} got in.`;
  return { headline, outcome: 'allowed', sentence };
}
