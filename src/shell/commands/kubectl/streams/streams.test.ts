import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { CommandContext, CommandResult } from '../../../command.ts';
import { kubectl } from '../kubectl.ts';

const NODE = 'node01';
const { world: base } = BASES['kubeadm-node'](parseTime('2026-11-24T09:00:00Z'));
const after = (world: World, ...events: readonly WorldEvent[]): World =>
  events.reduce((current, event) => step(current, event).world, world);
const restart = { type: 'restart', node: NODE, unit: 'kubelet.service' } as const;
const seconds = (count: number) => ({ type: 'advance', milliseconds: count * 1000 }) as const;
const good = after(base, restart, seconds(20));

function run(world: World, line: string, change: Partial<CommandContext> = {}): CommandResult {
  return kubectl.run(line.split(' '), {
    world,
    node: NODE,
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin: '',
    terminal: { stdin: true, stdout: true, columns: 80 },
    ...change,
  });
}

const MANIFEST = `apiVersion: v1
kind: Pod
metadata: {name: two, namespace: default, labels: {app: two}}
spec:
  initContainers:
  - {name: setup, image: "busybox:1.36", command: [sh, -c, "echo set up"]}
  containers:
  - {name: app, image: "busybox:1.36", command: [sh, -c, "while true; do echo tick; sleep 2; done"]}
  - {name: side, image: "busybox:1.36", command: [sh, -c, "echo beside; sleep 100000"]}
`;
const two = after(
  base,
  { type: 'write', node: NODE, path: '/etc/kubernetes/manifests/two.yaml', text: MANIFEST },
  restart,
  seconds(5),
);

test('logs choose a container and say so, and may stand for many', () => {
  const chosen = 'Defaulted container "app" out of: app, side, setup (init)\n';
  expect(run(two, 'logs two-node01')).toMatchObject({ stdout: 'tick\ntick\ntick\n', stderr: chosen, exitCode: 0 });
  expect(run(two, 'logs two-node01 side').stdout).toBe('beside\n');
  expect(run(two, 'logs pod/two-node01 -c setup --prefix').stdout).toBe('[pod/two-node01/setup] set up\n');
  expect(run(two, 'logs -l app=two --tail=1').stdout).toBe('tick\n');
  expect(run(two, 'logs two-node01 --all-containers').stdout).toBe('set up\ntick\ntick\ntick\nbeside\n');
  expect(run(two, 'logs two-node01 -c nope').stderr).toBe(
    'error: container nope is not valid for pod two-node01 out of: app, side, setup (init)\n',
  );
});

test('a followed log prints what is new, and ends with the kubelet that streams it', () => {
  const { stdout, then } = run(two, 'logs -f two-node01 --tail=1 -c app');
  expect(stdout).toBe('tick\n');
  if (then?.kind !== 'follow') throw new Error('not followed');
  const later = after(two, seconds(4));
  const look = then.follower.look(later);
  expect(look.text).toBe('tick\ntick\n');
  expect(look.next?.look(later).text).toBe('');
  expect(look.next?.look(after(later, restart, seconds(4)))).toEqual({ text: '', next: null });
});

test('exec: output, exit codes, standard input, and a shell that stays', () => {
  expect(run(good, 'exec web-node01 -- cat /etc/hostname')).toMatchObject({ stdout: 'web-node01\n', exitCode: 0 });
  const failed = run(good, 'exec web-node01 -- false');
  expect(failed).toMatchObject({ stderr: 'command terminated with exit code 1\n', exitCode: 1 });
  expect(run(good, 'exec -i web-node01 -- sh', { stdin: 'echo hello\nexit 4\n' })).toMatchObject({
    stdout: 'hello\n',
    stderr: 'command terminated with exit code 4\n',
    exitCode: 4,
  });
  expect(run(good, 'exec -it web-node01 -- sh').then).toEqual({
    kind: 'enter',
    frame: { kind: 'container', node: NODE, container: 'default/web-node01/nginx', program: 'sh' },
  });
  const piped = run(good, 'exec -it web-node01 -- hostname', {
    terminal: { stdin: false, stdout: false, columns: 80 },
  });
  expect(piped).toMatchObject({
    stdout: 'web-node01\n',
    stderr: 'Unable to use a TTY - input is not a terminal or the right kind of file\n',
  });
});

test('a kubelet that refuses is worded by who speaks with it: the client, or for older ones the API server', () => {
  const binding = { kind: 'ClusterRoleBinding', namespace: '', name: 'kubeadm:apiserver-kubelet-client' };
  const refused = after(good, { type: 'delete', object: binding });
  const words =
    'unable to upgrade connection: Forbidden (user=kube-apiserver-kubelet-client, verb=create, resource=nodes, subresource(s)=[proxy])\n';
  expect(run(refused, 'exec web-node01 -- id').stderr).toBe(`error: ${words}`);
  expect(run(refused, 'exec web-node01 -- id').events).toHaveLength(3);
  expect(run(refused, 'port-forward web-node01 80').stderr).toBe(`error: error upgrading connection: ${words}`);
  const older = after(refused, { type: 'upgrade', node: NODE, version: '1.34.9' }, restart, seconds(20));
  expect(run(older, 'exec web-node01 -- id').stderr).toBe(`error: Internal error occurred: ${words}`);
});

test('port-forward says where it listens and holds the terminal', () => {
  const { stdout, then } = run(good, 'port-forward pod/web-node01 8080:80 --address localhost,10.0.0.11');
  expect(stdout).toBe(
    'Forwarding from 10.0.0.11:8080 -> 80\nForwarding from 127.0.0.1:8080 -> 80\nForwarding from [::1]:8080 -> 80\n',
  );
  if (then?.kind !== 'follow') throw new Error('not followed');
  expect(then.follower.look(good).text).toBe('');
  expect(run(good, 'port-forward web-node01 8080:0').stderr).toBe('error: remote port must be > 0\n');
  expect(run(good, 'port-forward web-node01 http').stderr).toBe(
    "error: Pod 'web-node01' does not have a named port 'http'\n",
  );
  expect(run(good, 'port-forward web-node01 70000').stderr).toBe(
    `error: error parsing local port '70000': strconv.ParseUint: parsing "70000": value out of range\n`,
  );
});

test('attach warns, then shows what comes from now on', () => {
  const { stderr, then } = run(two, 'attach two-node01 -c app');
  expect(stderr).toMatch(/^All commands and output .*\nIf you don't see a command prompt, try pressing enter\.\n$/);
  if (then?.kind !== 'follow') throw new Error('not followed');
  expect(then.follower.look(after(two, seconds(2))).text).toBe('tick\n');
});

test('pods and their containers complete', () => {
  const context = { world: two, node: NODE, workingDirectory: '/root', environment: { HOME: '/root' }, stdin: '' };
  const terminal = { stdin: true, stdout: true, columns: 80 };
  const words = kubectl.complete?.(['logs', 'two-node01', ''], { ...context, terminal }) ?? [];
  expect(words.map(({ insert }) => insert)).toEqual(['app', 'side']);
});
