/** Why a stage decided as it did. Each has its sentence in `explain/sentences.ts`; facts in braces. */
export type ReasonCode =
  // connect
  | 'connected' // {address} {port}
  | 'no-process'
  | 'port-closed' // {port}: a port of the kubelet that its configuration keeps shut
  | 'port-unknown' // {port}: nothing of the kubelet's
  | 'address-closed' // {address} {port} {bound}: the port is open on another address only
  // tls
  | 'tls-agreed' // {version} {cipher} {asked} {client}: client is a subject name or ''
  | 'tls-unasked' // {client}: a certificate was offered, but without a client CA the kubelet never asks
  | 'plain-http'
  | 'http-to-tls'
  | 'tls-to-http'
  | 'tls-version' // {offered} {minimum}
  | 'tls-cipher'
  | 'no-serving-certificate' // {why}
  | 'client-left' // {alert} {heard}: whether the server could read the alert
  | 'client-closed' // {names}: the certificate's, none of which the client asked for
  // route
  | 'routed' // {endpoint} {path}
  | 'not-found' // {path}
  | 'redirected' // {to}
  // authenticate
  | 'no-authentication' // the port has none
  | 'certificate-accepted' // {user} {groups}
  | 'token-accepted' // {user} {groups} {cached}
  | 'anonymous' // {why}: why no authenticator had an opinion
  | 'no-credentials' // anonymous off, nobody had an opinion; {why}
  | 'certificate-rejected' // {error}
  | 'token-rejected' // {error}
  | 'credentials-rejected' // {error}: certificate and token both
  // authorize
  | 'no-authorization' // the port has none
  | 'always-allow'
  | 'access-allowed' // {user} {verb} {subresource} {tried} {cached} {by}
  | 'access-denied' // {user} {verb} {subresources} {cached} {bindings}
  | 'access-unknown' // {user} {verb} {subresource} {error}
  // handle
  | 'served' // {endpoint}
  | 'method-not-allowed' // {allow}
  | 'not-acceptable'
  | 'handler-refused'; // {status} {text}
