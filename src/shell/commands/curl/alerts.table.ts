/** A TLS alert as OpenSSL shows it: in curl's trace, with its number there, and in the error that follows. */
export interface AlertWords {
  readonly trace: string;
  readonly number: number;
  readonly error: string;
}

/** Fatal alerts by their names in RFC 8446. Models OpenSSL 3.0's SSL_alert_desc_string_long and err/openssl.txt. */
export const ALERTS: Readonly<Record<string, AlertWords>> = {
  unexpected_message: row('unexpected message', 10, '0A0003F2', 'sslv3 alert unexpected message'),
  bad_record_mac: row('bad record mac', 20, '0A0003FC', 'sslv3 alert bad record mac'),
  handshake_failure: row('handshake failure', 40, '0A000410', 'sslv3 alert handshake failure'),
  bad_certificate: row('bad certificate', 42, '0A000412', 'sslv3 alert bad certificate'),
  unsupported_certificate: row('unsupported certificate', 43, '0A000413', 'sslv3 alert unsupported certificate'),
  certificate_revoked: row('certificate revoked', 44, '0A000414', 'sslv3 alert certificate revoked'),
  certificate_expired: row('certificate expired', 45, '0A000415', 'sslv3 alert certificate expired'),
  certificate_unknown: row('certificate unknown', 46, '0A000416', 'sslv3 alert certificate unknown'),
  illegal_parameter: row('illegal parameter', 47, '0A000417', 'sslv3 alert illegal parameter'),
  unknown_ca: row('unknown CA', 48, '0A000418', 'tlsv1 alert unknown ca'),
  access_denied: row('access denied', 49, '0A000419', 'tlsv1 alert access denied'),
  decode_error: row('decode error', 50, '0A00041A', 'tlsv1 alert decode error'),
  decrypt_error: row('decrypt error', 51, '0A00041B', 'tlsv1 alert decrypt error'),
  protocol_version: row('protocol version', 70, '0A00042E', 'tlsv1 alert protocol version'),
  insufficient_security: row('insufficient security', 71, '0A00042F', 'tlsv1 alert insufficient security'),
  internal_error: row('internal error', 80, '0A000438', 'tlsv1 alert internal error'),
  unrecognized_name: row('unrecognized name', 112, '0A000458', 'tlsv1 unrecognized name'),
  no_application_protocol: row('no application protocol', 120, '0A000460', 'tlsv1 alert no application protocol'),
};

/** The trace shows level and description as one number: 2 (fatal) × 256 + the alert's own. */
function row(trace: string, alert: number, code: string, words: string): AlertWords {
  return { trace, number: 512 + alert, error: `error:${code}:SSL routines::${words}` };
}

/** The alert that is sent when a connection is closed in order. */
export const CLOSE_NOTIFY = 'close notify (256)';
