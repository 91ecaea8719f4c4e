import { MINIMUM_VERSIONS } from '../../kubelet/tls/negotiate.ts';
import { isCipherSuite } from '../../kubelet/tls/options.ts';
import { keyPairError } from '../../pki/keyPair.ts';
import { selfSignedServing } from '../../pki/selfSigned.ts';
import { isTaken, type ProgramContext } from '../program.ts';
import { flagItems, flagNumber, flagText, type GivenFlags } from '../readFlags.ts';

/** Where and as what an API server serves, or why it cannot. */
export type Serving =
  | { readonly bind: string; readonly port: number; readonly certificate: string }
  | { readonly error: string };

/** The listener first, then the pair, then what TLS is allowed. Models apiserver/pkg/server/options/serving.go, v0.36. */
export function servingOf(flags: GivenFlags, context: ProgramContext): Serving {
  const bind = flagText(flags, 'bind-address', '0.0.0.0');
  const port = flagNumber(flags, 'secure-port', 6443);
  const socket = `${bind}:${port}`;
  if (isTaken(socket, context.taken)) {
    return {
      error: `failed to create listener: failed to listen on ${socket}: listen tcp ${socket}: bind: address already in use`,
    };
  }
  const [certificatePath, keyPath] = [flagText(flags, 'tls-cert-file'), flagText(flags, 'tls-private-key-file')];
  if (certificatePath === '' && keyPath === '') {
    return (
      optionsError(flags) ?? { bind, port, certificate: selfSignedServing(context.address, context.now).certificate }
    );
  }
  const certificate = context.view(certificatePath);
  if ('error' in certificate) return certificate;
  const key = context.view(keyPath);
  if ('error' in key) return key;
  const wrong = keyPairError(certificate.text, key.text);
  if (wrong !== null) return { error: wrong };
  return optionsError(flags) ?? { bind, port, certificate: certificate.text };
}

function optionsError(flags: GivenFlags): { readonly error: string } | null {
  const suite = flagItems(flags, 'tls-cipher-suites').find((name) => !isCipherSuite(name));
  if (suite !== undefined) return { error: `Cipher suite ${suite} not supported or doesn't exist` };
  const version = flagText(flags, 'tls-min-version');
  if (version === '' || Object.hasOwn(MINIMUM_VERSIONS, version)) return null;
  return { error: `unknown tls version "${version}"` };
}
