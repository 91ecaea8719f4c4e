import { controlPlane, flagCauses } from '#engine/apiserver/serve/flagCause.ts';
import { readText } from '#engine/host/files.ts';
import type { Json } from '#engine/json.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { verifyClient } from '#engine/pki/verify.ts';
import { askAsApiServer } from '#engine/world/apiServerCall.ts';
import type { Node, World } from '#engine/world/world.ts';
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
    const { why, mend } = remedyFor(world, node, ca?.value ?? '');
    return {
      done: 'The kubelet refuses callers that it does not know, and the API server is one of them.',
      happens: `kubectl logs and exec end at the second hop: the API server asks ${node.name} as itself, and ${why}.`,
      causes: [
        ...(ca === null ? [] : [settingCause(ca, node.name)]),
        ...flagCauses(world, 'kubelet-client-certificate').flatMap((cause) =>
          causeViews(cause, world, controlPlane(world)?.name ?? ''),
        ),
      ],
      levels: [
        'Who is the kubelet’s client when you type kubectl logs?',
        `Not you: the API server, with the certificate of --kubelet-client-certificate. Here ${why}.`,
        mend,
      ],
    };
  },
};

const OWN = '/etc/kubernetes/pki/apiserver-kubelet-client';

/** Which side is at fault: the certificate that is shown, or the authority that it is measured by. */
function remedyFor({ cluster, now }: World, { host }: Node, ca: Json): { readonly why: string; readonly mend: string } {
  const shown = cluster.kubeletClient?.certificate;
  const give = `Give kube-apiserver --kubelet-client-certificate=${OWN}.crt and --kubelet-client-key=${OWN}.key`;
  if (shown === undefined) return { why: 'it shows no client certificate', mend: `${give} again` };
  const usualCA = `authentication.x509.clientCAFile: ${KUBEADM_PATHS.clientCA}, then restart`;
  if (ca === '') return { why: 'the kubelet has no client CA, and so never asks for its certificate', mend: usualCA };
  const usual = verifyClient(shown, readText(host.files, KUBEADM_PATHS.clientCA) ?? '', now);
  if (usual.ok) return { why: 'the kubelet’s client CA did not sign its certificate', mend: usualCA };
  return /expired/.test(usual.error)
    ? {
        why: 'its certificate has expired',
        mend: 'kubeadm certs renew apiserver-kubelet-client on the control plane',
      }
    : { why: 'the kubelet’s client CA did not sign its certificate', mend: `${give}, which the cluster’s CA signed` };
}
