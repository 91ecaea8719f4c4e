import { expect, test } from 'vitest';
import { step } from '#engine/world/step.ts';
import { runLine, worldAfter } from '../../context.fixture.ts';
import { WARM } from '../../nodeWorld.fixture.ts';
import { kubectl } from '../kubectl.ts';

const get = (line: string, world = WARM) => runLine(kubectl, `get ${line}`, world);
const asked = (line: string) =>
  get(line).events.flatMap((event) =>
    event.type === 'api-request' ? [`${event.request.method} ${event.request.path}`] : [],
  );

test('asks what a real kubectl asks', () => {
  expect(asked('pods')).toEqual(['GET /api/v1/namespaces/default/pods?limit=500']);
  expect(asked('nodes')).toEqual(['GET /api/v1/nodes?limit=500']);
  expect(asked('pods -A -l app=web')).toEqual(['GET /api/v1/pods?labelSelector=app%3Dweb&limit=500']);
  expect(asked('role/x -n monitoring')).toEqual([
    'GET /apis/rbac.authorization.k8s.io/v1/namespaces/monitoring/roles/x',
    // What is not there may be missing for want of its namespace.
    'GET /api/v1/namespaces/monitoring',
  ]);
  expect(asked('role/x')).toHaveLength(1);
  expect(asked('pods --sort-by=.metadata.name')).toEqual(['GET /api/v1/namespaces/default/pods?includeObject=Object']);
  expect(asked('--raw /healthz?verbose')).toEqual(['GET /healthz?verbose']);
  expect(asked('ns,sa')).toHaveLength(2);
  // What is kept of discovery does not know it, so it is asked for anew.
  expect(asked('foo')).toEqual(['GET /api?timeout=32s']);
});

test('sends who it is and whom it acts for', () => {
  const [event] = get('ns --as=bob --as-group=dev --as-group=ops --token=abc').events;
  if (event?.type !== 'api-request') throw new Error('kubectl must ask');
  const { headers, address, port, certificate } = event.request;
  expect(headers).toEqual(
    expect.arrayContaining([
      ['Impersonate-User', 'bob'],
      ['Impersonate-Group', 'ops'],
      ['Authorization', 'Bearer abc'],
    ]),
  );
  expect({ address, port, name: certificate?.name }).toEqual({
    address: '10.0.0.10',
    port: 6443,
    name: expect.stringContaining('/root/.kube/config'),
  });
});

test('says who did not answer, and whom it does not trust', () => {
  const dead = step(WARM, { type: 'reachable', reachable: false }).world;
  expect(get('pods', dead)).toMatchObject({
    exitCode: 1,
    stderr: 'The connection to the server 10.0.0.10:6443 was refused - did you specify the right host or port?\n',
  });
  const stranger = get('pods --certificate-authority=/root/intruder-ca.crt');
  expect(stranger.stderr).toBe(
    'Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority\n',
  );
  expect(get('pods --tls-server-name=foo').stderr).toContain('x509: certificate is valid for');
  const none = get('pods --kubeconfig=/nope');
  expect(none.stderr).toBe('error: stat /nope: no such file or directory\n');
});

test('with -v it tells what it asks, and keeps tokens to itself', () => {
  const { stderr, stdout } = get('ns default --token=secret -v=7');
  expect(stdout).toContain('default   Active');
  expect(stderr).toContain('loader.go:407] Config loaded from file:  /root/.kube/config\n');
  expect(stderr).toContain('"Request" verb="GET" url="https://10.0.0.10:6443/api/v1/namespaces/default" headers=<\n');
  expect(stderr).toContain('\tAuthorization: Bearer <masked>\n');
  expect(get('ns default').stderr).toBe('');
});

test('without a kubeconfig it knocks at localhost, and is refused', () => {
  const alone = worldAfter(WARM, [{ type: 'remove', node: 'node01', path: '/root/.kube/config' }]);
  const { stderr } = get('pods', alone);
  expect(stderr.match(/memcache\.go:265\] "Unhandled Error"/g)).toHaveLength(5);
  expect(stderr).toMatch(
    /The connection to the server localhost:8080 was refused - did you specify the right host or port\?\n$/,
  );
});

test('watching prints what changes, in the columns of before', () => {
  const { stdout, then } = get('sa -n monitoring -w');
  expect(stdout).toContain('prometheus   ');
  if (then?.kind !== 'follow') throw new Error('it must go on');
  const quiet = then.follower.look(WARM);
  expect(quiet.text).toBe('');
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'new', namespace: 'monitoring' } };
  const world = worldAfter(WARM, [{ type: 'apply', object: account }]);
  const seen = quiet.next?.look(world);
  expect(seen?.text).toMatch(/^new {10}\S+\n$/);
  const away = seen?.next?.look(step(world, { type: 'reachable', reachable: false }).world);
  expect(away).toEqual({ text: '', next: null });
});
