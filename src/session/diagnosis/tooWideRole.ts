import { objectAt, objectsAt, textAt, textsAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { readCertificates } from '#engine/pki/certificate.ts';
import { minorOf } from '#engine/versions/release.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { Misconception, Sighting } from './misconception.ts';

/** Resources of the core group that hold all of a node, and those that look so and are names of nothing. */
const BROAD = ['nodes/proxy', '*/proxy', '*'];
const EMPTY = ['nodes/*', '*/*'];

/** Verbs that a kubelet asks about; with list and watch alone nobody gets in. */
const ASKED = ['*', 'get', 'create', 'update', 'patch', 'delete'];

/** What RBAC makes of a star behind a slash. */
const NOTHING =
  'RBAC knows a star for a whole resource or before the slash only: this is the name of nothing, and gives nothing. Whoever then takes nodes/proxy instead, gives everything.';

/** What a Role is for a kubelet. */
const NAMESPACED =
  'A Role gives rights within a namespace, and nodes are in none: at a kubelet it gives nothing. As a ClusterRole it would give everything: read every pod, run commands in every container.';

const EVERYTHING =
  'With nodes/proxy one may do what the kubelet can do: read every pod, run commands in every container. GET is enough, by a WebSocket.';

/** From this minor on a kubelet asks about parts of what was nodes/proxy before. */
const FINE = 33;
const FINER =
  'Since 1.33 there are nodes/pods, nodes/metrics, nodes/stats, nodes/healthz, nodes/configz and nodes/log, each for itself.';
const COARSE =
  'This kubelet knows nodes/metrics, nodes/stats, nodes/log and nodes/spec, each for itself; every other path, /pods among them, is nodes/proxy until 1.33.';

/** W26: a role gives all of a node where one subresource was asked for. */
export const tooWideRole: Misconception = {
  id: 'W26',
  name: 'nodes/proxy is everything',
  rank: 2,
  detect({ start, world, home }) {
    const minor = minorOf(nodeNamed(world, home)?.kubelet.version ?? '');
    for (const [key, object] of Object.entries(world.cluster.objects)) {
      const [kind = ''] = key.split('/');
      if (!/^(Cluster)?Role$/.test(kind) || isAlike(start.cluster.objects[key], object, ['rules'])) continue;
      const broad =
        kind === 'Role' ? namedIn(object, ['nodes/proxy', 'nodes/*']) : namedIn(object, [...BROAD, ...EMPTY]);
      if (broad === undefined) continue;
      const name = textAt(objectAt(object, 'metadata'), 'name');
      return {
        done: `The ${kind} ${name} gives ${broad}.`,
        happens: kind === 'Role' ? NAMESPACED : EMPTY.includes(broad) ? NOTHING : EVERYTHING,
        causes: [{ kind: 'text', label: `${kind} ${name}: ${broad}` }],
        levels: [
          'Which subresource does the 403 name?',
          minor < FINE ? COARSE : FINER,
          minor < FINE
            ? 'Where the path has a subresource of its own, name that one and the verb get. For the others give nodes/proxy only to whom you would give everything.'
            : `Name that one subresource and the verb get in ${kind === 'Role' ? 'a ClusterRole, bound by a ClusterRoleBinding' : 'the role'}, and nothing else.`,
        ],
      };
    }
    return boundToAll(start, world);
  },
};

/** Whether nothing that counts changed: a label or an annotation gives nobody anything. */
function isAlike(before: JsonObject | undefined, now: JsonObject, keys: readonly string[]): boolean {
  if (before === now) return true;
  return keys.every((key) => JSON.stringify(before?.[key] ?? null) === JSON.stringify(now[key] ?? null));
}

/** Which of these resources of the core group a role gives by a verb that a kubelet asks about. */
function namedIn(role: JsonObject, wanted: readonly string[]): string | undefined {
  return objectsAt(role, 'rules')
    .filter((rule) => textsAt(rule, 'apiGroups').some((group) => group === '' || group === '*'))
    .filter((rule) => textsAt(rule, 'verbs').some((verb) => ASKED.includes(verb)))
    .flatMap((rule) => textsAt(rule, 'resources'))
    .find((one) => wanted.includes(one));
}

/** Whom a role that gives everything is meant for; the API server as the client of kubelets too, by whatever name. */
const MEANT_FOR = ['system:masters', 'kubeadm:cluster-admins', 'kube-apiserver-kubelet-client'];

/** A role that gives everything was there, and somebody was bound to it. */
function boundToAll({ cluster: before }: World, { cluster: { objects, kubeletClient } }: World): Sighting | null {
  const [client] = readCertificates(kubeletClient?.certificate ?? '');
  const meant = [...MEANT_FOR, client?.commonName];
  for (const [key, object] of Object.entries(objects)) {
    if (!key.startsWith('ClusterRoleBinding/') || isAlike(before.objects[key], object, ['roleRef', 'subjects']))
      continue;
    const role = textAt(objectAt(object, 'roleRef'), 'name');
    const broad = namedIn(objects[`ClusterRole//${role}`] ?? {}, BROAD);
    const whom = objectsAt(object, 'subjects').map((subject) => textAt(subject, 'name'));
    const other = whom.find((name) => !meant.includes(name));
    if (broad === undefined || other === undefined) continue;
    const name = textAt(objectAt(object, 'metadata'), 'name');
    return {
      done: `The ClusterRoleBinding ${name} gives ${role} to ${other}.`,
      happens: `${role} names ${broad}. With nodes/proxy, or a star that holds it, one may do what the kubelet can do: read every pod, run commands in every container.`,
      causes: [{ kind: 'text', label: `ClusterRoleBinding ${name}: ${role}` }],
      levels: [
        `What does ${other} need, and what does ${role} give beside it?`,
        `kubectl describe clusterrole ${role} shows it: ${broad}.`,
        `kubectl delete clusterrolebinding ${name}, and bind a role that names the one subresource and the verb get.`,
      ],
    };
  }
  return null;
}
