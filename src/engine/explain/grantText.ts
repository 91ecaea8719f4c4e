import { stringify } from 'yaml';
import type { Cluster } from '../apiserver/cluster.ts';
import type { AccessQuestion } from '../apiserver/review.ts';
import { smallestRole } from '../apiserver/smallestRole.ts';

/** A grant for reading and for `kubectl apply -f -`, with what should make one hesitate. */
export interface GrantText {
  readonly yaml: string;
  /** Whole sentences, the gravest first; empty when the grant is as small as it looks. */
  readonly dangers: readonly string[];
}

/** The smallest ClusterRole and binding that would allow a question, as YAML, and what else they would open. */
export function grantText(cluster: Cluster, question: AccessQuestion): GrantText {
  const { role, binding } = smallestRole(cluster, question);
  return {
    yaml: `${stringify(role)}---\n${stringify(binding)}`,
    dangers: DANGERS.filter(({ when }) => when(question)).map(({ why }) => why(question)),
  };
}

const accountOf = (user: string) => /^system:serviceaccount:([^:]+):default$/.exec(user)?.[1];

const DANGERS: readonly {
  readonly when: (question: AccessQuestion) => boolean;
  readonly why: (question: AccessQuestion) => string;
}[] = [
  {
    when: ({ subject }) => subject.user === 'system:anonymous',
    why: () =>
      'system:anonymous is everybody who sends no credentials: this opens it to whoever can reach the port, and to nobody in particular.',
  },
  {
    when: ({ resource, subresource }) => resource === 'nodes' && subresource === 'proxy',
    why: ({ verb }) =>
      `nodes/proxy stands for every path without a subresource of its own, /run, /exec and /attach among them: whoever has it runs commands in every container of the node.${
        verb === 'get' ? ' A WebSocket is a GET, so get is enough.' : ''
      }`,
  },
  {
    when: ({ verb }) => verb === '',
    why: () => 'This method has no verb, so only the verb * fits, and * allows every method.',
  },
  {
    when: ({ subject }) => accountOf(subject.user) !== undefined,
    why: ({ subject }) =>
      `Every pod in namespace ${accountOf(subject.user) ?? ''} that names no service account runs as this one.`,
  },
];
