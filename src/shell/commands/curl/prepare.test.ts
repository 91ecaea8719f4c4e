import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueCertificate } from '#engine/pki/issue.ts';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import { CURL_OPTIONS } from './options.table.ts';
import type { CurlPlan } from './plan.ts';
import { prepareCurl } from './prepare.ts';
import { NOW, testWorld } from './testWorld.fixture.ts';

const [key = '', otherKey = ''] = KEY_POOL;
const YEAR = 365 * 24 * 3600 * 1000;
const certificate = issueCertificate({
  commonName: 'bob',
  notBefore: NOW - YEAR,
  notAfter: NOW + YEAR,
  serial: '7',
  privateKey: key,
  purpose: 'client',
});
const world = testWorld(
  {
    '/root/bob.crt': certificate,
    '/root/bob.key': key,
    '/root/other.key': otherKey,
    '/root/both.pem': certificate + key,
    '/root/body.json': '{"a":\n1}\n',
    '/root/headers.txt': 'X-One: 1\nX-Two: 2\n',
    '/etc/hosts': '127.0.0.1 localhost\n10.0.0.11 node01 kubelet.lab # the node\n10.9.9.9 far\n',
  },
  null,
  '',
);

function prepare(line: string): ReturnType<typeof prepareCurl> {
  return prepareCurl(line, { world, node: 'node01', workingDirectory: '/root' });
}

function requestOf(line: string) {
  const prepared = prepare(line);
  if (prepared.kind === 'done') throw new Error(`no request: ${prepared.stderr}`);
  const { request } = prepared.event;
  return { ...request, headers: request.headers.map(([name, value]) => `${name}: ${value}`) };
}

function planOf(line: string): CurlPlan {
  const prepared = prepare(line);
  if (prepared.kind === 'done') throw new Error(`no request: ${prepared.stderr}`);
  return prepared.plan;
}

const USUAL = ['Host: localhost:10250', 'User-Agent: curl/7.88.1', 'Accept: */*'];
const KUBELET = { address: '127.0.0.1', port: 10250, scheme: 'https', method: 'GET' };
const FORM = ['Content-Length: 3', 'Content-Type: application/x-www-form-urlencoded'];
const U = 'https://localhost:10250';

test.each([
  [`curl -sk ${U}/pods`, { ...KUBELET, path: '/pods', headers: USUAL }],
  [`sudo curl -sk ${U}/pods`, { path: '/pods' }],
  [`time curl -k ${U}`, { path: '/' }],
  [`root@node01:~# curl -k ${U}/a/../b?c#d`, { path: '/b?c' }],
  [`curl -skXPOST ${U}/run/ns/p/c -d cmd=id`, { method: 'POST', path: '/run/ns/p/c', body: 'cmd=id' }],
  [`curl -sk ${U}/x -d a=1`, { method: 'POST', body: 'a=1', headers: [...USUAL, ...FORM] }],
  [`curl -sk ${U}/x -d a=1 -d b=2`, { body: 'a=1&b=2' }],
  [`curl -sk -G ${U}/x?q=1 -d a=1`, { method: 'GET', path: '/x?q=1&a=1', headers: USUAL }],
  [`curl -skd @body.json ${U}/x`, { body: '{"a":1}' }],
  [`curl -sk --data-binary @body.json ${U}/x`, { body: '{"a":\n1}\n' }],
  [`curl -sk --data-raw @body.json ${U}/x`, { body: '@body.json' }],
  [`curl -sk --data-urlencode 'cmd=ls -l' ${U}/x`, { body: 'cmd=ls+-l' }],
  [
    `curl -sk --json '{"a":1}' ${U}/x`,
    {
      method: 'POST',
      headers: [
        ...USUAL.slice(0, 2),
        'Content-Type: application/json',
        'Accept: application/json',
        'Content-Length: 7',
      ],
    },
  ],
  [`curl -I -k ${U}/x`, { method: 'HEAD' }],
  [`curl -k -X BREW ${U}/pot`, { method: 'BREW' }],
  [`curl -k --request PUT --url ${U}/x`, { method: 'PUT' }],
  [`curl -k -H 'X-A: b' -H 'X-C;' -H 'Accept:' ${U}`, { headers: [USUAL[0], USUAL[1], 'X-A: b', 'X-C: '] }],
  [`curl -k -H @headers.txt ${U}`, { headers: [...USUAL, 'X-One: 1', 'X-Two: 2'] }],
  [`curl -k -H 'Host: other' ${U}`, { headers: ['Host: other', USUAL[1], USUAL[2]] }],
  [`curl -k -u user:pass ${U}`, { headers: [USUAL[0], 'Authorization: Basic dXNlcjpwYXNz', USUAL[1], USUAL[2]] }],
  [`curl -k --oauth2-bearer tok ${U}`, { headers: [USUAL[0], 'Authorization: Bearer tok', USUAL[1], USUAL[2]] }],
  [`curl -k -A me -e from ${U}`, { headers: [USUAL[0], 'User-Agent: me', USUAL[2], 'Referer: from'] }],
  [`curl -k --compressed ${U}`, { headers: [...USUAL, 'Accept-Encoding: deflate, gzip, br, zstd'] }],
  [`curl -k -E bob.crt --key bob.key ${U}`, { certificate: { name: 'bob.crt', certificate } }],
  [`curl -k --cert both.pem ${U}`, { certificate: { name: 'both.pem', certificate } }],
  [`curl -k --cert ./bob.crt:secret --key /root/bob.key ${U}`, { certificate: { name: './bob.crt', certificate } }],
  [`curl -k --tls-max 1.2 ${U}`, { tls: { max: '1.2' } }],
  [`curl -k --tls-max 1.1 ${U}`, { tls: { max: '1.1', min: '1.0' } }],
  [`curl -k --tlsv1.3 ${U}`, { tls: { min: '1.3' } }],
  [
    `curl -k --tls-max 1.2 --ciphers ECDHE-RSA-AES128-SHA ${U}`,
    { tls: { max: '1.2', ciphers: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'] } },
  ],
  ['curl http://localhost:10248/healthz', { scheme: 'http', port: 10248, address: '127.0.0.1' }],
  ['curl localhost:10248/healthz', { scheme: 'http', port: 10248 }],
  ['curl -k https://node01:10250/', { address: '10.0.0.11' }],
  ['curl -k https://KUBELET.lab:10250/', { address: '10.0.0.11' }],
  ['curl -k https://10.0.0.11:10250/', { address: '10.0.0.11' }],
  ['curl -k https://127.1:10250/', { address: '127.0.0.1' }],
  ['curl -k https://0.0.0.0:10250/', { address: '127.0.0.1' }],
  ['curl http://[::1]:10255/', { address: '::1' }],
  ['curl -6 http://localhost:10248/', { address: '::1' }],
  ['curl -k https://api:10250/ --resolve api:10250:10.0.0.11', { address: '10.0.0.11' }],
  ['curl --http2 -sk -N -# -4 -- https://localhost:10250/x', { path: '/x' }],
])('%s asks what it says', (line, expected) => {
  expect(requestOf(line)).toMatchObject(expected);
});

test('outputs belong to URLs in order, and a range is several URLs', () => {
  const plan = planOf(`curl -sk -o a ${U}/[1-2] -O ${U}/z`);
  expect(plan.transfer.queued).toMatchObject({ url: `${U}/1`, output: { to: 'file', path: 'a' } });
  expect(plan.queue.map(({ url }) => url)).toEqual([`${U}/2`, `${U}/z`]);
});

const TRY = "curl: try 'curl --help' or 'curl --manual' for more information\n";

test.each([
  ['curl', 2, TRY],
  ['curl -k', 2, `curl: no URL specified!\n${TRY}`],
  ['curl --nope', 2, `curl: option --nope: is unknown\n${TRY}`],
  ['curl --silent=true x', 2, `curl: option --silent=true: is unknown\n${TRY}`],
  ['curl -sk!', 2, `curl: option -sk!: is unknown\n${TRY}`],
  ['curl -', 2, `curl: option -: is unknown\n${TRY}`],
  ['curl -sX', 2, `curl: option -sX: requires parameter\n${TRY}`],
  ['curl --ma 1 x', 2, `curl: option --ma: is ambiguous\n${TRY}`],
  ['curl -m abc x', 2, `curl: option -m: expected a proper numerical parameter\n${TRY}`],
  ['curl --max-time -1 x', 2, `curl: option --max-time: expected a positive numerical parameter\n${TRY}`],
  ['curl --tls-max 1.9 x', 2, `curl: option --tls-max: is badly used here\n${TRY}`],
  ['curl --fail-with-body -f x', 2, `curl: option -f: is badly used here\n${TRY}`],
  ['curl --no-http1.1 x', 2, `curl: option --no-http1.1: used '--no-' for option that isn't a boolean\n${TRY}`],
  [
    'curl -I -d a x',
    2,
    'Warning: You can only select one HTTP request method! You asked for both POST \nWarning: (-d, --data) and HEAD (-I, --head).\n',
  ],
  ['curl nosuch://x', 1, 'curl: (1) Protocol "nosuch" not supported or disabled in libcurl\n'],
  ['curl http://', 3, 'curl: (3) URL using bad/illegal format or missing URL\n'],
  ["curl ''", 3, 'curl: (3) URL using bad/illegal format or missing URL\n'],
  ["curl 'http://localhost/a b'", 3, 'curl: (3) URL using bad/illegal format or missing URL\n'],
  ['curl http://localhost:99999/', 3, 'curl: (3) URL using bad/illegal format or missing URL\n'],
  ['curl -s http://localhost:abc/', 3, ''],
  [
    "curl 'http://localhost:18080/{a'",
    3,
    'curl: (3) unmatched brace in URL position 24:\nhttp://localhost:18080/{a\n                       ^\n',
  ],
  ['curl https://nosuch.example/', 6, 'curl: (6) Could not resolve host: nosuch.example\n'],
  ['curl -s https://nosuch.example/', 6, ''],
  ['curl -m 2 https://10.9.9.9:10250/', 28, 'curl: (28) Connection timed out after 2001 milliseconds\n'],
  [
    'curl --connect-timeout 1 http://far:81/',
    28,
    'curl: (28) Failed to connect to far port 81 after 1001 ms: Timeout was reached\n',
  ],
  [
    'curl http://10.0.0.77:10250/',
    7,
    "curl: (7) Failed to connect to 10.0.0.77 port 10250 after 3061 ms: Couldn't connect to server\n",
  ],
  [
    `curl -k --cert nofile ${U}`,
    58,
    'curl: (58) could not load PEM client certificate from nofile, OpenSSL error error:80000002:system library::No such file or directory, (no key found, wrong pass phrase, or wrong file format?)\n',
  ],
  [
    `curl -k --cert bob.key ${U}`,
    58,
    'curl: (58) could not load PEM client certificate from bob.key, OpenSSL error error:0480006C:PEM routines::no start line, (no key found, wrong pass phrase, or wrong file format?)\n',
  ],
  [`curl -k --cert bob.crt ${U}`, 58, "curl: (58) unable to set private key file: 'bob.crt' type PEM\n"],
  [
    `curl -k --cert bob.crt --key other.key ${U}`,
    58,
    "curl: (58) unable to set private key file: 'other.key' type PEM\n",
  ],
  [`curl --cacert body.json ${U}`, 77, 'curl: (77) error setting certificate file: body.json\n'],
  [`curl -k --ciphers NOPE ${U}`, 59, 'curl: (59) failed setting cipher list: NOPE\n'],
  [`curl -k --tlsv1.3 --tls-max 1.2 ${U}`, 35, 'curl: (35) CURL_SSLVERSION_MAX incompatible with CURL_SSLVERSION\n'],
  ['curl -x proxy:3128 x', 2, 'portside: -x, --proxy is a real option of curl, but not modelled here.\n'],
  [`curl -k ${U} --next -s x`, 2, 'portside: -:, --next is a real option of curl, but not modelled here.\n'],
  ['kubectl get nodes', 127, 'portside: this line takes curl only, not kubectl.\n'],
  ['crul x', 127, 'bash: crul: command not found\n'],
  ['', 0, ''],
])('%s ends with %i', (line, exitCode, stderr) => {
  expect(prepare(line)).toEqual({ kind: 'done', stdout: '', stderr, exitCode });
});

test('a certificate is read only once the port has answered', () => {
  expect(prepare('curl -k --cert nofile https://localhost:10299/').kind).toBe('request');
});

test('a write-out is printed even when nothing was reached', () => {
  expect(prepare(`curl -s -w '%{http_code} %{exitcode} %{errormsg}\\n' http://nosuch`)).toEqual({
    kind: 'done',
    stdout: '000 6 Could not resolve host: nosuch\n',
    stderr: '',
    exitCode: 6,
  });
});

test('a warning is silenced by the -s before it only', () => {
  const warning = 'Warning: Couldn\'t read data from file "nofile", this makes an empty POST.\n';
  expect(planOf(`curl -k -d @nofile -s ${U}`).before.stderr).toBe(warning);
  expect(planOf(`curl -ks -d @nofile ${U}`).before.stderr).toBe('');
});

test('help and version are printed', () => {
  expect(prepare('curl --help')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(prepare('curl -V')).toMatchObject({ exitCode: 0, stderr: '' });
});

test('no name or letter stands twice in the table', () => {
  const names = CURL_OPTIONS.map(({ name }) => name);
  const letters = CURL_OPTIONS.map(({ letter }) => letter).filter((letter) => letter !== '');
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(letters.filter((letter, index) => letters.indexOf(letter) !== index)).toEqual([]);
});

const piece = fc.oneof(
  fc.constantFrom(...CURL_OPTIONS.map(({ name }) => `--${name}`)),
  fc.constantFrom(...CURL_OPTIONS.filter(({ letter }) => letter !== '').map(({ letter }) => `-${letter}`)),
  fc.constantFrom(
    U,
    'http://localhost:10248/{a,b}',
    '@body.json',
    'bob.crt',
    '1.2',
    '5',
    '-o',
    'node01:10250',
    '%{json}',
  ),
  fc.string(),
  fc.webUrl(),
);

test('any line gives a request or the words of curl; nothing throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((words) => words.join(' ')),
      ),
      (rest) => {
        const prepared = prepare(`curl ${rest}`);
        if (prepared.kind === 'done') return Number.isInteger(prepared.exitCode);
        return prepared.event.request.path.length > 0 && JSON.stringify(prepared.plan).length > 0;
      },
    ),
    { numRuns: 500 },
  );
});
