import { objectAt, objectsAt, textAt, textsAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import type { World } from '#engine/world/world.ts';
import type { Misconception, Sighting } from './misconception.ts';

const BROAD = ['nodes/*', 'nodes/proxy', '*', '*/*'];

/** What RBAC makes of a star behind a slash. */
const NOTHING =
  'RBAC knows a star for a whole resource only: nodes/* is the name of nothing, and gives nothing. Whoever then takes nodes/proxy instead, gives everything.';

/** W26: a role gives all of a node where one subresource was asked for. */
export const tooWideRole: Misconception = {
  id: 'W26',
  name: 'nodes/proxy is everything',
  rank: 2,
  detect({ start, world }) {
    const found = Object.entries(world.cluster.objects).find(([key, object]) => {
      if (!/^(Cluster)?Role\//.test(key) || start.cluster.objects[key] === object) return false;
      return broadIn(object) !== undefined;
    });
    if (found === undefined) return boundToAll(start, world);
    const [key, object] = found;
    const name = textAt(objectAt(object, 'metadata'), 'name');
    const kind = key.split('/')[0] ?? 'ClusterRole';
    const broad = broadIn(object);
    return {
      done: `The ${kind} ${name} gives ${broad}.`,
      happens:
        broad === 'nodes/*'
          ? NOTHING
          : 'With nodes/proxy one may do what the kubelet can do: read every pod, run commands in every container. GET is enough, by a WebSocket.',
      causes: [{ kind: 'text', label: `${kind} ${name}: ${broad}` }],
      levels: [
        'Which subresource does the 403 name?',
        'Since 1.33 there are nodes/pods, nodes/metrics, nodes/stats, nodes/healthz, nodes/configz and nodes/log, each for itself.',
        'Name that one subresource and the verb get in the role, and nothing else.',
      ],
    };
  },
};

/** What a role names of the core group that holds all of a node. */
function broadIn(role: JsonObject): string | undefined {
  return objectsAt(role, 'rules')
    .filter((rule) => textsAt(rule, 'apiGroups').some((group) => group === '' || group === '*'))
    .flatMap((rule) => textsAt(rule, 'resources'))
    .find((one) => BROAD.includes(one));
}

/** Whom a role that gives everything is meant for: administrators, and the API server as the client of kubelets. */
const MEANT_FOR = ['system:masters', 'kubeadm:cluster-admins', 'kube-apiserver-kubelet-client'];

/** A role that gives everything was there, and somebody was bound to it. */
function boundToAll({ cluster: before }: World, { cluster: { objects } }: World): Sighting | null {
  for (const [key, object] of Object.entries(objects)) {
    if (!key.startsWith('ClusterRoleBinding/') || before.objects[key] === object) continue;
    const role = textAt(objectAt(object, 'roleRef'), 'name');
    const broad = broadIn(objects[`ClusterRole//${role}`] ?? {});
    const whom = objectsAt(object, 'subjects').map((subject) => textAt(subject, 'name'));
    const other = whom.find((name) => !MEANT_FOR.includes(name));
    if (broad === undefined || broad === 'nodes/*' || other === undefined) continue;
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
