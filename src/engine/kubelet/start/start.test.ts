import { expect, test } from 'vitest';
import type { Host } from '../../host/host.ts';
import { after, base, CONFIG, NODE, nodeOf, restart, started, textOf, write } from '../../world/playground.fixture.ts';
import type { World } from '../../world/world.ts';

const EXTRA = '/etc/default/kubelet';
const flags = (text: string) => write(EXTRA, `KUBELET_EXTRA_ARGS=${text}\n`);

/** The kubeadm node on another host, its kubelet started. */
function on(change: Partial<Host>, ...events: Parameters<typeof after>[1][]): World {
  const { world } = base();
  const node = nodeOf(world);
  const other = { ...world, nodes: { [NODE]: { ...node, host: { ...node.host, ...change } } } };
  return after(other, ...events, restart);
}

const errorOf = (world: World) => nodeOf(world).kubelet.lastExit?.error ?? '';

test('a runtime that does not answer ends the start in gRPC’s words', () => {
  const world = on({ runtimeSockets: [] });
  expect(errorOf(world)).toMatch(/^failed to run Kubelet: validate service connection: .*dial unix \/run\/containerd/);
  expect(nodeOf(world).kubelet.state).toBe('waiting');
});

test('a port that another program holds is no reason to live', () => {
  const world = on({ takenPorts: ['0.0.0.0:10250'] });
  expect(nodeOf(world).kubelet).toMatchObject({ state: 'waiting', process: null });
  const said = nodeOf(world).host.journal.map(({ text }) => text);
  expect(said.some((text) => text.includes('address already in use'))).toBe(true);
});

test('protectKernelDefaults names every flag that it would have to change', () => {
  const config = write(CONFIG, `${textOf(base().world, CONFIG)}protectKernelDefaults: true\n`);
  expect(nodeOf(on({}, config)).kubelet.state).toBe('running');
  const one = on({ sysctls: { 'kernel.panic': '0' } }, config);
  expect(errorOf(one)).toBe(
    'Failed to start ContainerManager: invalid kernel flag: kernel/panic, expected value: 10, actual value: 0',
  );
  const two = on({ sysctls: { 'kernel.panic': '0', 'vm.panic_on_oom': '1' } }, config);
  expect(errorOf(two)).toMatch(/: \[invalid kernel flag: vm\/panic_on_oom, .*, invalid kernel flag: kernel\/panic, /);
});

test('without protectKernelDefaults a kubelet sets what it would have refused', () => {
  const host = nodeOf(on({ sysctls: { 'kernel.panic': '0', 'vm.swappiness': '60' } })).host;
  expect(host.sysctls).toEqual({ 'kernel.panic': '10', 'vm.swappiness': '60' });
  const said = (world: ReturnType<typeof on>) => nodeOf(world).host.journal.map(({ text }) => text);
  expect(host.journal.some(({ text }) => text.includes('kernel flag'))).toBe(false);
  const loud = said(on({ sysctls: { 'kernel.panic': '0' } }, flags('--v=2')));
  expect(loud.find((text) => text.includes('kernel flag'))).toContain(
    '"Updating kernel flag" flag="kernel/panic" expectedValue=10 actualValue=0',
  );
});

test('the first thing that is wrong speaks, and nothing after it', () => {
  const world = on({ runtimeSockets: [], takenPorts: ['0.0.0.0:10250'] }, flags('--tls-min-version=x'));
  expect(errorOf(world)).toBe('failed to construct kubelet dependencies: unknown tls version "x"');
});

test('the node is called as --hostname-override says, in small letters', () => {
  expect(nodeOf(on({}, flags('--hostname-override=Other'))).kubelet.process?.nodeName).toBe('other');
  expect(nodeOf(started()).kubelet.process?.nodeName).toBe(NODE);
});

test('without --kubeconfig Webhook mode cannot begin', () => {
  const { world } = base();
  const dropIn = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
  const alone = textOf(world, dropIn).replace('$KUBELET_KUBECONFIG_ARGS ', '');
  const failed = after(world, write(dropIn, alone), { type: 'daemon-reload', node: NODE }, restart);
  expect(errorOf(failed)).toMatch(/^failed to run Kubelet: no client provided, cannot use webhook auth/);
});

test('a start leaves its serving pair behind, and the next one takes it', () => {
  const first = started();
  const [key, again] = [textOf(first, '/var/lib/kubelet/pki/kubelet.key'), after(first, restart)];
  expect(key).not.toBe('');
  expect(nodeOf(again).kubelet.process?.serving).toEqual(nodeOf(first).kubelet.process?.serving);
  expect(nodeOf(again).host.files['/var/lib/kubelet/pki/kubelet.key']).toMatchObject({ mode: 0o600, text: key });
});

test('a kubelet by hand has the legacy defaults', () => {
  const { process } = nodeOf(started('lecture-node')).kubelet;
  expect(process?.listeners.map(({ role }) => role)).toEqual(['main', 'read-only', 'healthz']);
  expect(process?.config.settings['authorization.mode']).toMatchObject({
    value: 'AlwaysAllow',
    source: { from: 'legacy-default' },
  });
});
