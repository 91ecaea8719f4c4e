import { expect, test } from 'vitest';
import type { World } from '../../world/world.ts';
import { get, request, START, travel, type Wishes, worldWith } from './node.fixture.ts';

const manifest = (name: string, extra = '', command = 'sleep 1000000'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  ${extra}\n  containers:\n  - name: app\n    image: busybox:1\n    command: [sh, -c, "${command}"]\n    env: [{name: TOKEN, value: "<&>"}]\n`;
const world = (wishes: Wishes): World => {
  const made = worldWith(wishes);
  if (made === null) throw new Error('did not start');
  return made;
};
const SHOP = world({
  manifests: { '/m/shop.yaml': manifest('shop') },
  files: { '/var/log/app.log': 'line 1\nline 2\n', '/var/log/deep/x': 'y' },
});
const body = (path: string, method = 'GET', one = SHOP): string => get(one, path, method).body;

test('another name, namespace, node and command show in every body that speaks of them', () => {
  const other = world({ manifests: { '/m/p.yaml': manifest('pay').replace('shop', 'bank') }, nodeName: 'edge' });
  for (const path of ['/pods', '/runningpods/', '/stats/summary', '/metrics/resource', '/metrics/cadvisor']) {
    expect(body(path)).toContain('shop-node01');
    expect(body(path, 'GET', other)).toContain('pay-edge');
    expect(body(path, 'GET', other)).not.toContain('shop');
  }
  expect(get(other, '/containerLogs/bank/pay-edge/app').status).toBe(200);
  expect(body('/metrics', 'GET', other)).toContain('kubelet_node_name{node="edge"} 1');
});

test('an empty node has no items', () => {
  expect(body('/pods', 'GET', world({}))).toBe('{"kind":"PodList","apiVersion":"v1","metadata":{},"items":null}\n');
});

test('JSON is escaped as Go escapes it', () => {
  expect(body('/pods')).toContain('"value":"\\u003c\\u0026\\u003e"');
});

test('the configuration shows a changed port and flag', () => {
  const other = world({
    config: 'maxPods: 7\nhealthzPort: 10999\n',
    args: ['--config=/etc/kubernetes/config.yaml', '--v=3'],
  });
  expect(body('/configz', 'GET', other)).toContain('"healthzPort":10999');
  expect(body('/configz', 'GET', other)).toContain('"maxPods":7');
  expect(body('/flagz', 'GET', other)).toContain('\nv: 3\n');
  expect(get(other, '/healthz', 'GET', 10999).body).toBe('ok');
});

test('/flagz and /statusz give JSON only to those who name the kind', () => {
  const accept = (Accept: string, agent = ''): ReturnType<typeof get> =>
    get(SHOP, '/flagz', 'GET', 10250, agent === '' ? { Accept } : { Accept, 'User-Agent': agent });
  expect(accept('*/*').body).toContain('anonymous-auth: true');
  expect(accept('application/json')).toMatchObject({ status: 406, headers: [['Content-Type', 'application/json']] });
  expect(accept('application/json').body).toContain('"reason":"NotAcceptable","code":406');
  expect(accept('application/json', 'curl/7.88.1').body).toContain('\n  "code": 406');
  expect(accept('application/json;v=v1beta1;g=config.k8s.io;as=Flagz').body).toContain('"kind":"Flagz"');
  expect(accept('application/yaml;v=v1alpha1;g=config.k8s.io;as=Flagz').headers).toContainEqual([
    'Warning',
    '299 - "This version of the flagz endpoint is deprecated. Please use a newer version."',
  ]);
});

test('/run runs', () => {
  const run = (cmd: string): string => body(`/run/shop/shop-node01/app?cmd=${encodeURIComponent(cmd)}`, 'POST');
  expect(run('env')).toContain('TOKEN=<&>\n');
  expect(run('hostname')).toBe('shop-node01\n');
  expect(run('cat /etc/passwd')).toContain('root:x:0:0');
  expect(run('ps')).toContain('sh -c sleep 1000000');
  expect(run('cat /nope')).toBe(
    "command 'cat /nope' exited with 1: cat: can't open '/nope': No such file or directory\n",
  );
  expect(run('/bin/nosuch')).toContain('exec: "/bin/nosuch": stat /bin/nosuch: no such file or directory: unknown');
  expect(get(SHOP, '/run/shop/shop-node01/app?cmd=true', 'POST')).toMatchObject({ status: 200, headers: [], body: '' });
  expect(get(SHOP, '/run/shop/shop-node01/wrong-uid/app?cmd=id', 'POST')).toMatchObject({
    status: 500,
    body: 'container not found ("app")',
  });
});

test('a host path is the node’s own file, a Secret the cluster’s', () => {
  const spec = {
    nodeName: 'node01',
    containers: [
      {
        name: 'c',
        image: 'busybox',
        command: ['sleep', '9999999'],
        env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
        volumeMounts: [
          { name: 'host', mountPath: '/host' },
          { name: 'sec', mountPath: '/sec' },
        ],
      },
    ],
    volumes: [
      { name: 'host', hostPath: { path: '/' } },
      { name: 'sec', secret: { secretName: 's' } },
    ],
  };
  const one = world({
    files: { '/etc/shadow': 'root:*:1:\n' },
    objects: {
      'Pod/default/p': { kind: 'Pod', metadata: { name: 'p', namespace: 'default' }, spec },
      'Pod/default/q': {
        kind: 'Pod',
        metadata: { name: 'q', namespace: 'default' },
        spec: { ...spec, nodeName: 'node02' },
      },
      'Secret/default/s': { kind: 'Secret', metadata: { name: 's', namespace: 'default' }, data: { k: 'aHVzaA==' } },
    },
  });
  const run = (cmd: string): string => body(`/run/default/p/c?cmd=${encodeURIComponent(cmd)}`, 'POST', one);
  expect(run('cat /host/etc/shadow')).toBe('root:*:1:\n');
  expect(run('cat /sec/k')).toBe('hush');
  expect(run('printenv KEY')).toBe('hush\n');
  expect(run('cat /var/run/secrets/kubernetes.io/serviceaccount/namespace')).toBe('default');
  expect(body('/pods', 'GET', one)).not.toContain('"name":"q"');
});

test('logs heed the query', () => {
  const one = world({
    manifests: {
      '/m/x.yaml': manifest('x', '', 'echo one; sleep 1; echo two >&2; sleep 100; echo three; sleep 99999'),
    },
  });
  const log = (query: string): string => body(`/containerLogs/shop/x-node01/app${query}`, 'GET', one);
  expect(log('')).toBe('one\ntwo\n');
  expect(log('?tailLines=1&timestamps=true')).toBe('2026-11-24T09:09:30.910000000Z two\n');
  expect(log('?tail=1')).toBe('two\n');
  expect(log('?tail=all')).toBe('one\ntwo\n');
  expect(log('?limitBytes=5')).toBe('one\nt');
  expect(log('?sinceTime=2026-11-24T09:09:30Z')).toBe('two\n');
  expect(log('?sinceSeconds=0')).toBe('{"message": "Invalid request."}');
  expect(log('?previous=true')).toBe('previous terminated container "app" in pod "x-node01" not found');
  expect(log('?stream=Stdout')).toContain('Please enable PodLogsQuerySplitStreams');
});

test('a container that ends is started again, and says so', () => {
  const one = world({ manifests: { '/m/x.yaml': manifest('x', '', 'echo bye; exit 3') }, now: START + 60_000 });
  const list = body('/pods', 'GET', one);
  expect(list).toContain('"reason":"CrashLoopBackOff"');
  expect(list).toContain('"exitCode":3,"reason":"Error"');
  expect(list).toContain('"message":"containers with unready status: [app]"');
  expect(body('/containerLogs/shop/x-node01/app', 'GET', one)).toBe('bye\n');
  expect(get(one, '/run/shop/x-node01/app?cmd=id', 'POST')).toMatchObject({
    status: 500,
    body: 'container not found ("app")',
  });
  expect(body('/runningpods/', 'GET', one)).toContain('"containers":null');
});

test('a container that may not be root waits', () => {
  const one = world({ manifests: { '/m/x.yaml': manifest('x', 'securityContext: {runAsNonRoot: true}') } });
  expect(get(one, '/containerLogs/shop/x-node01/app')).toMatchObject({
    status: 400,
    body: 'container "app" in pod "x-node01" is waiting to start: CreateContainerConfigError',
  });
});

test('/logs/ serves the node’s files and the pods’ logs', () => {
  const page = body('/logs/');
  expect(page).toBe(
    '<!doctype html>\n<meta name="viewport" content="width=device-width">\n<pre>\n<a href="app.log">app.log</a>\n<a href="containers/">containers/</a>\n<a href="deep/">deep/</a>\n<a href="pods/">pods/</a>\n</pre>\n',
  );
  expect(body('/logs/app.log')).toBe('line 1\nline 2\n');
  expect(get(SHOP, '/logs/app.log', 'GET', 10250, { Range: 'bytes=5-8' })).toMatchObject({
    status: 206,
    body: '1\nli',
  });
  expect(get(SHOP, '/logs/deep')).toMatchObject({ status: 301, headers: [['Location', 'deep/']] });
  expect(get(SHOP, '/logs/nosuch')).toMatchObject({ status: 404, body: '404 page not found\n' });
  expect(get(SHOP, '/logs/?query=kubelet').body).toBe(page);
});

test('the log query reads the journal', () => {
  const journal = [
    {
      at: START,
      unit: 'kubelet.service',
      identifier: 'kubelet',
      pid: 812,
      level: 'I',
      source: 'server.go:193',
      text: '"Starting to listen"',
    },
  ] as const;
  const one = world({ config: 'enableSystemLogQuery: true\n', journal, files: { '/var/log/a.log': 'text' } });
  const ask = (query: string): ReturnType<typeof get> => get(one, `/logs/?${query}`);
  expect(ask('query=kubelet').body).toBe(
    'Nov 24 09:09:29.910000 node01 kubelet[812]: I1124 09:09:29.910000     812 server.go:193] "Starting to listen"\n',
  );
  expect(ask('query=a').body).toBe('text');
  expect(ask('query=/a.log').status).toBe(406);
  expect(ask('query=nosuch').body).toBe('\nlog not found for nosuch\n');
  expect(ask('query=')).toMatchObject({ status: 400, body: 'query: Invalid value: [""]: may not be empty\n' });
  expect(ask('query=kubelet&sinceTime=yesterday').body).toBe(
    'sinceTime: Invalid value: "yesterday": invalid time format\n',
  );
  expect(ask('query=kubelet&tailLines=999999').status).toBe(406);
  expect(ask('tailLines=5').body).toBe('query: Required value: cannot be empty with options\n');
});

test('the verbosity changes in the process', () => {
  const put = (text: string) => travel(SHOP, request('PUT', '/debug/flags/v', 10250, {}, text));
  expect(put('4').process?.verbosity).toBe(4);
  expect(put('4').answer).toMatchObject({ status: 200, body: 'successfully set klog.logging.verbosity to 4\n' });
  expect(put('-1').answer).toMatchObject({ body: 'strconv.ParseUint: parsing "-1": invalid syntax\n' });
});

test('a checkpoint leaves a file', () => {
  const { answer, writes } = travel(SHOP, request('POST', '/checkpoint/shop/shop-node01/app'));
  const path = '/var/lib/kubelet/checkpoints/checkpoint-shop-node01_shop-app-2026-11-24T09:09:34Z.tar';
  expect(answer).toMatchObject({ status: 200, body: `{"items":["${path}"]}` });
  expect(writes?.[0]).toMatchObject({ path, text: expect.stringContaining('"TOKEN": "\\u003c\\u0026\\u003e"') });
});

test('every request is counted, whatever comes of it', () => {
  let one = SHOP;
  for (const path of ['/pods', '/pods', '/nope', '/metrics/cadvisor', '/healthz']) {
    const { process } = travel(one, request('GET', path));
    const node = one.nodes.node01;
    if (node !== undefined) one = { ...one, nodes: { node01: { ...node, kubelet: { ...node.kubelet, process } } } };
  }
  expect(one.nodes.node01?.kubelet.process?.served).toEqual({
    'GET readwrite pods': 2,
    'GET readwrite other': 1,
    'GET readwrite metrics/cadvisor': 1,
    'GET readwrite healthz': 1,
  });
  expect(body('/metrics', 'GET', one)).toContain(
    'kubelet_http_requests_total{long_running="false",method="GET",path="pods",server_type="readwrite"} 2\n',
  );
});

test('upgrades switch protocols', () => {
  const headers = { Connection: 'Upgrade', Upgrade: 'SPDY/3.1', 'X-Stream-Protocol-Version': 'v4.channel.k8s.io' };
  expect(get(SHOP, '/exec/shop/shop-node01/app?command=id&output=1', 'POST', 10250, headers).status).toBe(101);
  const socket = { Connection: 'Upgrade', Upgrade: 'websocket' };
  expect(get(SHOP, '/portForward/shop/shop-node01?port=abc', 'GET', 10250, socket).body).toBe(
    'unable to parse "abc" as a port: strconv.ParseUint: parsing "abc": invalid syntax',
  );
});

test('a stream that cannot be is logged', () => {
  const { log } = travel(SHOP, request('POST', '/exec/shop/shop-node01/app?command=id&output=1'));
  expect(log.map(({ text }) => text)).toEqual(['"Error while proxying request" err="Upgrade request required"']);
  const refused = travel(SHOP, request('GET', '/attach/shop/shop-node01/app'));
  expect(refused.log[0]?.text).toContain('"Unhandled Error" err="you must specify at least 1 of stdin');
});
