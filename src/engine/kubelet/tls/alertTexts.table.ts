/** A client's alerts about a certificate as crypto/tls words them, by their names in RFC 8446. Models tls/alert.go, Go 1.26. */
export const ALERT_TEXTS: Readonly<Record<string, string>> = {
  bad_certificate: 'bad certificate',
  unsupported_certificate: 'unsupported certificate',
  certificate_revoked: 'revoked certificate',
  certificate_expired: 'expired certificate',
  certificate_unknown: 'unknown certificate',
  unknown_ca: 'unknown certificate authority',
  decrypt_error: 'error decrypting message',
};

/** A server's alerts as crypto/tls words them to its client. Models tls/alert.go, Go 1.26. */
export const SERVER_ALERT_TEXTS: Readonly<Record<string, string>> = {
  internal_error: 'internal error',
  handshake_failure: 'handshake failure',
  protocol_version: 'protocol version not supported',
};
