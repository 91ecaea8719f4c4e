import type { Cluster } from '#engine/apiserver/cluster.ts';
import { booleanAt, numberAt, textAt } from '#engine/config/effective.ts';
import { fileName } from '#engine/explain/cause.ts';
import type { Json } from '#engine/json.ts';
import type { KubeletProcess } from '#engine/kubelet/process.ts';
import { nodeCondition } from '#engine/world/ready.ts';
import type { Node, World } from '#engine/world/world.ts';
import { judgeSetting } from '../screen/hardening.ts';
import { nodeChoices } from '../screen/nodes.ts';
import type { FleetGlance, FleetNodeView, FleetView } from '../view/fleet.ts';
import { type Drift, driftOf } from './drift.ts';
import { type Wanted, wantedIn } from './wanted.ts';
import { FLEET_WORDS as WORDS } from './words.ts';

/** Every node of a world beside its cluster's ConfigMap `kubelet-config`. What did not change is not worked out again. */
export function fleetView(world: World, selected: string): FleetView {
  const wanted = wantedOf(world.cluster);
  const nodes = nodeChoices(world, selected).flatMap(({ name, role, ready }): readonly FleetNodeView[] => {
    const node = world.nodes[name];
    if (node === undefined) return [];
    const known = lookedAt(node, wanted);
    const standing = nodeCondition(world, name).status === 'True' ? 'Ready' : 'NotReady';
    return [{ ...known, name, role, ready: ready && standing === 'Ready', standing, selected: name === selected }];
  });
  const goal = wanted(world.nodes[selected]?.kubelet.version ?? '1.36.3');
  if ('trouble' in goal) return { words: goal.trouble, compared: false, nodes };
  const drifted = nodes.filter(({ drift, trouble }) => drift.length > 0 || trouble !== '').length;
  const words = drifted === 0 ? WORDS.all(nodes.length) : WORDS.some(drifted, nodes.length);
  return { words, compared: true, nodes };
}

type Wants = (version: string) => Wanted | { readonly trouble: string };

const wants = new WeakMap<Cluster['objects'], Wants>();

function wantedOf(cluster: Cluster): Wants {
  const known = wants.get(cluster.objects) ?? wantedIn(cluster);
  wants.set(cluster.objects, known);
  return known;
}

type Known = Pick<FleetNodeView, 'version' | 'glance' | 'drift' | 'trouble'>;

const looks = new WeakMap<Node, { readonly goal: unknown; readonly known: Known }>();

function lookedAt(node: Node, wanted: Wants): Known {
  const version = node.kubelet.process?.version ?? node.kubelet.version;
  const goal = wanted(version);
  const before = looks.get(node);
  if (before !== undefined && before.goal === goal) return before.known;
  const { fields, trouble }: Drift = 'trouble' in goal ? { fields: [], trouble: '' } : driftOf(node, goal);
  const known = { version, glance: glanceOf(node.kubelet.process), drift: fields, trouble };
  looks.set(node, { goal, known });
  return known;
}

function glanceOf(process: KubeletProcess | null): FleetNodeView['glance'] {
  if (process === null) return null;
  const { config, version } = process;
  const glance = (path: string, value: Json, text: string): FleetGlance => {
    return { text, risky: judgeSetting(path, value, version).verdict === 'risky' };
  };
  const anonymous = booleanAt(config, 'authentication.anonymous.enabled');
  const mode = textAt(config, 'authorization.mode');
  const authority = textAt(config, 'authentication.x509.clientCAFile');
  const port = numberAt(config, 'readOnlyPort');
  return {
    anonymous: glance('authentication.anonymous.enabled', anonymous, anonymous ? WORDS.on : WORDS.off),
    authorization: glance('authorization.mode', mode, mode),
    clientCA: glance(
      'authentication.x509.clientCAFile',
      authority,
      authority === '' ? WORDS.none : fileName(authority),
    ),
    readOnlyPort: glance('readOnlyPort', port, port === 0 ? WORDS.closed : String(port)),
  };
}
