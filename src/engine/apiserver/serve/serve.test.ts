import fc from 'fast-check';
import { expect, test } from 'vitest';
import { step } from '../../world/step.ts';
import type { World } from '../../world/world.ts';
import { ask, gates, WORLD } from './serve.fixture.ts';

const LOG = '/api/v1/namespaces/default/pods/web-node01/log';
const with_ = (cluster: Partial<World['cluster']>): World => ({ ...WORLD, cluster: { ...WORLD.cluster, ...cluster } });

test('the gates tell who asked, what decided, and how it ended', () => {
  const admin = ask('GET', '/api/v1/nodes/node01');
  expect(gates(admin)).toBe(
    'connect:api-reached tls:api-handshake-done authenticate:api-certificate authorize:api-allowed admit:api-admitted handle:api-served',
  );
  expect(admin.trace.stages[3]?.facts.by).toBe('system:masters');
  const bob = ask('GET', '/api/v1/nodes/node01', { who: 'bob' });
  expect(bob.status).toBe(403);
  expect(gates(bob)).toMatch(/authorize:api-forbidden$/);
  expect(bob.trace.stages.at(-1)?.causes).toMatchObject([
    { kind: 'file', path: '/etc/kubernetes/manifests/kube-apiserver.yaml' },
  ]);
  const node = ask('GET', '/healthz', { who: 'node' });
  expect(node.trace.stages[3]?.causes[0]).toMatchObject({ kind: 'rule', rule: { role: { kind: 'ClusterRole' } } });
});

test('nobody is let in where anonymous requests are not, and a bad credential nowhere', () => {
  expect(ask('GET', '/livez', { who: 'nobody' }).text).toBe('ok');
  const closed = ask('GET', '/livez', { who: 'nobody' }, with_({ anonymousAuth: false }));
  expect([closed.status, gates(closed).endsWith('authenticate:api-no-credentials')]).toEqual([401, true]);
  const paths = with_({ anonymousPaths: ['/livez'] });
  expect(ask('GET', '/livez', { who: 'nobody' }, paths).status).toBe(200);
  expect(ask('GET', '/readyz', { who: 'nobody' }, paths).status).toBe(401);
  expect(ask('GET', '/livez', { who: 'intruder' }).status).toBe(401);
});

test('where no API server answers nothing is let in, and plain HTTP is told so', () => {
  expect(ask('GET', '/livez', {}, with_({ reachable: false })).trace.answer).toEqual({ kind: 'refused' });
  expect(ask('GET', '/livez', { change: { address: '10.0.0.11' } }).trace.answer).toEqual({ kind: 'refused' });
  expect(ask('GET', '/livez', { change: { address: '10.96.0.1', port: 443 } }).status).toBe(200);
  expect(ask('GET', '/livez', { change: { scheme: 'http' } }).text).toBe(
    'Client sent an HTTP request to an HTTPS server.\n',
  );
  expect(ask('GET', '/livez', { change: { tls: { max: '1.1' } } }).trace.answer).toEqual({
    kind: 'alert',
    alert: 'protocol_version',
  });
});

test('people get their JSON indented, programs do not', () => {
  expect(ask('GET', '/api', { headers: [['User-Agent', 'curl/8']] }).text).toMatch(/^\{\n {2}"kind"/);
  expect(ask('GET', '/api', { headers: [['User-Agent', 'kubectl']] }).text).toMatch(/^\{"kind".*\}\n$/);
});

test('logs go on to the kubelet, which sees the API server by its certificate', () => {
  const { trace, text, status } = ask('GET', `${LOG}?tailLines=1`);
  expect(status).toBe(200);
  expect(text).toContain('ready for start up');
  expect(trace.onward).toMatchObject({
    node: 'node01',
    request: { path: '/containerLogs/default/web-node01/nginx?tailLines=1', from: '10.0.0.10' },
    subject: { user: 'kube-apiserver-kubelet-client' },
  });
});

test('without a certificate the API server is a stranger to the kubelet', () => {
  const { kubeletClient: _, ...cluster } = WORLD.cluster;
  const { object, trace } = ask('GET', LOG, {}, { ...WORLD, cluster });
  expect(object.message).toBe('the server has asked for the client to provide credentials ( pods/log web-node01)');
  expect(gates({ trace } as Parameters<typeof gates>[0])).toMatch(/handle:api-kubelet-refused$/);
});

test('a kubelet whose certificate the API server does not take hears the alert and logs it', () => {
  const authority = WORLD.cluster.clientCA;
  const { object, world } = ask('GET', LOG, {}, with_({ kubeletCA: authority }));
  expect(object.message).toMatch(
    /^Get "https:\/\/10\.0\.0\.11:10250\/containerLogs\/default\/web-node01\/nginx": tls: failed to verify certificate: x509: /,
  );
  expect(world.nodes.node01?.host.journal.at(-1)?.text).toMatch(
    /^http: TLS handshake error from 10\.0\.0\.10:\d+: remote error: tls: bad certificate$/,
  );
  const trusting = ask('GET', `${LOG}?insecureSkipTLSVerifyBackend=true`, {}, with_({ kubeletCA: authority }));
  expect(trusting.status).toBe(200);
});

test('a kubelet that does not run leaves each way in its own words', () => {
  const stopped = step(WORLD, { type: 'stop', node: 'node01', unit: 'kubelet' }).world;
  const refused = 'dial tcp 10.0.0.11:10250: connect: connection refused';
  expect(ask('GET', LOG, {}, stopped).object.message).toBe(
    `Get "https://10.0.0.11:10250/containerLogs/default/web-node01/nginx": ${refused}`,
  );
  const proxied = ask('GET', '/api/v1/nodes/node01/proxy/healthz', {}, stopped);
  expect(proxied.object).toMatchObject({ code: 503, message: `error trying to reach service: ${refused}` });
  const upgrade = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'SPDY/3.1'],
  ] as const;
  const streamed = ask('POST', `${LOG.replace('/log', '/exec')}?command=id&stdout=true`, { headers: upgrade }, stopped);
  expect(streamed.object.message).toBe(`error dialing backend: ${refused}`);
});

test('a command is handed on with its streams, and whoever may only read pods is stopped before', () => {
  const path = `${LOG.replace('/log', '/exec')}?command=id&command=-u&stdout=true&stderr=true`;
  const upgrade = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'SPDY/3.1'],
  ] as const;
  const { trace } = ask('POST', path, { headers: upgrade });
  expect(trace.answer).toMatchObject({ kind: 'http', status: 101 });
  expect(trace.onward?.request.path).toBe('/exec/default/web-node01/nginx?command=id&command=-u&error=1&output=1');
  expect(ask('POST', path).object.message).toBe('Upgrade request required');
  expect(ask('GET', path, { who: 'bob', headers: upgrade }).status).toBe(403);
});

test('any request is answered, and what is refused changes nothing', () => {
  const methods = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'BREW');
  const part = fc.constantFrom(
    'api',
    'apis',
    'v1',
    'namespaces',
    'default',
    'pods',
    'web-node01',
    'log',
    'nodes',
    'node01',
    'proxy',
    'rbac.authorization.k8s.io',
    'roles',
    'status',
    '__proto__',
    'toString',
    '%',
    '',
  );
  const path = fc.array(part, { maxLength: 7 }).map((parts) => `/${parts.join('/')}`);
  const query = fc.constantFrom(
    '',
    '?labelSelector=a%20in%20(',
    '?fieldSelector=%3D',
    '?watch=1',
    '?dryRun=x',
    '?tailLines=',
    '?%zz',
  );
  const body = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );
  const type = fc.constantFrom(
    'application/json',
    'application/yaml',
    'application/merge-patch+json',
    'application/json-patch+json',
    'application/strategic-merge-patch+json',
    '',
  );
  const who = fc.constantFrom('admin' as const, 'bob' as const, 'node' as const, 'nobody' as const);
  fc.assert(
    fc.property(methods, path, query, body, type, who, (method, target, search, text, media, subject) => {
      const headers = [['Content-Type', media]] as const;
      const asked = ask(method, `${target}${search}`, { who: subject, headers, change: { body: text } });
      expect(asked.trace.answer.kind).toBe('http');
      if (asked.status >= 400 && asked.trace.onward === null) expect(asked.world).toBe(WORLD);
    }),
    { numRuns: 250 },
  );
});

test('the keys by which tokens are checked are there for those who may ask', () => {
  const { text, trace } = ask('GET', '/openid/v1/jwks');
  expect(JSON.parse(text)).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256', e: 'AQAB' }] });
  expect(trace.answer).toMatchObject({ headers: expect.arrayContaining([['Cache-Control', 'public, max-age=3600']]) });
});
