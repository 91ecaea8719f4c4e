import { expect, test } from 'vitest';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { Node } from '#engine/world/world.ts';
import { CONFIG, DROP_IN, EXTRA } from './practice.fixture.ts';
import { differsFromRunning, previewReload, previewRestart, unitOnDisk } from './preview.ts';

const { world, node } = BASES['kubeadm-node'](1_795_521_600_000);

function after(...events: readonly WorldEvent[]): Node {
  const start: WorldEvent = { type: 'start', node, unit: 'kubelet.service' };
  const found = [start, ...events].reduce((now, event) => step(now, event).world, world).nodes[node];
  if (found === undefined) throw new Error(`no ${node}`);
  return found;
}

const running = after();
const edit = (path: string, from: string, to: string): WorldEvent => {
  const entry = running.host.files[path];
  return { type: 'write', node, path, text: entry?.kind === 'file' ? entry.text.replace(from, () => to) : '' };
};

test('while no unit is edited, both previews are the same one, and the unit is the one that systemd holds', () => {
  expect(previewReload(running)).toBe(previewRestart(running));
  expect(unitOnDisk(running)).toBe(running.host.units['kubelet.service']);
  expect(differsFromRunning(running, previewRestart(running))).toBe(false);
});

test('an edited unit counts for the preview after daemon-reload only', () => {
  const edited = after(edit(DROP_IN, 'config.yaml"', 'config.yaml --max-pods=7"'));
  expect(differsFromRunning(edited, previewRestart(edited))).toBe(false);
  expect(differsFromRunning(edited, previewReload(edited))).toBe(true);
});

test('a unit in a stronger directory is what daemon-reload would read, though systemd does not warn of it', () => {
  const path = '/etc/systemd/system/kubelet.service';
  const edited = after({ type: 'write', node, path, text: '[Service]\nExecStart=/usr/bin/kubelet\n' });
  expect(unitOnDisk(edited).fragment).toBe(path);
});

test.each([
  ['a value', edit(CONFIG, 'healthzPort: 10248', 'healthzPort: 10249'), true],
  ['a comment', edit(CONFIG, 'kind:', '# nothing\nkind:'), false],
  ['a flag', edit(EXTRA, 'ARGS=', 'ARGS=--v=3'), true],
  ['an error', edit(CONFIG, 'memorySwap: {}', 'memorySwap: 7'), true],
])('%s makes another kubelet, or not', (_name, event, differs) => {
  const edited = after(event);
  expect(differsFromRunning(edited, previewRestart(edited))).toBe(differs);
  expect(differsFromRunning({ ...edited, kubelet: { ...edited.kubelet, process: null } }, previewRestart(edited))).toBe(
    false,
  );
});
