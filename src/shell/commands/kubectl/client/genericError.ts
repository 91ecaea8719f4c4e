import { goQuote } from '#engine/config/go/quote.ts';
import type { HttpAnswer } from '#engine/kubelet/exchange.ts';
import type { KubeError } from '../kubeError.ts';

/** Reason and words for statuses that need none of the server's own. */
const WORDS: Readonly<Record<number, readonly [reason: string, message: string]>> = {
  400: ['BadRequest', 'the server rejected our request for an unknown reason'],
  401: ['Unauthorized', 'the server has asked for the client to provide credentials'],
  404: ['NotFound', 'the server could not find the requested resource'],
  405: ['MethodNotAllowed', 'the server does not allow this method on the requested resource'],
  422: ['Invalid', 'the server rejected our request due to an error in our request'],
  429: ['TooManyRequests', 'the server has received too many requests and has asked us to try again later'],
  503: ['ServiceUnavailable', 'the server is currently unable to handle the request'],
  504: [
    'Timeout',
    'the server was unable to return a response in the time allotted, but may still be processing the request',
  ],
};

/** Statuses whose words are the server's: what a proxied kubelet says, for one. */
const SERVERS_WORDS: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  406: 'NotAcceptable',
  415: 'UnsupportedMediaType',
};

/** What was asked, for the words of the error. */
interface Asked {
  readonly method: string;
  readonly resource?: string;
  readonly name?: string;
}

/**
 * The error for an answer that is not a Status object: the reason goes by the code.
 * Models NewGenericServerResponse in apimachinery/pkg/api/errors/errors.go, v0.36.
 */
export function genericError(
  { status, headers, body }: HttpAnswer,
  { method, resource = '', name = '' }: Asked,
): KubeError {
  const type = headers.find(([header]) => header.toLowerCase() === 'content-type')?.[1] ?? '';
  const said = type === '' || type.startsWith('text/') ? body.slice(0, 2048).trim() : 'unknown';
  const [reason, message] = wordsOf(status, method, said);
  const about = [method.toLowerCase(), resource, name].filter((part) => part !== '').join(' ');
  const full = resource === '' ? message : `${message} (${about})`;
  return {
    kind: 'status',
    message: full,
    status: {
      kind: 'Status',
      status: 'Failure',
      reason,
      message: full,
      code: status,
      details: { name, kind: resource, causes: [{ reason: 'UnexpectedServerResponse', message: said }] },
    },
  };
}

function wordsOf(status: number, method: string, said: string): readonly [reason: string, message: string] {
  const known = WORDS[status];
  if (known !== undefined) return known;
  if (status === 409) return [method === 'POST' ? 'AlreadyExists' : 'Conflict', 'the server reported a conflict'];
  const theirs = SERVERS_WORDS[status];
  if (theirs !== undefined) return [theirs, said];
  if (status >= 500) {
    return ['InternalError', `an error on the server (${goQuote(said)}) has prevented the request from succeeding`];
  }
  return ['', `the server responded with the status code ${status} but did not return more information`];
}
