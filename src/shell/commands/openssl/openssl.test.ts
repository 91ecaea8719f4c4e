import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { NOON, WARM } from '../nodeWorld.fixture.ts';
import { pkcs1, pkcs8 } from './keyForms.ts';
import { openssl } from './openssl.ts';
import { APISERVER_PEM, APISERVER_TEXT, ODD_PEM, ODD_TEXT } from './recorded.fixture.ts';

const node = 'node01';
const run = (line: string, change = {}, world = WARM) => runLine(openssl, line, world, change);
const TERMINAL = { stdin: true, stdout: true, columns: 80 };

test.each([
  ['an API server’s certificate', APISERVER_PEM, APISERVER_TEXT],
  ['one with odd names, an elliptic key and many extensions', ODD_PEM, ODD_TEXT],
])('%s is printed as a real OpenSSL printed it', (_what, stdin, text) => {
  expect(run('x509 -noout -text', { stdin }).stdout).toBe(text);
});

test('facts come in the order in which they are asked for', () => {
  const { stdout } = run('x509 -in bob.crt -noout -enddate -subject -issuer -serial');
  expect(stdout).toBe(
    'notAfter=Nov 24 12:00:00 2027 GMT\nsubject=O = dev, CN = bob\nissuer=CN = kubernetes\nserial=68\n',
  );
  expect(run('x509 -in bob.crt -noout -subject -nameopt RFC2253').stdout).toBe('subject=CN=bob,O=dev\n');
  expect(run('x509 -in bob.crt -noout -ext extendedKeyUsage').stdout).toBe(
    'X509v3 Extended Key Usage: \n    TLS Web Client Authentication\n',
  );
});

test('a certificate and its key have the same modulus', () => {
  const modulus = run('x509 -in bob.crt -noout -modulus').stdout;
  expect(modulus).toMatch(/^Modulus=[0-9A-F]{512}\n$/);
  expect(run('rsa -in bob.key -noout -modulus').stdout).toBe(modulus);
});

test('the world’s clock decides what expires', () => {
  expect(run('x509 -in bob.crt -noout -checkend 0')).toMatchObject({
    stdout: 'Certificate will not expire\n',
    exitCode: 0,
  });
  expect(run('x509 -in bob.crt -noout -checkend 31536001')).toMatchObject({
    stdout: 'Certificate will expire\n',
    exitCode: 1,
  });
  const later = worldAfter(WARM, [{ type: 'advance', milliseconds: 366 * 86_400_000 }]);
  expect(run('verify -CAfile ca.crt bob.crt', {}, later)).toMatchObject({
    stderr:
      'O = dev, CN = bob\nerror 10 at 0 depth lookup: certificate has expired\nerror bob.crt: verification failed\n',
    exitCode: 2,
  });
});

test.each([
  ['verify -CAfile ca.crt bob.crt', 'bob.crt: OK\n', '', 0],
  [
    'verify -CAfile ca.crt intruder.crt',
    '',
    'O = system:masters, CN = kubernetes-super-admin\nerror 20 at 0 depth lookup: unable to get local issuer certificate\nerror intruder.crt: verification failed\n',
    2,
  ],
  ['verify -CAfile intruder-ca.crt intruder.crt', 'intruder.crt: OK\n', '', 0],
  ['foo', '', 'Invalid command \'foo\'; type "help" for a list.\n', 1],
  ['x509 -in', '', 'x509: Option -in needs a value\nx509: Use -help for summary.\n', 1],
  ['x509 -noout', '', 'Could not read certificate from <stdin>\nUnable to load certificate\n', 1],
  ['s_client -foo', '', 's_client: Unknown option: -foo\ns_client: Use -help for summary.\n', 1],
  ['enc -aes256', '', 'portside: openssl enc is not modelled.\n', 1],
])('%s', (line, stdout, stderr, exitCode) => {
  expect(run(line)).toMatchObject({ stdout, stderr, exitCode });
});

test('a handshake shows the chain, the authorities that the kubelet names, and a verdict', () => {
  const { stdout, stderr, events, exitCode } = run('s_client -connect 127.0.0.1:10250');
  expect(exitCode).toBe(0);
  expect(events).toMatchObject([{ type: 'request', request: { port: 10250, tls: { leaves: 'close_notify' } } }]);
  expect(stderr).toMatch(
    /^Can't use SSL_get_servername\ndepth=1 CN = node01-ca@\d+\nverify error:num=19:self-signed certificate in certificate chain\nverify return:1\n/,
  );
  expect(stderr).toMatch(/DONE\n$/);
  expect(stdout).toContain(
    'Acceptable client certificate CA names\nCN = kubernetes\nRequested Signature Algorithms: RSA-PSS+SHA256:',
  );
  expect(stdout).toContain('New, TLSv1.3, Cipher is TLS_AES_128_GCM_SHA256\n');
  expect(run('x509 -noout -subject', { stdin: stdout }).stdout).toMatch(/^subject=CN = node01@\d+\n$/);
  expect(run('s_client -connect 127.0.0.1:10250', { terminal: TERMINAL }).stderr).not.toContain('DONE');
});

test('the API server is greeted by the same door, and holds against the cluster’s authority', () => {
  const { stdout } = run(`s_client -connect ${WARM.cluster.endpoint} -CAfile ca.crt`);
  expect(stdout).toContain('Verify return code: 0 (ok)\n');
  expect(stdout).toContain(' 0 s:CN = kube-apiserver\n   i:CN = kubernetes\n');
});

test('old TLS, plain HTTP and silence fail as OpenSSL says it', () => {
  expect(run('s_client -connect localhost:10250 -tls1_1')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('tlsv1 alert protocol version'),
  });
  expect(run('s_client -connect localhost:10248').stderr).toContain('wrong version number');
  expect(run('s_client -connect localhost:19999').stderr).toContain('connect:errno=111');
  expect(run('s_client -connect nowhere.example:1').stderr).toContain('Name or service not known');
});

test('a key is written as PKCS #8, and as PKCS #1 when the traditional form is asked for', () => {
  const made = run('genpkey -algorithm RSA').stdout;
  expect(made).toMatch(/^-----BEGIN PRIVATE KEY-----\n[\s\S]*\n-----END PRIVATE KEY-----\n$/);
  expect(run('genrsa').stdout).toBe(made);
  const old = run('genrsa -traditional').stdout;
  expect(old).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
  expect(KEY_POOL.map((key) => key.trim())).toContain(old.trim());
  expect(pkcs8(old)).toBe(made);
  expect(run('genpkey -algorithm RSA -traditional').stderr).toMatch(/^genpkey: Unknown cipher: traditional\n/);
  const kept = worldAfter(WARM, runLine(openssl, 'genrsa -out new.key', WARM).events);
  const entry = kept.nodes[node]?.host.files['/root/new.key'];
  const text = entry?.kind === 'file' ? entry.text : '';
  expect(text).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(run('rsa -in new.key', {}, kept)).toMatchObject({ stdout: text, stderr: 'writing RSA key\n' });
  expect(run('rsa -traditional -in new.key', {}, kept).stdout).toBe(pkcs1(text));
  // A key that a file holds is given to nobody else.
  expect(run('genrsa', {}, kept).stdout).not.toBe(text);
});

test('a key is made, a request for it, and a certificate from the authority', () => {
  const after = (line: string, world = WARM) => worldAfter(world, runLine(openssl, line, world).events);
  const keyed = after('genrsa -out carol.key 2048');
  const entry = keyed.nodes[node]?.host.files['/root/carol.key'];
  expect(entry).toMatchObject({ mode: 0o600 });
  const asked = after("req -new -key carol.key -subj '/O=ops/CN=carol' -out carol.csr", keyed);
  expect(run('req -in carol.csr -noout -subject -verify', {}, asked)).toMatchObject({
    stdout: 'subject=O = ops, CN = carol\n',
    stderr: 'Certificate request self-signature verify OK\n',
  });
  const control = asked.nodes.controlplane?.host.files['/etc/kubernetes/pki/ca.key'];
  const ca = worldAfter(asked, [
    { type: 'write', node, path: '/root/ca.key', text: control?.kind === 'file' ? control.text : '' },
  ]);
  const made = runLine(openssl, 'x509 -req -in carol.csr -CA ca.crt -CAkey ca.key -out carol.crt -days 3', ca);
  expect(made.stderr).toBe('Certificate request self-signature ok\nsubject=O = ops, CN = carol\n');
  const signed = worldAfter(ca, made.events);
  expect(run('verify -CAfile ca.crt carol.crt', {}, signed).stdout).toBe('carol.crt: OK\n');
  expect(run('x509 -in carol.crt -noout -enddate', {}, signed).stdout).toBe('notAfter=Nov 27 12:00:00 2026 GMT\n');
  expect(NOON).toBe(WARM.now);
});

test('extensions are asked for, given and refused', () => {
  const text = (line: string, world = WARM) => worldAfter(world, runLine(openssl, line, world).events);
  const asked = text(
    "req -new -key bob.key -subj /CN=node01 -addext 'subjectAltName=DNS:node01,IP:10.0.0.11' -out n.csr",
  );
  expect(run('req -in n.csr -noout -text', {}, asked).stdout).toContain(
    '            Requested Extensions:\n                X509v3 Subject Alternative Name: \n                    DNS:node01, IP Address:10.0.0.11\n',
  );
  const self = text(
    'req -x509 -new -key bob.key -subj /CN=own-ca -addext keyUsage=critical,keyCertSign -out own.crt',
    asked,
  );
  expect(run('x509 -in own.crt -noout -ext basicConstraints,keyUsage', {}, self).stdout).toBe(
    'X509v3 Basic Constraints: critical\n    CA:TRUE\nX509v3 Key Usage: critical\n    Certificate Sign\n',
  );
  const filed = worldAfter(self, [
    { type: 'write', node, path: '/root/ext', text: '[v3]\nsubjectAltName=@a\n[a]\nDNS.1=x\nIP.1=::1\n' },
  ]);
  const signed = text('x509 -req -in n.csr -CA own.crt -CAkey bob.key -extfile ext -extensions v3 -out n.crt', filed);
  expect(run('x509 -in n.crt -noout -ext subjectAltName', {}, signed).stdout).toBe(
    'X509v3 Subject Alternative Name: \n    DNS:x, IP Address:0:0:0:0:0:0:0:1\n',
  );
  expect(run('verify -CAfile own.crt n.crt', {}, signed).stdout).toBe('n.crt: OK\n');
  expect(run('req -new -key bob.key -subj /CN=x -addext nsComment=x').stderr).toMatch(
    /^portside: the extension nsComment/,
  );
});

test('a subject of another form is refused', () => {
  expect(run('req -new -key bob.key -subj CN=bob').stderr).toMatch(
    /^req: subject name is expected to be in the format/,
  );
});

test('any arguments and any input give an answer', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'x509',
      'verify',
      's_client',
      'req',
      'rsa',
      '-in',
      '-noout',
      '-text',
      'bob.crt',
      '-connect',
      'localhost:10250',
      '-new',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), fc.string(), (words, stdin) =>
      Number.isInteger(openssl.run(words, contextOf(WARM, { stdin })).exitCode),
    ),
    { numRuns: 60 },
  );
});
