import { flagCauses } from '#engine/apiserver/serve/flagCause.ts';
import { askAsApiServer } from '#engine/world/apiServerCall.ts';
import { causeViews } from '../screen/stages.ts';
import { homeOf, inForce, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W12: the kubelet was hardened, and now refuses the API server itself. */
export const apiServerUnknown: Misconception = {
  id: 'W12',
  name: 'The API server is a stranger, too',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const { world } = evidence;
    if (node === null || node.kubelet.process === null || !world.cluster.reachable) return null;
    const { answer, subject } = askAsApiServer(world, node.name, 'GET', '/containerLogs/default/none/none');
    const status = answer.kind === 'http' ? answer.status : 0;
    const stranger = status === 403 && subject?.user === 'system:anonymous';
    if (status !== 401 && !stranger) return null;
    const ca = inForce(node.kubelet.process, 'authentication.x509.clientCAFile');
    const shown = world.cluster.kubeletClient !== undefined;
    const why = !shown
      ? 'it shows no client certificate'
      : ca?.value === ''
        ? 'the kubelet has no client CA, and so never asks for its certificate'
        : 'the kubelet’s client CA did not sign its certificate';
    return {
      done: 'The kubelet refuses callers that it does not know, and the API server is one of them.',
      happens: `kubectl logs and exec end at the second hop: the API server asks ${node.name} as itself, and ${why}.`,
      causes: [
        ...(ca === null ? [] : [settingCause(ca, node.name)]),
        ...flagCauses(world, 'kubelet-client-certificate').flatMap((cause) => causeViews(cause, world, 'controlplane')),
      ],
      levels: [
        'Who is the kubelet’s client when you type kubectl logs?',
        `Not you: the API server, with the certificate of --kubelet-client-certificate. Here ${why}.`,
        shown
          ? 'authentication.x509.clientCAFile: /etc/kubernetes/pki/ca.crt, then restart'
          : 'Give kube-apiserver --kubelet-client-certificate and --kubelet-client-key again',
      ],
    };
  },
};
