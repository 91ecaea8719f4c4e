import { objectAt, objectsAt, textAt, textsAt } from '#engine/apiserver/json.ts';
import type { Misconception } from './misconception.ts';

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
      return objectsAt(object, 'rules').some((rule) => textsAt(rule, 'resources').some((name) => BROAD.includes(name)));
    });
    if (found === undefined) return null;
    const [key, object] = found;
    const name = textAt(objectAt(object, 'metadata'), 'name');
    const kind = key.split('/')[0] ?? 'ClusterRole';
    const broad = objectsAt(object, 'rules')
      .flatMap((rule) => textsAt(rule, 'resources'))
      .find((one) => BROAD.includes(one));
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
