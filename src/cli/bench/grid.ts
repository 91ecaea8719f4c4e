import { readText } from '#engine/host/files.ts';
import { BASES } from '#engine/world/bases.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { MOST_IDENTITIES } from '#session/grid/identities.ts';
import { sessionGrid } from '#session/grid/sessionGrid.ts';

const NOON = 1_795_521_600_000;
const DROP_IN = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
const CONFIG = '/var/lib/kubelet/config.yaml';
const ROUNDS = 400;
/** Paints before the clock runs: the engine of a page that is in use is warm. */
export const WARM = 100;

/** What one paint of "who may do what" took, in milliseconds, and how large the grid was. */
export interface GridFigures {
  readonly first: number;
  readonly samples: readonly number[];
  /** Processor time of each paint, all threads of the engine included: it does not grow while others use the machine. */
  readonly processor: readonly number[];
  readonly identities: number;
  readonly endpoints: number;
  readonly ports: number;
}

/**
 * Paints the grid after each of many keystrokes, now and after a restart, with the rows full. They go by turns into the
 * unit's drop-in and into the kubelet's configuration; each changes who may enter, and no file is ever the same again.
 */
export function benchGrid(): GridFigures {
  const base = BASES['kubeadm-node'](NOON);
  const { node } = base;
  let world = crowded(base.world, node);
  const grid = sessionGrid(() => world, node);
  const began = performance.now();
  const { rows, endpoints, ports } = grid.view('network');
  const first = performance.now() - began;
  const files = world.nodes[node]?.host.files ?? {};
  const [dropIn, config] = [readText(files, DROP_IN) ?? '', readText(files, CONFIG) ?? ''];
  const samples: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    const { path, text } = round % 2 === 0 ? flagTyped(dropIn, round) : settingTyped(config, round);
    world = step(world, { type: 'write', node, path, text }).world;
    const used = process.cpuUsage();
    const start = performance.now();
    const { outlook } = grid.view('network');
    const elapsed = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    if (outlook.kind !== 'differs') throw new Error('the edit changes no cell: these figures would mean nothing');
    if (round < WARM) continue;
    samples.push(elapsed);
    processor.push((user + system) / 1000);
  }
  return { first, samples, processor, identities: rows.length, endpoints: endpoints.length, ports: ports.length };
}

function flagTyped(dropIn: string, round: number): { readonly path: string; readonly text: string } {
  const flag = round % 4 === 0 ? '--anonymous-auth=true' : `--authorization-mode=AlwaysAllow --v=${round % 7}`;
  return { path: DROP_IN, text: `${dropIn.replace('config.yaml', `config.yaml ${flag}`)}# ${round}\n` };
}

function settingTyped(config: string, round: number): { readonly path: string; readonly text: string } {
  const text =
    round % 4 === 1
      ? config.replace('mode: Webhook', 'mode: AlwaysAllow')
      : config.replace(/(anonymous:\s+enabled: )false/, '$1true');
  return { path: CONFIG, text: `${text}maxPods: ${100 + round}\n` };
}

/** The base with its kubelet running and service accounts bound to metrics until the grid is full. */
function crowded(start: World, node: string): World {
  let world = step(start, { type: 'start', node, unit: 'kubelet.service' }).world;
  const rbac = 'rbac.authorization.k8s.io';
  for (let index = 0; index < MOST_IDENTITIES; index += 1) {
    const name = `reader-${index}`;
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'monitoring' } };
    const binding = {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'node-metrics' },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'monitoring' }],
    };
    for (const object of [account, binding]) world = step(world, { type: 'apply', object }).world;
  }
  return world;
}
