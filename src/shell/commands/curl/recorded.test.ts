import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Answer, HttpRequest } from '#engine/kubelet/exchange.ts';
import type { Connection } from '#engine/kubelet/stage.ts';
import { issueCertificate } from '#engine/pki/issue.ts';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import { parseTime } from '#engine/time.ts';
import { prepareCurl } from './prepare.ts';
import { presentCurl } from './present.ts';
import { NOW, testWorld, traceOf } from './testWorld.fixture.ts';

const FOLDER = 'conformance/recordings/1.36';

interface Recorded {
  readonly program: string;
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const lines: readonly Recorded[] = readFileSync(`${FOLDER}/clients.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line): Recorded => JSON.parse(line))
  .filter(({ program }) => program === 'curl');

const texts: Record<string, string> = {};
for (const name of readdirSync(`${FOLDER}/pki`)) {
  texts[`/root/PKI/${name}`] = readFileSync(`${FOLDER}/pki/${name}`, 'utf8');
}
const clientCA = texts['/root/PKI/ca.crt'] ?? '';

const [caKey = '', leafKey = ''] = KEY_POOL;
const dates = { notBefore: parseTime('2026-11-24T07:28:28Z'), notAfter: parseTime('2027-11-24T07:28:28Z') };
const authority = issueCertificate({
  ...dates,
  commonName: 'node01-ca@1795508909',
  serial: '2',
  privateKey: caKey,
  purpose: 'authority',
});
const leaf = issueCertificate({
  ...dates,
  commonName: 'node01@1795508909',
  serial: '3',
  privateKey: leafKey,
  purpose: 'server',
  dnsNames: ['node01'],
  issuer: { certificate: authority, privateKey: caKey },
});
const world = testWorld(texts, clientCA, leaf + authority);
const metrics = lines.find(({ command }) => command.includes('/metrics'))?.stdout ?? '';
/** The recording keeps the beginning of a long body only. */
const CUT = 1500;

/** A kubelet as far as these lines ask it. */
function answerTo(request: HttpRequest): Answer {
  const text = ['Content-Type', 'text/plain; charset=utf-8'] as const;
  const http = (status: number, body: string, headers: readonly (readonly [string, string])[] = [text]): Answer => {
    return { kind: 'http', http: '1.1', status, headers, body };
  };
  if (request.port === 10255) return { kind: 'refused' };
  if (request.port === 10248) {
    if (request.scheme === 'https') return { kind: 'not-tls' };
    return http(200, 'ok', [text, ['X-Content-Type-Options', 'nosniff']]);
  }
  if (request.scheme === 'http') {
    const body = 'Client sent an HTTP request to an HTTPS server.\n';
    return { kind: 'http', http: '1.0', status: 400, headers: [], body, bare: true };
  }
  if ((request.tls?.max ?? '1.3') < '1.2') return { kind: 'alert', alert: 'protocol_version' };
  if (request.path === '/logs') {
    const body = '<a href="/logs/">Temporary Redirect</a>.\n\n';
    return http(307, body, [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Location', '/logs/'],
    ]);
  }
  if (request.certificate?.name.endsWith('bob.crt')) {
    return http(200, metrics.padEnd(5000, '#'), [
      ['Content-Type', 'text/plain; version=0.0.4; charset=utf-8; escaping=underscores'],
      ['Process-Start-Time-Unix', '1795511397'],
    ]);
  }
  if (!request.certificate?.name.endsWith('admin.crt')) return http(401, 'Unauthorized');
  if (!request.path.startsWith('/run/')) return http(200, 'ok');
  if (request.method === 'POST') return http(200, 'uid=0 gid=0 groups=0\n');
  return http(405, '405: Method Not Allowed', [['Allow', 'POST'], text]);
}

function run(line: string): Omit<Recorded, 'program' | 'command'> {
  let prepared = prepareCurl(line, { world, node: 'node01', workingDirectory: '/root', terminal: false });
  let [stdout, stderr] = ['', ''];
  for (;;) {
    if (prepared.kind === 'done') {
      return { stdout: stdout + prepared.stdout, stderr: stderr + prepared.stderr, exitCode: prepared.exitCode };
    }
    const { request } = prepared.event;
    const connection: Connection | null =
      request.scheme === 'https' && answerTo(request).kind === 'http'
        ? {
            version: '1.3',
            cipher: 'TLS_AES_128_GCM_SHA256',
            asked: true,
            peer: request.certificate?.certificate ?? null,
            server: leaf + authority,
          }
        : null;
    const alert = request.tls?.leaves;
    const answer: Answer = alert === undefined ? answerTo(request) : { kind: 'left', alert };
    const shown = presentCurl(prepared.plan, traceOf(request, answer, connection), world);
    stdout += shown.stdout;
    stderr += shown.stderr;
    if (shown.again === null) return { stdout, stderr, exitCode: shown.exitCode };
    prepared = { kind: 'request', ...shown.again };
  }
}

/** Times, speeds and the size of a certificate vary from run to run. */
function steady(text: string): string {
  return text
    .replace(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g, '<date>')
    .replace(/(TLS handshake, Certificate \(11\):\n\{ )\[\d+ bytes/g, '$1[<size> bytes')
    .replace(/(\r100.*) +\S+ +\S+ (--:--:-- --:--:-- --:--:--) +\S+\n/g, '$1 <speed> $2\n');
}

test.each(lines)('$command prints what it printed', ({ command, stdout, stderr, exitCode }) => {
  const got = run(command);
  expect({ ...got, stdout: steady(got.stdout).slice(0, CUT), stderr: steady(got.stderr) }).toEqual({
    stdout: steady(stdout).slice(0, CUT),
    stderr: steady(stderr),
    exitCode,
  });
});

test('the clock of the recordings is later than its certificates', () => {
  expect(NOW).toBeGreaterThan(dates.notBefore);
});
