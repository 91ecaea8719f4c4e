import { readCertificates } from '../../pki/certificate.ts';
import { keyPairError } from '../../pki/keyPair.ts';
import type { ContainerView } from '../mounts.ts';
import { flagItems, flagText, type GivenFlags } from '../readFlags.ts';
import type { ApiServerSettings } from '../serverSettings.ts';

/** How the API server goes to kubelets, or why it does not start over it. */
export type KubeletClient =
  | {
      readonly settings: Pick<
        ApiServerSettings,
        'kubeletClient' | 'kubeletClientError' | 'kubeletCA' | 'preferredAddressTypes'
      >;
    }
  | { readonly error: string };

/**
 * `--kubelet-client-certificate`, `--kubelet-client-key` and `--kubelet-certificate-authority`. A file that is missing ends the
 * start; a pair that does not fit is found out only when a kubelet is called. Half a pair is none.
 * Models pkg/kubelet/client/kubelet_client.go and client-go/transport, v1.36.
 */
export function kubeletClientOf(flags: GivenFlags, view: ContainerView): KubeletClient {
  const authority = flagText(flags, 'kubelet-certificate-authority');
  const certificatePath = flagText(flags, 'kubelet-client-certificate');
  const keyPath = flagText(flags, 'kubelet-client-key');
  const [ca, certificate, key] = [authority, certificatePath, keyPath].map((path) =>
    path === '' ? { text: '' } : view(path),
  );
  for (const file of [ca, certificate, key]) if (file !== undefined && 'error' in file) return file;
  const text = (file: typeof ca): string => (file !== undefined && 'text' in file ? file.text : '');
  if (authority !== '' && readCertificates(text(ca)).length === 0) {
    return { error: 'unable to load root certificates: unable to parse bytes as PEM block' };
  }
  const whole = certificatePath !== '' && keyPath !== '';
  const wrong = whole ? keyPairError(text(certificate), text(key)) : null;
  const types = flagItems(flags, 'kubelet-preferred-address-types');
  return {
    settings: {
      ...(whole && wrong === null ? { kubeletClient: { certificate: text(certificate) } } : {}),
      ...(wrong === null ? {} : { kubeletClientError: wrong }),
      ...(authority === '' ? {} : { kubeletCA: text(ca) }),
      ...(types.length === 0 ? {} : { preferredAddressTypes: types }),
    },
  };
}
