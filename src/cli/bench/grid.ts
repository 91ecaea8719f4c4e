import { BASES } from '#engine/world/bases.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { MOST_IDENTITIES } from '#session/grid/identities.ts';
import { sessionGrid } from '#session/grid/sessionGrid.ts';

const NOON = 1_795_521_600_000;
const DROP_IN = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
const ROUNDS = 200;
/** Paints before the clock runs: the engine of a page that is in use is warm. */
const WARM = 40;

/** What one paint of "who may do what" took, in milliseconds, and how large the grid was. */
export interface GridFigures {
  readonly first: number;
  readonly samples: readonly number[];
  readonly identities: number;
  readonly endpoints: number;
  readonly ports: number;
}

/** Paints the grid after each of many keystrokes in the unit's drop-in, now and after a restart, with the rows full. */
export function benchGrid(): GridFigures {
  const base = BASES['kubeadm-node'](NOON);
  const { node } = base;
  let world = crowded(base.world, node);
  const grid = sessionGrid(() => world, node);
  const began = performance.now();
  const { rows, endpoints, ports } = grid.view('network');
  const first = performance.now() - began;
  const entry = world.nodes[node]?.host.files[DROP_IN];
  const text = entry?.kind === 'file' ? entry.text : '';
  const samples: number[] = [];
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    const flag = round % 2 === 0 ? ' --anonymous-auth=true' : ` --authorization-mode=AlwaysAllow --v=${round % 7}`;
    const typed = text.replace('config.yaml', `config.yaml${flag}`);
    world = step(world, { type: 'write', node, path: DROP_IN, text: typed }).world;
    const start = performance.now();
    const { outlook } = grid.view('network');
    if (round >= WARM) samples.push(performance.now() - start);
    if (outlook.kind !== 'differs') throw new Error('the edit changes no cell: these figures would mean nothing');
  }
  return { first, samples, identities: rows.length, endpoints: endpoints.length, ports: ports.length };
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
