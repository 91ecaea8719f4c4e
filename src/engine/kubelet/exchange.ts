/** TLS versions by their common names, oldest first. */
export type TlsVersion = '1.0' | '1.1' | '1.2' | '1.3';

/** What a client offers in its handshake. */
export interface ClientTls {
  /** Newest version offered; 1.3 when absent. */
  readonly max?: TlsVersion;
  /** Oldest version offered; 1.2 when absent, as OpenSSL 3 has it. */
  readonly min?: TlsVersion;
  /** IANA names of the TLS 1.2 cipher suites offered; all usual ones when absent. */
  readonly ciphers?: readonly string[];
  /**
   * The alert with which the client goes once it has seen the server's certificate (`unknown_ca`, as RFC 8446 names
   * them); `close_notify` = it finishes the handshake, then closes over the host's name. Absent when it stays.
   */
  readonly leaves?: string;
  /** Whether its alert is encrypted, as Go's are; OpenSSL's come in the clear in TLS 1.3, which Go's server cannot read. */
  readonly sealed?: boolean;
}

/** A client certificate with its key, PEM. The chain's further certificates may follow the first. */
export interface ClientCertificate {
  readonly certificate: string;
  /** Where the client read it from, for the picture (`/root/bob.crt`). */
  readonly name: string;
}

/** One request to a port of a node. */
export interface HttpRequest {
  /** The address that the client dials, as a number: `127.0.0.1`, `10.0.0.11`. */
  readonly address: string;
  /** The address that the client has itself; the one it dials when absent. */
  readonly from?: string;
  readonly port: number;
  readonly scheme: 'http' | 'https';
  /** As sent, any token: `GET`, `BREW`. */
  readonly method: string;
  /** Path and query as sent, starting with `/`. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  readonly certificate?: ClientCertificate;
  readonly tls?: ClientTls;
}

/** What came back. The first is HTTP; the others end before HTTP begins. */
export type Answer =
  | HttpAnswer
  /** Nothing listens at that address and port. */
  | { readonly kind: 'refused' }
  /** The connection was cut. */
  | { readonly kind: 'reset' }
  /** The server ended the handshake with an alert (`protocol_version`, `internal_error`, `handshake_failure`). */
  | { readonly kind: 'alert'; readonly alert: string }
  /** The client ended the handshake itself, see {@link ClientTls.leaves}: no request was sent. */
  | { readonly kind: 'left'; readonly alert: string }
  /** The server's first bytes are not TLS: it speaks plain HTTP. */
  | { readonly kind: 'not-tls' };

/** An HTTP answer. `headers` are without Date, Content-Length, Connection and Transfer-Encoding, which the presenter adds. */
export interface HttpAnswer {
  readonly kind: 'http';
  readonly http: '1.0' | '1.1';
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Bytes of the body that HEAD leaves out: the length that is announced all the same. */
  readonly unsent?: number;
  /** True for Go's bare `HTTP/1.0 400 Bad Request` without any header. */
  readonly bare?: boolean;
}
