import type { ApiReasonCode } from '../apiserver/serve/stage.ts';
import type { Facts } from '../kubelet/stage.ts';
import { fact, holds } from './facts.ts';

/** As whom the kubelet saw the API server, as the end of a sentence. */
const seenAs = (facts: Facts): string => {
  const as = fact(facts, 'as');
  if (as === 'system:anonymous') {
    return holds(facts, 'certificate')
      ? ', and was taken for a stranger although it has a certificate'
      : ', and was taken for a stranger, for it has no certificate to show';
  }
  return as === '' ? '' : `, and was known there as ${as}`;
};

const kubeletAt = (facts: Facts): string =>
  `the kubelet of ${fact(facts, 'kubelet')} at ${fact(facts, 'address')}:${fact(facts, 'port')}`;

/** A program's text as the end of a sentence. */
const ended = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const asked = (facts: Facts): string => {
  const verb = fact(facts, 'verb');
  const what = fact(facts, 'what');
  return `may ${fact(facts, 'user')} ${verb} ${what}?`;
};

/** One sentence for each reason a gate of the API server may have. */
export const API_SENTENCES: Readonly<Record<ApiReasonCode, (facts: Facts) => string>> = {
  'api-reached': (f) => `The API server listens on ${fact(f, 'address')}:${fact(f, 'port')}.`,
  'api-down': (f) => `Nothing takes the connection at ${fact(f, 'address')}:${fact(f, 'port')}: ${fact(f, 'why')}.`,
  'api-handshake-done': (f) =>
    `TLS ${fact(f, 'version')}. The API server asks everybody for a certificate and got ${fact(f, 'client') || 'none'}.`,
  'api-client-left': (f) => `The client broke the handshake off: ${ended(fact(f, 'why'))}`,
  'api-handshake-failed': (f) => `No handshake: ${ended(fact(f, 'why'))}`,
  'api-certificate': (f) => `By certificate this is ${fact(f, 'user')}.`,
  'api-token': (f) => `By token this is ${fact(f, 'user')}.`,
  'api-anonymous': () => 'Nothing was shown, so this is system:anonymous.',
  'api-impersonated': (f) => `${fact(f, 'by')} acts as ${fact(f, 'user')}, and may.`,
  'api-no-credentials': () => 'Nothing was shown, and this API server takes nobody without credentials.',
  'api-rejected-credentials': () =>
    'What was shown is not accepted here: no authority, no date, no account bears it out.',
  'api-may-not-impersonate': (f) => `${fact(f, 'user')} may not act as ${fact(f, 'as')}: ${ended(fact(f, 'why'))}`,
  'api-allowed': (f) =>
    `The API server asked itself: ${asked(f)} Yes${fact(f, 'by') === '' ? '' : `, by ${fact(f, 'by')}`}.`,
  'api-forbidden': (f) => `The API server asked itself: ${asked(f)} No.`,
  'api-admitted': (f) =>
    fact(f, 'plugin') === ''
      ? 'No admission plugin has a say in this.'
      : `Admission plugin ${fact(f, 'plugin')} lets it in.`,
  'api-not-admitted': (f) => `Admission plugin ${fact(f, 'plugin')} refuses it: ${ended(fact(f, 'why'))}`,
  'api-served': (f) => `The API server answers by itself: ${ended(fact(f, 'what'))}`,
  'api-not-served': (f) => `It has no such answer: ${ended(fact(f, 'message'))}`,
  'api-invalid': (f) => `The object or the options are not right: ${ended(fact(f, 'message'))}`,
  'api-asked-kubelet': (f) => `The API server asked ${kubeletAt(f)}${seenAs(f)}.`,
  'api-kubelet-unreachable': (f) => `The API server did not get through to ${kubeletAt(f)}: ${ended(fact(f, 'error'))}`,
  'api-kubelet-refused': (f) =>
    `The API server asked ${kubeletAt(f)}${seenAs(f)}. The kubelet answered ${fact(f, 'status')}.`,
};
