import type { ReasonCode } from '../kubelet/reason.ts';
import type { Facts } from '../kubelet/stage.ts';
import { fact, holds } from './facts.ts';

const mayI = (facts: Facts, resources: string) =>
  `may ${fact(facts, 'user')} ${fact(facts, 'verb') || '(no verb)'} ${resources}?`;

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
  connected: (f) => `Something listens on ${fact(f, 'address')}:${fact(f, 'port')}.`,
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
    `TLS without a client certificate: the kubelet has no client CA, so it never asked, and ${fact(f, 'client')} stayed in the pocket.`,
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

  routed: (f) => `${fact(f, 'path')} leads to the handler of ${fact(f, 'endpoint')}.`,
  'not-found': (f) => `The kubelet has no handler for ${fact(f, 'path')}. It says so before it asks who you are.`,
  redirected: (f) =>
    `The path is not in its canonical form; the kubelet points to ${fact(f, 'to')} before it asks who you are.`,

  'no-authentication': () => 'This port asks nobody who they are.',
  'certificate-accepted': (f) => `The certificate is good: this is ${fact(f, 'user')}, groups ${fact(f, 'groups')}.`,
  'token-accepted': (f) =>
    `The API server knows the token${holds(f, 'cached') ? ' (remembered answer)' : ''}: this is ${fact(f, 'user')}, groups ${fact(f, 'groups')}.`,
  anonymous: (f) =>
    `${capitalised(fact(f, 'why')) || 'No credentials that count'}, so the request becomes system:anonymous, group system:unauthenticated.`,
  'no-credentials': (f) =>
    `${capitalised(fact(f, 'why')) || 'No credentials that count'}, and anonymous access is off: 401.`,
  'certificate-rejected': (f) =>
    `The certificate is refused: ${fact(f, 'error')}. A bad one never becomes anonymous: 401.`,
  'token-rejected': (f) => `The token is refused: ${fact(f, 'error')}. A bad one never becomes anonymous: 401.`,
  'credentials-rejected': (f) => `Certificate and token are both refused: ${fact(f, 'error')}.`,

  'no-authorization': () => 'This port asks nobody what they may do.',
  'always-allow': () => 'Mode AlwaysAllow: whoever got past authentication may do anything.',
  'access-allowed': (f) =>
    `Webhook asked the API server: ${mayI(f, nodes(fact(f, 'subresource')))} Yes, by ${fact(f, 'by')}${
      holds(f, 'cached') ? ' (remembered answer)' : ''
    }.`,
  'access-denied': (f) =>
    `Webhook asked the API server: ${mayI(f, nodes(fact(f, 'subresources')))} No rule grants it${
      holds(f, 'cached') ? ' (remembered answer)' : ''
    }.`,
  'access-unknown': (f) =>
    `Webhook could not ask the API server: ${mayI(f, nodes(fact(f, 'subresource')))} ${fact(f, 'error')}`,

  served: (f) => `The handler of ${fact(f, 'endpoint')} answered.`,
  'method-not-allowed': (f) =>
    holds(f, 'allow') ? `The handler takes only ${fact(f, 'allow')}.` : 'The handler does not take this method.',
  'not-acceptable': () => 'The handler cannot answer in the format that Accept asks for.',
  'handler-refused': (f) => `The handler said no: ${fact(f, 'text').trim()}`,
};

function capitalised(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
