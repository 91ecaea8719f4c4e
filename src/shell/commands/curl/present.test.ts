import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, HttpAnswer } from '#engine/kubelet/exchange.ts';
import type { Connection } from '#engine/kubelet/stage.ts';
import { issueCertificate } from '#engine/pki/issue.ts';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import type { World } from '#engine/world/world.ts';
import { prepareCurl } from './prepare.ts';
import type { Presented } from './present.ts';
import { presentCurl } from './present.ts';
import { NOW, testWorld, traceOf } from './testWorld.fixture.ts';

const [caKey = '', leafKey = ''] = KEY_POOL;
const DAY = 24 * 3600 * 1000;
const dates = { notBefore: NOW - DAY, notAfter: NOW + DAY };
const authority = issueCertificate({
  ...dates,
  commonName: 'ca',
  serial: '2',
  privateKey: caKey,
  purpose: 'authority',
});
function serving(change: Partial<Parameters<typeof issueCertificate>[0]>): string {
  return issueCertificate({
    ...dates,
    commonName: 'node01',
    serial: '3',
    privateKey: leafKey,
    purpose: 'server',
    dnsNames: ['node01'],
    issuer: { certificate: authority, privateKey: caKey },
    ...change,
  });
}
const leaf = serving({});
const world = testWorld({ '/root/ca.crt': authority }, null, leaf);

const TEXT = ['Content-Type', 'text/plain; charset=utf-8'] as const;

function http(status: number, body: string, headers: HttpAnswer['headers'] = [TEXT]): Answer {
  return { kind: 'http', http: '1.1', status, headers, body };
}

function connectionWith(server: string, asked: boolean): Connection {
  return { version: '1.3', cipher: 'TLS_AES_128_GCM_SHA256', asked, peer: null, server };
}

/** What a line prints when its one request is answered so, unless the client leaves before it. */
function present(line: string, served: Answer, server = leaf, asked = true, where: World = world): Presented {
  const prepared = prepareCurl(line, { world: where, node: 'node01', workingDirectory: '/root' });
  if (prepared.kind === 'done') throw new Error(prepared.stderr);
  const { request } = prepared.event;
  const alert = request.tls?.leaves;
  const answer: Answer = alert === undefined ? served : { kind: 'left', alert };
  const connection = request.scheme === 'https' && served.kind === 'http' ? connectionWith(server, asked) : null;
  return presentCurl(prepared.plan, traceOf(request, answer, connection), where);
}

const U = 'https://localhost:10250';
const ADVICE = `More details here: https://curl.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it. To learn more about this situation and
how to fix it, please visit the web page mentioned above.
`;

test('on a terminal there is neither a meter nor a count of bytes', () => {
  expect(present(`curl -k ${U}/pods`, http(401, 'Unauthorized'))).toEqual({
    stdout: 'Unauthorized',
    stderr: '',
    written: [{ stream: 'stdout', text: 'Unauthorized' }],
    exitCode: 0,
    files: [],
    again: null,
  });
});

test('-v over HTTP/1.1 with a client CA', () => {
  const { stderr } = present(`curl -skv ${U}/healthz -u a:b -d x=1`, http(401, 'Unauthorized'));
  expect(stderr).toBe(`*   Trying 127.0.0.1:10250...
* Connected to localhost (127.0.0.1) port 10250 (#0)
* ALPN: offers h2,http/1.1
* TLSv1.3 (OUT), TLS handshake, Client hello (1):
* TLSv1.3 (IN), TLS handshake, Server hello (2):
* TLSv1.3 (IN), TLS handshake, Encrypted Extensions (8):
* TLSv1.3 (IN), TLS handshake, Request CERT (13):
* TLSv1.3 (IN), TLS handshake, Certificate (11):
* TLSv1.3 (IN), TLS handshake, CERT verify (15):
* TLSv1.3 (IN), TLS handshake, Finished (20):
* TLSv1.3 (OUT), TLS change cipher, Change cipher spec (1):
* TLSv1.3 (OUT), TLS handshake, Certificate (11):
* TLSv1.3 (OUT), TLS handshake, Finished (20):
* SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256
* ALPN: server did not agree on a protocol. Uses default.
* Server certificate:
*  subject: CN=node01
*  start date: Nov 23 09:10:12 2026 GMT
*  expire date: Nov 25 09:10:12 2026 GMT
*  issuer: CN=ca
*  SSL certificate verify result: unable to get local issuer certificate (20), continuing anyway.
* using HTTP/1.x
* Server auth using Basic with user 'a'
> POST /healthz HTTP/1.1\r
> Host: localhost:10250\r
> Authorization: Basic YTpi\r
> User-Agent: curl/7.88.1\r
> Accept: */*\r
> Content-Length: 3\r
> Content-Type: application/x-www-form-urlencoded\r
> \r
* TLSv1.3 (IN), TLS handshake, Newsession Ticket (4):
< HTTP/1.1 401 Unauthorized\r
< Date: Tue, 24 Nov 2026 09:10:12 GMT\r
< Content-Length: 12\r
< Content-Type: text/plain; charset=utf-8\r
< \r
* Connection #0 to host localhost left intact
`);
});

test('without a client CA a kubelet agrees on HTTP/2, unless the client insists on 1.1', () => {
  const spoken = present(`curl -ki ${U}/pods`, http(401, 'Unauthorized'), leaf, false);
  expect(spoken.stdout).toBe(
    'HTTP/2 401 \r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 12\r\ndate: Tue, 24 Nov 2026 09:10:12 GMT\r\n\r\nUnauthorized',
  );
  const { stderr } = present(`curl -kv ${U}/pods`, http(401, 'Unauthorized'), leaf, false);
  expect(stderr).toContain(`* ALPN: server accepted h2
`);
  expect(stderr).toContain(`* using HTTP/2
* h2h3 [:method: GET]
* h2h3 [:path: /pods]
* h2h3 [:scheme: https]
* h2h3 [:authority: localhost:10250]
* h2h3 [user-agent: curl/7.88.1]
* h2h3 [accept: */*]
* Using Stream ID: 1 (easy handle 0x55a3252eb2b0)
> GET /pods HTTP/2\r
> Host: localhost:10250\r
> user-agent: curl/7.88.1\r
`);
  const old = present(`curl -ki --http1.1 ${U}/pods`, http(401, 'Unauthorized'), leaf, false);
  expect(old.stdout).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\nDate/);
});

test.each([
  ['no authority', `curl ${U}/`, leaf, 'SSL certificate problem: unable to get local issuer certificate'],
  [
    'a chain to nowhere',
    `curl ${U}/`,
    leaf + authority,
    'SSL certificate problem: self-signed certificate in certificate chain',
  ],
  [
    'another name',
    `curl --cacert ca.crt ${U}/`,
    leaf,
    "SSL: no alternative certificate subject name matches target host name 'localhost'",
  ],
  [
    'no alternative names',
    `curl --cacert ca.crt ${U}/`,
    serving({ dnsNames: [] }),
    "SSL: certificate subject name 'node01' does not match target host name 'localhost'",
  ],
  [
    'an expired one',
    'curl --cacert ca.crt https://node01:10250/',
    serving({ notAfter: NOW - 1000 }),
    'SSL certificate problem: certificate has expired',
  ],
  [
    'one that begins tomorrow',
    'curl --cacert ca.crt https://node01:10250/',
    serving({ notBefore: NOW + 1000 }),
    'SSL certificate problem: certificate is not yet valid',
  ],
  [
    'a client certificate',
    'curl --cacert ca.crt https://node01:10250/',
    serving({ purpose: 'client' }),
    'SSL certificate problem: unsuitable certificate purpose',
  ],
])('a server certificate with %s ends with 60', (_what, line, server, message) => {
  const where = testWorld({ '/root/ca.crt': authority }, null, server);
  expect(present(line, http(200, 'ok'), server, true, where)).toMatchObject({
    stdout: '',
    stderr: `curl: (60) ${message}\n${ADVICE}`,
    exitCode: 60,
  });
});

test('the right authority and name pass', () => {
  const got = present('curl -v --cacert ca.crt https://node01:10250/healthz', http(200, 'ok'));
  expect(got).toMatchObject({ stdout: 'ok', exitCode: 0 });
  expect(got.stderr).toContain('*  CAfile: ca.crt\n*  CApath: /etc/ssl/certs\n');
  expect(got.stderr).toContain(`*  subjectAltName: host "node01" matched cert's "node01"\n`);
  expect(got.stderr).toContain('*  SSL certificate verify ok.\n');
});

test.each([
  [
    { kind: 'refused' } as const,
    'curl http://127.0.0.1:10255/pods',
    7,
    "curl: (7) Failed to connect to 127.0.0.1 port 10255 after 0 ms: Couldn't connect to server\n",
  ],
  [
    { kind: 'alert', alert: 'internal_error' } as const,
    `curl -k ${U}`,
    35,
    'curl: (35) OpenSSL/3.0.19: error:0A000438:SSL routines::tlsv1 alert internal error\n',
  ],
  [
    { kind: 'alert', alert: 'handshake_failure' } as const,
    `curl -k --tls-max 1.2 ${U}`,
    35,
    'curl: (35) OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure\n',
  ],
  [
    { kind: 'reset' } as const,
    'curl http://localhost:10250',
    56,
    'curl: (56) Recv failure: Connection reset by peer\n',
  ],
  [http(401, 'Unauthorized'), `curl -kf ${U}`, 22, 'curl: (22) The requested URL returned error: 401\n'],
  [
    http(200, 'ok'),
    `curl -k -m 2 -X HEAD ${U}`,
    28,
    'Warning: Setting custom HTTP method to HEAD with -X/--request may not work the \nWarning: way you want. Consider using -I/--head instead.\ncurl: (28) Operation timed out after 2001 milliseconds with 0 out of 2 bytes received\n',
  ],
])('%j to %s ends with %i', (answer, line, exitCode, stderr) => {
  expect(present(line, answer)).toMatchObject({ stdout: '', stderr, exitCode });
});

test('a refused name is tried on each of its addresses', () => {
  expect(present('curl -v http://localhost:10255/', { kind: 'refused' }).stderr).toBe(`*   Trying 127.0.0.1:10255...
* connect to 127.0.0.1 port 10255 failed: Connection refused
*   Trying [::1]:10255...
* connect to ::1 port 10255 failed: Connection refused
* Failed to connect to localhost port 10255 after 0 ms: Couldn't connect to server
* Closing connection 0
curl: (7) Failed to connect to localhost port 10255 after 0 ms: Couldn't connect to server
`);
});

test('headers are in the order of the server of Go', () => {
  const set = [TEXT, ['X-Content-Type-Options', 'nosniff']] as const;
  expect(present('curl -i http://localhost:10248/healthz', http(200, 'ok', set)).stdout).toBe(
    'HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nDate: Tue, 24 Nov 2026 09:10:12 GMT\r\nContent-Length: 2\r\n\r\nok',
  );
  const json = http(200, '#'.repeat(3000), [['Content-Type', 'application/json']]);
  expect(present('curl -i http://localhost:10248/x', json).stdout).toMatch(
    /^HTTP\/1\.1 200 OK\r\nContent-Type: application\/json\r\nDate: .*\r\nTransfer-Encoding: chunked\r\n\r\n#/,
  );
  expect(present('curl -I http://localhost:10248/x', json).stdout).not.toMatch(/Length|Encoding|#/);
});

test('-o writes to the directory of the line, /dev/null to nowhere', () => {
  const got = present(`curl -sk -i -o out.txt ${U}/pods`, http(200, 'body'));
  expect(got).toMatchObject({ stdout: '', stderr: '', files: [{ path: '/root/out.txt' }] });
  expect(got.files[0]?.text).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nbody$/);
  const none = present(`curl -sk -o /dev/null -w '%{http_code}\\n' ${U}/pods`, http(403, 'no'));
  expect(none).toMatchObject({ stdout: '403\n', files: [] });
  const lost = present(`curl -k -o nowhere/out ${U}/pods`, http(200, 'body'));
  expect(lost.files).toEqual([]);
  expect(lost.exitCode).toBe(23);
});

test('-w knows the variables that people ask for', () => {
  const format =
    '%{response_code} %{size_download} %{ssl_verify_result} %{scheme} %{remote_ip}:%{remote_port} %{method} %header{content-type}%%';
  expect(present(`curl -sk -o /dev/null -w '${format}' ${U}/pods`, http(200, 'body')).stdout).toBe(
    '200 4 20 HTTPS 127.0.0.1:10250 GET text/plain; charset=utf-8%',
  );
  const got = present(`curl -sk -w '%{nosuch}%{time_total}\\t%{json}' ${U}/pods`, http(200, ''));
  expect(got.stderr).toBe("curl: unknown --write-out variable: 'nosuch'\n");
  expect(got.stdout).toMatch(/^0\.010526\t\{"certs":"",/);
});

const MOVED = http(307, '<a>', [
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Location', '/logs/'],
]);

test('-L asks again on the same connection, and keeps method and body', () => {
  const first = present(`curl -kvL -d a ${U}/logs`, MOVED);
  expect(first).toMatchObject({ stdout: '', exitCode: 0 });
  expect(first.again?.event.request).toMatchObject({ path: '/logs/', method: 'POST', body: 'a' });
  expect(first.stderr).toContain("* Issue another request to this URL: 'https://localhost:10250/logs/'\n");
  if (first.again === null) return;
  const { event, plan } = first.again;
  const second = presentCurl(plan, traceOf(event.request, http(200, 'list'), connectionWith(leaf, true)), world);
  expect(second).toMatchObject({ stdout: 'list', exitCode: 0, again: null });
  expect(second.stderr).toMatch(
    /^\* Found bundle.*\n\* Can not.*\n\* Re-using existing connection #0 with host localhost\n> POST/,
  );
});

test('-L stops at --max-redirs, and drops credentials on the way to another port', () => {
  const stopped = present(`curl -kL --max-redirs 0 ${U}/logs`, MOVED);
  expect(stopped).toMatchObject({ exitCode: 47, stderr: 'curl: (47) Maximum (0) redirects followed\n', again: null });
  const away = http(302, '', [['Location', 'http://localhost:10248/healthz']]);
  const got = present(`curl -kL -H 'Authorization: Bearer t' ${U}/logs`, away);
  expect(got.again?.event.request.headers.map(([name]) => name)).toEqual(['Host', 'User-Agent', 'Accept']);
});

test('the next URL is asked when the first is done, and its failure is the end', () => {
  const first = present(`curl -sk ${U}/a ${U}/b http://nosuch/`, http(200, 'A'));
  expect(first.stdout).toBe('A');
  expect(first.again?.event.request.path).toBe('/b');
  if (first.again === null) return;
  const { event, plan } = first.again;
  const second = presentCurl(plan, traceOf(event.request, http(200, 'B'), connectionWith(leaf, true)), world);
  expect(second).toMatchObject({ stdout: 'B', exitCode: 6, again: null });
});

const answers = fc.oneof(
  fc.constantFrom<Answer>(
    { kind: 'refused' },
    { kind: 'reset' },
    { kind: 'not-tls' },
    { kind: 'left', alert: 'unknown_ca' },
  ),
  fc.string().map((alert): Answer => ({ kind: 'alert', alert })),
  fc
    .record({ status: fc.integer({ min: 100, max: 999 }), body: fc.string(), name: fc.string(), value: fc.string() })
    .map(({ status, body, name, value }): Answer => http(status, body, [[name, value], ['Location', value], TEXT])),
);
const flags = fc.subarray([
  '-s',
  '-S',
  '-k',
  '-i',
  '-v',
  '-L',
  '-f',
  '-I',
  '-o f',
  '-O',
  '--http1.1',
  "-w '%{json}'",
  '-d a',
  '-XHEAD',
]);

test('whatever comes back is shown; nothing throws', () => {
  fc.assert(
    fc.property(answers, flags, fc.string(), fc.boolean(), (answer, given, server, terminal) => {
      const line = `curl ${given.join(' ')} ${U}/a ${U}/b`;
      const prepared = prepareCurl(line, { world, node: 'node01', workingDirectory: '/root', terminal });
      if (prepared.kind === 'done') return true;
      const connection = answer.kind === 'http' ? connectionWith(server.length > 5 ? server : leaf, true) : null;
      const shown = presentCurl(prepared.plan, traceOf(prepared.event.request, answer, connection), world);
      return Number.isInteger(shown.exitCode) && (shown.again === null || shown.again.event.type === 'request');
    }),
    { numRuns: 500 },
  );
});
