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
  const who = trace.subject?.user ?? '';
  const last = trace.stages.at(-1);
  if (status === 401) {
    return {
      headline,
      outcome: 'refused',
      sentence: 'The kubelet does not know who this is. 401 is about who you are.',
    };
  }
  if (status === 403) {
    return { headline, outcome: 'refused', sentence: `${who} is known but not allowed. 403 is about what you may do.` };
  }
  if (status === 404 && last?.stage === 'route') {
    return { headline, outcome: 'failed', sentence: 'No such path, said to anybody who asks.' };
  }
  if (status >= 300 && status < 400) {
    return { headline, outcome: 'failed', sentence: `Look at ${fact(last?.facts ?? {}, 'to')} instead.` };
  }
  if (status >= 500) {
    return {
      headline,
      outcome: 'failed',
      sentence: 'Something behind the kubelet failed; it neither allowed nor refused.',
    };
  }
  if (status >= 400) {
    const sentence =
      who === '' ? 'The request is not one the kubelet can answer.' : `${who} may ask, but not like this.`;
    return { headline, outcome: 'failed', sentence };
  }
  if (who === '') return { headline, outcome: 'allowed', sentence: 'Served, without a question who asked.' };
  const stranger = who === 'system:anonymous' ? 'A stranger' : who;
  return { headline, outcome: 'allowed', sentence: `${stranger} got in.` };
}
