/**
 * What follows an option: nothing (`mode`: no `--no-` form either; `switch`: `--no-` undoes it), a `text`, or a `file` name.
 * `does` is `model` when the simulator acts on it, `nothing` when it makes no difference to what is modelled,
 * `unmodelled` when it would and the line is refused instead of answered wrongly.
 */
export interface CurlOption {
  readonly name: string;
  readonly letter: string;
  readonly takes: 'mode' | 'switch' | 'text' | 'file';
  readonly does: 'model' | 'nothing' | 'unmodelled';
  /** In our own words, for the screen; empty for what is not acted on. */
  readonly help: string;
}

type Row = readonly [spec: string, takes: CurlOption['takes'], help: string];

/** Options that are acted on. `k:insecure` is `-k, --insecure`. */
const MODELLED: readonly Row[] = [
  ['4:ipv4', 'mode', 'Use only IPv4 addresses of a name'],
  ['6:ipv6', 'mode', 'Use only IPv6 addresses of a name'],
  ['0:http1.0', 'mode', 'Speak HTTP/1.0'],
  ['http1.1', 'mode', 'Speak HTTP/1.1, even where the server offers HTTP/2'],
  ['http2', 'mode', 'Offer HTTP/2 (the default over TLS)'],
  ['1:tlsv1', 'mode', 'Offer TLS 1.0 or newer'],
  ['tlsv1.0', 'mode', 'Offer TLS 1.0 or newer'],
  ['tlsv1.1', 'mode', 'Offer TLS 1.1 or newer'],
  ['tlsv1.2', 'mode', 'Offer TLS 1.2 or newer'],
  ['tlsv1.3', 'mode', 'Offer TLS 1.3 only'],
  ['tls-max', 'text', 'The newest TLS version to offer: default, 1.0, 1.1, 1.2 or 1.3'],
  ['ciphers', 'text', 'Cipher suites of TLS 1.2 and older, OpenSSL names joined by colons'],
  ['tls13-ciphers', 'text', 'Cipher suites of TLS 1.3, joined by colons'],
  ['A:user-agent', 'text', 'Send this User-Agent header'],
  ['b:cookie', 'text', 'Send these cookies, as name=value'],
  ['basic', 'switch', 'Send -u as HTTP Basic (the default)'],
  ['cacert', 'file', 'Verify the server against the authorities in this file'],
  ['E:cert', 'file', 'Show this client certificate (PEM; a key may be in the same file)'],
  ['cert-type', 'text', 'Format of the client certificate'],
  ['compressed', 'switch', 'Ask for a compressed answer and unpack it'],
  ['connect-timeout', 'text', 'Seconds to wait for the connection'],
  ['d:data', 'text', 'Send this as a POST body; @FILE reads it from a file'],
  ['data-ascii', 'text', 'The same as --data'],
  ['data-binary', 'text', 'As --data, newlines of a file kept'],
  ['data-raw', 'text', 'As --data, but @ means nothing'],
  ['data-urlencode', 'text', 'As --data, percent-encoded'],
  ['D:dump-header', 'file', 'Write the answer headers to this file'],
  ['f:fail', 'switch', 'No body, and exit code 22, when the status is 400 or above'],
  ['fail-with-body', 'switch', 'The body all the same, and exit code 22, when the status is 400 or above'],
  ['G:get', 'switch', 'Put the -d data behind the URL and send a GET'],
  ['g:globoff', 'switch', 'Take [] and {} in URLs as they are'],
  ['I:head', 'switch', 'Send HEAD and show the headers'],
  ['H:header', 'text', 'Send this header; "Name:" removes one, "Name;" sends it empty, @FILE reads them from a file'],
  ['h:help', 'switch', 'This help'],
  ['i:include', 'switch', 'Show the answer headers before the body'],
  ['k:insecure', 'switch', 'Do not verify the certificate of the server'],
  ['json', 'text', 'POST this as JSON, with the two headers that go with it'],
  ['key', 'file', 'The private key of the client certificate'],
  ['key-type', 'text', 'Format of the private key'],
  ['L:location', 'switch', 'Follow redirects'],
  ['location-trusted', 'switch', 'Follow redirects and keep sending credentials to other hosts'],
  ['max-redirs', 'text', 'How many redirects to follow at most'],
  ['m:max-time', 'text', 'Seconds that the whole transfer may take'],
  ['alpn', 'switch', '--no-alpn: do not offer protocols in the handshake'],
  ['progress-meter', 'switch', '--no-progress-meter: no meter, but errors are shown'],
  ['oauth2-bearer', 'text', 'Send this bearer token'],
  ['o:output', 'file', 'Write the body to this file'],
  ['O:remote-name', 'switch', 'Write the body to a file named like the last part of the URL'],
  ['pass', 'text', 'Pass phrase of the private key'],
  ['path-as-is', 'switch', 'Send /../ and /./ in the path as they are'],
  ['#:progress-bar', 'switch', 'Draw progress as a bar'],
  ['e:referer', 'text', 'Send this Referer header'],
  ['X:request', 'text', 'Send this method'],
  ['request-target', 'text', 'Send this in place of the path'],
  ['resolve', 'text', 'HOST:PORT:ADDRESS: take this address for that host and port'],
  ['S:show-error', 'switch', 'With -s, show errors nevertheless'],
  ['s:silent', 'switch', 'No meter and no errors'],
  ['url', 'text', 'The URL, another way to give it'],
  ['u:user', 'text', 'USER:PASSWORD for HTTP Basic'],
  ['v:verbose', 'switch', 'Show connection, handshake and headers on stderr'],
  ['V:version', 'switch', 'Show the version'],
  ['w:write-out', 'text', 'Print this afterwards, with %{variables}'],
];

/** Real options that change nothing in what is modelled. */
const HARMLESS = {
  switch:
    'N:buffer styled-output tcp-nodelay tcp-fastopen keepalive sessionid clobber npn q:disable j:junk-session-cookies Z:parallel parallel-immediate raw R:remote-time xattr fail-early remove-on-error create-dirs false-start cert-status disallow-username-in-url post301 post302 post303 ssl-no-revoke ssl-revoke-best-effort ssl-allow-beast suppress-connect-headers B:use-ascii tr-encoding eprt epsv ignore-content-length retry-connrefused retry-all-errors',
  mode: '',
  text: 'keepalive-time happy-eyeballs-timeout-ms parallel-max Y:speed-limit y:speed-time expect100-timeout noproxy local-port max-filesize rate limit-rate retry retry-delay retry-max-time curves delegation',
  file: 'random-file egd-file',
} as const;

/** Real options that would matter and are not modelled. `next` is refused by name in the parser. */
const UNMODELLED = {
  switch:
    'anyauth a:append compressed-ssh crlf digest disable-eprt disable-epsv doh-cert-status doh-insecure form-escape ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control haproxy-protocol http0.9 l:list-only mail-rcpt-allowfails M:manual metalink negotiate n:netrc netrc-optional ntlm ntlm-wb proxy-anyauth proxy-basic proxy-digest proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast proxy-ssl-auto-client-cert p:proxytunnel J:remote-header-name remote-name-all sasl-ir socks5-basic socks5-gssapi socks5-gssapi-nec ssl ssl-auto-client-cert ssl-reqd tftp-no-options trace-time',
  mode: 'next http2-prior-knowledge http3 http3-only 2:sslv2 3:sslv3 proxy-tlsv1',
  text: 'alt-svc aws-sigv4 connect-to C:continue-at create-file-mode dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url engine F:form form-string ftp-account ftp-alternative-to-user ftp-method P:ftp-port ftp-ssl-ccc-mode hostpubmd5 hostpubsha256 hsts interface krb login-options mail-auth mail-from mail-rcpt preproxy proto proto-default proto-redir x:proxy proxy-cert proxy-cert-type proxy-ciphers proxy-header proxy-key-type proxy-pass proxy-pinnedpubkey pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser U:proxy-user proxy1.0 Q:quote r:range sasl-authzid service-name socks4 socks4a socks5 socks5-gssapi-service socks5-hostname t:telnet-option tftp-blksize z:time-cond tlsauthtype tlspassword tlsuser url-query',
  file: 'abstract-unix-socket capath K:config c:cookie-jar crlfile etag-compare etag-save libcurl netrc-file output-dir proxy-cacert proxy-capath proxy-crlfile proxy-key pubkey stderr trace trace-ascii unix-socket T:upload-file',
} as const;

const KINDS = ['switch', 'mode', 'text', 'file'] as const;

function option(spec: string, takes: CurlOption['takes'], does: CurlOption['does'], help: string): CurlOption {
  const letter = spec.charAt(1) === ':' ? spec.charAt(0) : '';
  return { name: letter === '' ? spec : spec.slice(2), letter, takes, does, help };
}

function plain(table: Readonly<Record<(typeof KINDS)[number], string>>, does: CurlOption['does']): CurlOption[] {
  return KINDS.flatMap((takes) =>
    table[takes]
      .split(' ')
      .filter((spec) => spec !== '')
      .map((spec) => option(spec, takes, does, '')),
  );
}

/** Every option of curl 7.88.1 that its own help lists. Models src/tool_getparam.c, 7.88.1. */
export const CURL_OPTIONS: readonly CurlOption[] = [
  ...MODELLED.map(([spec, takes, help]) => option(spec, takes, 'model', help)),
  ...plain(HARMLESS, 'nothing'),
  ...plain(UNMODELLED, 'unmodelled').map((entry) => (entry.name === 'next' ? { ...entry, letter: ':' } : entry)),
];
