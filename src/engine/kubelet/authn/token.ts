import { decodeBase64Url, utf8Text } from '../../pki/bytes.ts';
import type { HttpRequest } from '../exchange.ts';
import { headerValue, headerValues } from './headers.ts';

/** Whether a request carries a token in a place: the token, nothing usable (with what was seen), or a mistake. */
export type Carried =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'error'; readonly error: string };

/**
 * The token of `Authorization: Bearer TOKEN`. The scheme's case does not matter; another scheme, no token, or two
 * blanks before it are as good as nothing.
 * Models apiserver/pkg/authentication/request/bearertoken/bearertoken.go, v0.36.
 */
export function bearerToken(request: HttpRequest): Carried {
  const sent = headerValue(request, 'Authorization').trim();
  if (sent === '') return { kind: 'none', why: '' };
  const [scheme = '', token] = sent.split(' ');
  if (token === undefined && scheme.toLowerCase() === 'bearer') {
    return { kind: 'none', why: 'the Authorization header names the scheme Bearer and no token' };
  }
  if (token === undefined || scheme.toLowerCase() !== 'bearer') {
    return { kind: 'none', why: 'the Authorization header is not of the scheme Bearer' };
  }
  if (token === '') return { kind: 'none', why: 'there are two blanks before the bearer token' };
  return { kind: 'token', token };
}

const PROTOCOL_PREFIX = 'base64url.bearer.authorization.k8s.io.';

/**
 * The token in a WebSocket's `Sec-WebSocket-Protocol`, which browsers can set where they cannot set Authorization.
 * Models apiserver/pkg/authentication/request/websocket/protocol.go, v0.36.
 */
export function protocolToken(request: HttpRequest): Carried {
  const nothing: Carried = { kind: 'none', why: '' };
  if (!isWebSocket(request)) return nothing;
  const protocols = headerValues(request, 'Sec-WebSocket-Protocol')
    .flatMap((value) => value.split(','))
    .map((protocol) => protocol.trim());
  const [encoded, ...others] = protocols.filter((protocol) => protocol.startsWith(PROTOCOL_PREFIX));
  if (encoded === undefined) return nothing;
  const bytes = decodeBase64Url(encoded.slice(PROTOCOL_PREFIX.length));
  if (bytes === null) return { kind: 'error', error: 'invalid base64.bearer.authorization token encoding' };
  const token = utf8Text(bytes);
  if (token === null) return { kind: 'error', error: 'invalid base64.bearer.authorization token' };
  if (others.length > 0) {
    return { kind: 'error', error: 'multiple base64.bearer.authorization tokens specified' };
  }
  if (token === '') return nothing;
  if (protocols.length === 1) return { kind: 'error', error: 'missing additional subprotocol' };
  return { kind: 'token', token };
}

/** Models wsstream.IsWebSocketRequest in k8s.io/streaming/pkg/httpstream, v0.36. */
function isWebSocket(request: HttpRequest): boolean {
  const upgrades = headerValues(request, 'Connection').some((value) =>
    /(^|.*,\s*)upgrade($|\s*,)/.test(value.toLowerCase()),
  );
  return upgrades && headerValue(request, 'Upgrade').toLowerCase() === 'websocket';
}
