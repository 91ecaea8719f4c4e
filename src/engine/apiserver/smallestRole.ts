import type { JsonObject } from '../json.ts';
import { type Cluster, objectKey } from './cluster.ts';
import type { AccessQuestion } from './review.ts';

/** A ClusterRole and the ClusterRoleBinding that gives it to one subject. */
export interface Grant {
  readonly role: JsonObject;
  readonly binding: JsonObject;
}

const RBAC = 'rbac.authorization.k8s.io';

/**
 * The smallest grant that would turn a denied question into an allowed one: this verb, this subresource, this node, this
 * subject and nothing else. A question without a verb (HEAD) needs `*`, as only that matches it. Its names are free.
 */
export function smallestRole(cluster: Cluster, question: AccessQuestion): Grant {
  const resource = question.subresource === '' ? question.resource : `${question.resource}/${question.subresource}`;
  const verb = question.verb === '' ? '*' : question.verb;
  const wanted = [resource.replaceAll('/', '-'), verb === '*' ? 'all' : verb, shortName(question.subject.user)].join(
    '-',
  );
  const name = freeName(cluster, wanted);
  return {
    role: {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        {
          apiGroups: [question.group],
          resources: [resource],
          ...(question.name === '' ? {} : { resourceNames: [question.name] }),
          verbs: [verb],
        },
      ],
    },
    binding: {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: [subjectOf(question.subject.user)],
    },
  };
}

/** The last part of a user's name, in letters that an object's name may have. */
function shortName(user: string): string {
  const last = user.slice(user.lastIndexOf(':') + 1).toLowerCase();
  return last.replace(/[^a-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'user';
}

function freeName(cluster: Cluster, wanted: string): string {
  const taken = (name: string) =>
    ['ClusterRole', 'ClusterRoleBinding'].some((kind) =>
      Object.hasOwn(cluster.objects, objectKey({ kind, namespace: '', name })),
    );
  let name = wanted;
  for (let number = 2; taken(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

function subjectOf(user: string): JsonObject {
  const account = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user);
  if (account !== null) return { kind: 'ServiceAccount', namespace: account[1] ?? '', name: account[2] ?? '' };
  return { apiGroup: RBAC, kind: 'User', name: user };
}
