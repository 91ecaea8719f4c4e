import { fileName, placeText } from '#engine/explain/cause.ts';
import type { Place } from '#engine/host/place.ts';

/** The words in which a search tells what it would do. */
export const WORDS = {
  and: ', and ',
  takeOut: (source: string) => `Take out ${source}`,
  make: (source: string, word: string) => `Make ${source} say ${word}`,
  set: (name: string, value: string, source: string) => `Set ${name} to ${value}, ${source}`,
  add: (name: string, value: string, file: string) => `Set ${name} to ${value} in ${fileName(file)}`,
  addFlag: (word: string, at: Place) => `Add ${word}, ${placeText(at)}`,

  askAs: (label: string) => `Ask as ${label}.`,
  askBadToken: 'Show a token that nobody issued.',
  grant: (user: string, question: string, node: string) => `Let ${user} ${question} on ${node}, and nothing else.`,
  unbind: (binding: string, role: string, through: string) =>
    `Delete ClusterRoleBinding ${binding}, which gives ClusterRole ${role} to ${through}.`,
  unsubject: (binding: string, role: string, through: string) =>
    `Take ${through} out of ClusterRoleBinding ${binding}, which gives ClusterRole ${role}.`,
  restart: 'Restart the kubelet: what stands on disk already says so.',
  forget: 'Restart the kubelet, which forgets what the API server told it before.',
  start: 'Start the kubelet.',
  stop: 'Stop the kubelet.',
  wait: 'Wait until the kubelet has forgotten what the API server told it before.',

  asksNobody: (port: number, wanted: string) =>
    `Port ${port} asks nobody who they are and refuses nobody by rights: it never answers ${wanted}.`,

  masters: 'Group system:masters may do everything in the whole cluster, whatever RBAC says.',
  clusterAdmin: 'Role cluster-admin allows everything in the whole cluster.',
  proxy:
    'This identity has nodes/proxy, which stands for /run, /exec and /attach too: it runs commands in every container of the node.',
  others: (subjects: readonly string[]) => `It also binds ${subjects.join(', ')}, who lose this too.`,
  group: (group: string) => `${group} is more than this one: everybody in it loses this too.`,
  apiServer: (user: string) =>
    `${user} is the API server: kubectl logs, exec and port-forward end with it, on every node.`,
  bootstrap: (binding: string) =>
    `${binding} belongs to the cluster itself: the API server brings it back when it starts.`,
  stopped: 'Nobody looks after the pods of this node then, and the node becomes NotReady.',
} as const;
