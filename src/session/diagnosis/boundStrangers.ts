import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Misconception } from './misconception.ts';

/** Bindings that every cluster is born with, and that name strangers on purpose. */
const BORN =
  /^(ClusterRoleBinding\/\/system:(public-info-viewer|discovery|basic-user)|RoleBinding\/kube-public\/kubeadm:bootstrap-signer-clusterinfo)$/;

/** The user and the group of whoever shows nothing. */
const STRANGERS = ['User system:anonymous', 'Group system:unauthenticated'];

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
        objectsAt(object, 'subjects').some((subject) => STRANGERS.includes(subjectName(subject))),
    );
    if (found === undefined) return null;
    const [key, object] = found;
    const name = key.split('/').at(-1) ?? '';
    const role = textAt(objectAt(object, 'roleRef'), 'name');
    const kind = textAt(object, 'kind');
    const namespace = textAt(objectAt(object, 'metadata'), 'namespace');
    const named = `${kind.toLowerCase()} ${name}${namespace === '' ? '' : ` -n ${namespace}`}`;
    return {
      done: `The ${kind} ${name} gives strangers the role ${role}.`,
      happens:
        namespace === ''
          ? 'Whoever reaches the port has these rights, without any credential. What worked by this, works for everybody.'
          : `Whoever reaches the API server has these rights in namespace ${namespace}, without any credential. At a kubelet a RoleBinding counts for nothing: nodes are in no namespace.`,
      causes: [{ kind: 'text', label: `${kind} ${name}: ${role} for system:anonymous or system:unauthenticated` }],
      levels: [
        'For whom does it work now, beside the one you had in mind?',
        `A 403 was silenced by giving rights to nobody in particular: see kubectl describe ${named}.`,
        `kubectl delete ${named}, and give the role to the one who needs it`,
      ],
    };
  },
};

function subjectName(subject: JsonObject): string {
  return `${textAt(subject, 'kind')} ${textAt(subject, 'name')}`;
}
