import type { ReasonCode } from '../kubelet/reason.ts';
import type { Facts } from '../kubelet/stage.ts';
import { capitalised, fact, holds } from './facts.ts';

const mayI = (facts: Facts, resources: string) =>
  `may ${fact(facts, 'user')} ${fact(facts, 'verb') || 'do something without a verb to'} ${resources}?`;

/** How the authorizer came to its answer. */
const webhook = (facts: Facts) =>
  holds(facts, 'cached') ? 'Webhook remembers what the API server said:' : 'Webhook asked the API server:';

/** Authorizers of the API server that are no bindings. */
const ALLOWED_BY: Readonly<Record<string, string>> = {
  'system:masters': 'membership of group system:masters',
  Node: 'the Node authorizer',
  AlwaysAllow: 'its own mode AlwaysAllow',
};

const allowedBy = (by: string) => (Object.hasOwn(ALLOWED_BY, by) ? ALLOWED_BY[by] : by);

/** A text that others wrote, as the end of a sentence. */
const ended = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const nodes = (subresources: string) =>
  subresources
    .split(', ')
    .map((name) => `nodes/${name}`)
    .join(' or ');

/** What an alert of a client that looked at the kubelet's certificate says of it. */
const OBJECTIONS: Readonly<Record<string, string>> = {
  unknown_ca: 'it trusts nobody who signed the kubelet’s certificate',
  certificate_expired: 'the kubelet’s certificate has expired',
  bad_certificate: 'the kubelet’s certificate is not valid yet',
  unsupported_certificate: 'the kubelet’s certificate is not one for servers',
  decrypt_error: 'a signature in the kubelet’s chain is wrong',
};

/** One sentence for each reason a gate may have. */
export const SENTENCES: Readonly<Record<ReasonCode, (facts: Facts) => string>> = {
  connected: (f) => `The kubelet listens on ${fact(f, 'address')}:${fact(f, 'port')}.`,
  'no-process': () => 'No kubelet is running, so nothing listens on its ports.',
  'port-closed': (f) => `The running kubelet keeps port ${fact(f, 'port')} closed.`,
  'port-unknown': (f) => `The kubelet has no port ${fact(f, 'port')}, and nothing else listens there.`,
  'address-closed': (f) => `Port ${fact(f, 'port')} is open on ${fact(f, 'bound')} only, not on ${fact(f, 'address')}.`,

  'tls-agreed': (f) =>
    `TLS ${fact(f, 'version')}. ${
      holds(f, 'client')
        ? `The kubelet asked for a certificate and got ${fact(f, 'client')}.`
        : holds(f, 'asked')
          ? 'The kubelet asked for a certificate; none was sent.'
          : 'The kubelet asked for no certificate: it has no client CA.'
    }`,
  'tls-unasked': (f) =>
    `TLS without a client certificate: the kubelet has no client CA, so it never asked for one, and that of ${fact(f, 'client')} was not sent.`,
  'plain-http': () => 'This port speaks plain HTTP: no TLS, no certificates.',
  'http-to-tls': () => 'Plain HTTP came to a port that speaks TLS.',
  'tls-to-http': () => 'The client began a TLS handshake, but this port speaks plain HTTP.',
  'tls-version': (f) =>
    `The client offers at most TLS ${fact(f, 'offered')}; the kubelet wants at least ${fact(f, 'minimum')}.`,
  'tls-cipher': () => 'Client and kubelet have no cipher suite in common.',
  'no-serving-certificate': (f) => `The kubelet has no serving certificate to show: ${fact(f, 'why')}.`,
  'client-left': (f) => {
    const alert = fact(f, 'alert');
    const known = Object.hasOwn(OBJECTIONS, alert) ? OBJECTIONS[alert] : undefined;
    const why = known ?? `alert ${alert.replaceAll('_', ' ')}`;
    const unheard = holds(f, 'heard') ? '' : ' Its alert came unencrypted, so the kubelet logs only a bad record.';
    return `The client ended the handshake before any request: ${why}.${unheard}`;
  },
  'client-closed': (f) =>
    `The client closed the connection before any request: the kubelet’s certificate is for ${
      fact(f, 'names') || 'no name at all'
    }, not for the name that was asked.`,

  routed: (f) =>
    fact(f, 'endpoint') === 'debuggingDisabled'
      ? `${fact(f, 'path')} is a debugging endpoint, and those are switched off; a handler is there only to say so.`
      : `${fact(f, 'path')} leads to the handler of ${fact(f, 'endpoint')}.`,
  'not-found': (f) => `The kubelet has no handler for ${fact(f, 'path')}. It says so before it asks who you are.`,
  redirected: (f) =>
    `The path is not in its canonical form; the kubelet points to ${fact(f, 'to')} before it asks who you are.`,

  'no-authentication': () => 'This port asks nobody who they are.',
  'certificate-accepted': (f) => `The certificate is good: this is ${fact(f, 'user')}, groups ${fact(f, 'groups')}.`,
  'token-accepted': (f) =>
    `${holds(f, 'cached') ? 'The token is remembered from an earlier question to the API server' : 'The API server knows the token'}: this is ${fact(f, 'user')}, groups ${fact(f, 'groups')}.`,
  anonymous: (f) =>
    `${capitalised(fact(f, 'why')) || 'No credentials that count'}, so the request becomes system:anonymous, group system:unauthenticated.`,
  'no-credentials': (f) =>
    `${capitalised(fact(f, 'why')) || 'No credentials that count'}, and anonymous access is off: 401.`,
  'certificate-rejected': (f) =>
    `The certificate is refused: ${fact(f, 'error')}. A bad one never becomes anonymous: 401.`,
  'token-rejected': (f) =>
    `The token does not count: ${fact(f, 'error')}. Whoever brought one never becomes anonymous: 401.`,
  'credentials-rejected': (f) =>
    `Neither certificate nor token counts: ${fact(f, 'error')}. Whoever brought them never becomes anonymous: 401.`,

  'no-authorization': () => 'This port asks nobody what they may do.',
  'always-allow': () => 'Mode AlwaysAllow: whoever got past authentication may do anything.',
  'access-allowed': (f) =>
    `${webhook(f)} ${mayI(f, nodes(fact(f, 'subresource')))} Yes, by ${allowedBy(fact(f, 'by'))}.`,
  'access-denied': (f) =>
    `${webhook(f)} ${mayI(f, nodes(fact(f, 'subresources')))} No rule grants it${
      fact(f, 'verb') === '' ? ', only one with the verb * could' : ''
    }.`,
  'access-unknown': (f) =>
    `Webhook could not ask the API server: ${mayI(f, nodes(fact(f, 'subresource')))} ${ended(fact(f, 'error'))} Neither yes nor no: 500.`,

  served: (f) => `The handler of ${fact(f, 'endpoint')} answered.`,
  'method-not-allowed': (f) =>
    holds(f, 'allow') ? `The handler takes only ${fact(f, 'allow')}.` : 'The handler does not take this method.',
  'not-acceptable': () => 'The handler cannot answer in the format that Accept asks for.',
  'handler-refused': (f) => {
    const text = fact(f, 'text').replace(new RegExp(`^${fact(f, 'status')} `), '');
    return text.trim() === ''
      ? `The handler said ${fact(f, 'status')}.`
      : `The handler said ${fact(f, 'status')}: ${ended(text)}`;
  },
};
