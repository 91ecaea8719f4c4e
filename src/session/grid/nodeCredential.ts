import { readText } from '#engine/host/files.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { readKubeconfig } from '#engine/kubelet/start/kubeconfig.ts';
import type { Node } from '#engine/world/world.ts';
import { certificateBlocks } from '#shell/commands/curl/clientSide.ts';
import { canBeTyped, shortName, typedName } from './fileName.ts';
import type { Identity } from './identity.ts';

/** The node itself, with the credential by which its kubelet is the API server's client; null when it has none. */
export function nodeIdentity(node: Node): Identity | null {
  const flag = node.kubelet.process?.config.flags.kubeconfig?.text;
  const read = readKubeconfig(node.host.files, flag || KUBEADM_PATHS.kubeconfig);
  if (!read.ok || read.kubeconfig.certificate === null || read.kubeconfig.key === null) return null;
  const { certificate, key } = read.kubeconfig;
  const typed = typedPair(node, certificate.path, key.path);
  return {
    id: 'node',
    name: `the node ${node.name}`,
    words: 'its kubelet’s own client certificate',
    offer: {
      headers: [],
      certificate: {
        certificate: certificateBlocks(certificate.text),
        name: shortName(certificate.path ?? 'kubeconfig'),
      },
    },
    options: typed,
    withheld:
      typed === null ? 'Its certificate stands inside the kubeconfig, so curl cannot be given it as a file.' : '',
  };
}

function typedPair(node: Node, certificate: string | null, key: string | null): string | null {
  if (certificate === null || key === null || !canBeTyped(certificate) || !canBeTyped(key)) return null;
  if (readText(node.host.files, certificate) === null) return null;
  const cert = `--cert ${typedName(certificate)}`;
  return certificate === key ? cert : `${cert} --key ${typedName(key)}`;
}
