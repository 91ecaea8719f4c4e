import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { Misconception } from './misconception.ts';

/** Bindings that every cluster is born with, and that name strangers on purpose. */
const BORN =
  /^(ClusterRoleBinding\/\/system:(public-info-viewer|discovery|basic-user)|RoleBinding\/kube-public\/kubeadm:bootstrap-signer-clusterinfo)$/;

/** W10: strangers were given a role, so that something works. */
export const boundStrangers: Misconception = {
  id: 'W10',
  name: 'Rights for everybody',
  rank: 1,
  detect({ world }) {
    const found = Object.entries(world.cluster.objects).find(
      ([key, object]) =>
        /^(Cluster)?RoleBinding\//.test(key) &&
        !BORN.test(key) &&
        objectsAt(object, 'subjects').some((subject) =>
          ['system:anonymous', 'system:unauthenticated'].includes(textAt(subject, 'name')),
        ),
    );
    if (found === undefined) return null;
    const [key, object] = found;
    const name = key.split('/').at(-1) ?? '';
    const role = textAt(objectAt(object, 'roleRef'), 'name');
    const kind = textAt(object, 'kind');
    return {
      done: `The ${kind} ${name} gives strangers the role ${role}.`,
      happens:
        'Whoever reaches the port has these rights, without any credential. What worked by this, works for everybody.',
      causes: [{ kind: 'text', label: `${kind} ${name}: ${role} for system:anonymous or system:unauthenticated` }],
      levels: [
        'For whom does it work now, beside the one you had in mind?',
        `A 403 was silenced by giving rights to nobody in particular: see kubectl describe ${kind.toLowerCase()} ${name}.`,
        `kubectl delete ${kind.toLowerCase()} ${name}, and give the role to the one who needs it`,
      ],
    };
  },
};
