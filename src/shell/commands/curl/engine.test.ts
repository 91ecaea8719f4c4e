import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { prepareCurl } from './prepare.ts';
import { presentCurl } from './present.ts';

const NOW = parseTime('2026-11-24T09:10:12Z');

function started(base: keyof typeof BASES): World {
  const { world, node } = BASES[base](NOW);
  const events: readonly WorldEvent[] = [
    { type: 'daemon-reload', node },
    { type: 'start', node, unit: 'kubelet.service' },
    { type: 'advance', milliseconds: 2000 },
  ];
  return events.reduce((current, event) => step(current, event).world, world);
}

/** A line played through the whole engine, as a session plays it. */
function play(world: World, line: string): { stdout: string; stderr: string; exitCode: number } {
  let prepared = prepareCurl(line, { world, node: 'node01', workingDirectory: '/root' });
  let current = world;
  let [stdout, stderr] = ['', ''];
  for (;;) {
    if (prepared.kind === 'done') {
      return { stdout: stdout + prepared.stdout, stderr: stderr + prepared.stderr, exitCode: prepared.exitCode };
    }
    const { world: next, trace } = step(current, prepared.event);
    if (trace.kind !== 'request') throw new Error('no request was sent');
    current = next;
    const shown = presentCurl(prepared.plan, trace, current);
    stdout += shown.stdout;
    stderr += shown.stderr;
    if (shown.again === null) return { stdout, stderr, exitCode: shown.exitCode };
    prepared = { kind: 'request', ...shown.again };
  }
}

const kubeadm = started('kubeadm-node');
const lecture = started('lecture-node');

test.each([
  ['curl -sk https://localhost:10250/pods', 'Unauthorized', 0],
  ['curl -sk --cert admin.crt --key admin.key https://localhost:10250/healthz', 'ok', 0],
  ['curl -s http://localhost:10248/healthz', 'ok', 0],
  ['curl -s http://localhost:10255/pods', '', 7],
  ['curl -s http://localhost:10250/pods', 'Client sent an HTTP request to an HTTPS server.\n', 0],
  ['curl -s https://localhost:10248/healthz', '', 35],
  ['curl -sk --tls-max 1.1 https://localhost:10250/pods', '', 35],
  ['curl -s https://node01:10250/pods', '', 60],
  ["curl -skL --cert admin.crt --key admin.key https://localhost:10250/logs -o /dev/null -w '%{http_code}'", '200', 0],
  [
    `curl -sk -H "Authorization: Bearer $(cat prometheus.token)" https://localhost:10250/metrics -o /dev/null -w '%{http_code}'`,
    '200',
    0,
  ],
])('a kubeadm node answers %s', (line, stdout, exitCode) => {
  expect(play(kubeadm, line)).toMatchObject({ stdout, exitCode });
});

test('a client that trusts nobody leaves before the kubelet decides anything', () => {
  for (const [line, alert, heard] of [
    ['curl -s https://node01:10250/pods', 'unknown_ca', 'local error: tls: bad record MAC'],
    [
      'curl -s --tls-max 1.2 https://node01:10250/pods',
      'unknown_ca',
      'remote error: tls: unknown certificate authority',
    ],
    ['curl -s --cacert /var/lib/kubelet/pki/kubelet.crt https://localhost:10250/pods', 'close_notify', null],
  ] as const) {
    const prepared = prepareCurl(line, { world: kubeadm, node: 'node01', workingDirectory: '/root' });
    if (prepared.kind === 'done') throw new Error(prepared.stderr);
    const { world, trace } = step(kubeadm, prepared.event);
    expect(trace).toMatchObject({ answer: { kind: 'left', alert }, subject: null });
    expect(trace.kind === 'request' && trace.stages.map(({ stage }) => stage)).toEqual(['connect', 'tls']);
    expect(world.nodes.node01?.kubelet).toEqual(kubeadm.nodes.node01?.kubelet);
    expect(trace.journal.map(({ text }) => text.replace(/:\d+: /, ':<port>: '))).toEqual(
      heard === null ? [] : [expect.stringContaining(`http: TLS handshake error from 10.0.0.11:<port>: ${heard}`)],
    );
  }
});

test('a token file that is not there is complained of, and curl runs all the same', () => {
  const got = play(kubeadm, 'curl -sk -H "Authorization: Bearer $(cat nobody.token)" https://localhost:10250/pods');
  expect(got).toEqual({
    stdout: 'Unauthorized',
    stderr: 'cat: nobody.token: No such file or directory\n',
    exitCode: 0,
  });
});

test('HEAD announces the length of what it leaves out', () => {
  expect(play(kubeadm, 'curl -skI https://localhost:10250/healthz').stdout).toBe(
    'HTTP/1.1 401 Unauthorized\r\nDate: Tue, 24 Nov 2026 09:10:14 GMT\r\nContent-Length: 12\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n',
  );
});

test('a lecture node lets strangers in, over HTTP/2 since it has no client CA', () => {
  const got = play(lecture, 'curl -ski https://localhost:10250/pods');
  expect(got.stdout).toMatch(/^HTTP\/2 200 \r\ncontent-type: application\/json\r\n/);
  expect(play(lecture, 'curl -s http://localhost:10255/healthz').stdout).toBe('ok');
});
