import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { curl } from './curl.ts';

const run = (line: string, change = {}) => runLine(curl, line, WARM, change);
const endpoint = WARM.cluster.endpoint;

test('the API server is asked by its address, its certificate trusted by the cluster’s authority', () => {
  const { stdout, events } = run(`-s --cacert /root/ca.crt https://${endpoint}/version`);
  expect(JSON.parse(stdout)).toMatchObject({ gitVersion: 'v1.36.3' });
  expect(events).toMatchObject([{ type: 'api-request', node: 'node01' }]);
  expect(run(`-sS https://${endpoint}/version`)).toMatchObject({ exitCode: 60 });
});

test('it asks for a certificate, speaks HTTP/2 and knows who shows one', () => {
  const { stderr, stdout } = run(`-ksv --cert admin.crt --key admin.key https://${endpoint}/api/v1/nodes/node01`);
  expect(stderr).toContain('* TLSv1.3 (IN), TLS handshake, Request CERT (13):\n');
  expect(stderr).toContain('* ALPN: server accepted h2\n');
  expect(stderr).toContain('*  subject: CN=kube-apiserver\n');
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'Node' });
  const anonymous = run(`-ks https://${endpoint}/api/v1/nodes/node01`).stdout;
  expect(JSON.parse(anonymous)).toMatchObject({ kind: 'Status', reason: 'Forbidden' });
});

test('plain HTTP and old TLS are refused as Go refuses them, a server that is down too', () => {
  expect(run(`-s http://${endpoint}/`).stdout).toBe('Client sent an HTTP request to an HTTPS server.\n');
  expect(run(`-skS --tls-max 1.1 https://${endpoint}/`)).toMatchObject({ exitCode: 35 });
  const down = worldAfter(WARM, [{ type: 'reachable', reachable: false }]);
  expect(runLine(curl, `-skS https://${endpoint}/`, down)).toMatchObject({ exitCode: 7 });
});

test('standard input is a body, files are written, several requests are one call', () => {
  const posted = run('-sk -X POST -d @- https://localhost:10250/run/default/web/nginx', { stdin: 'cmd=id' });
  expect(posted.events).toMatchObject([{ type: 'request', request: { method: 'POST', body: 'cmd=id' } }]);
  const { events, stdout } = run('-s http://localhost:10248/healthz -o /tmp/a http://localhost:10248/healthz');
  expect(stdout).toBe('ok');
  expect(events.map(({ type }) => type)).toEqual(['request', 'write', 'request']);
});

test('into a pipe goes a meter, onto a terminal none', () => {
  expect(run('http://localhost:10248/healthz').stderr).toContain('% Total');
  const terminal = { stdin: true, stdout: true, columns: 80 };
  expect(run('http://localhost:10248/healthz', { terminal }).stderr).toBe('');
});

test('any arguments give an answer', () => {
  const word = fc.oneof(
    fc.constantFrom('-sk', '-d', '@-', '-o', `https://${endpoint}`, 'localhost:10248'),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) =>
      Number.isInteger(curl.run(words, contextOf(WARM)).exitCode),
    ),
    { numRuns: 60 },
  );
});
