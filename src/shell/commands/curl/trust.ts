import { verifyHost, verifyServer } from '#engine/pki/verifyServer.ts';
import type { World } from '#engine/world/world.ts';
import type { ClientFailure } from './clientSide.ts';
import { nodeOf } from './hosts.ts';
import type { CurlOptions } from './options.ts';

/** What curl thinks of the server that shows it a certificate. */
export interface Trust {
  /** Why curl goes away (exit 60); null when it stays. */
  readonly failure: ClientFailure | null;
  /** The alert it goes with, `close_notify` after a finished handshake; null when it stays. */
  readonly alert: string | null;
  /** `%{ssl_verify_result}` */
  readonly verifyResult: number;
}

/**
 * Judges a server's chain (PEM) for a host at a moment: the chain during the handshake, the name after it. `-k` takes
 * any. Models ossl_connect_step2 and servercert in lib/vtls/openssl.c, 7.88.1.
 */
export function trust(options: CurlOptions, chain: string, authorities: string, host: string, now: number): Trust {
  // With -k curl does not even load the CA file, so its verdict is that of a client who trusts nobody.
  const verdict = verifyServer(chain, options.insecure ? '' : authorities, now);
  if (options.insecure) return { failure: null, alert: null, verifyResult: verdict.code };
  if (verdict.code !== 0) {
    const failure = { code: 60, message: `SSL certificate problem: ${verdict.words}` };
    return { failure, alert: verdict.alert, verifyResult: verdict.code };
  }
  const named = verifyHost(chain, host);
  if (named.ok) return { failure: null, alert: null, verifyResult: 0 };
  return { failure: { code: 60, message: named.error }, alert: 'close_notify', verifyResult: 0 };
}

/** The certificate chain (PEM) that a node's kubelet shows at a port; null when it shows none there. */
export function shownChain(world: World, node: string, port: number): string | null {
  const process = nodeOf(world, node)?.kubelet.process ?? null;
  const secure = process?.listeners.some((listener) => listener.role === 'main' && listener.port === port) ?? false;
  return process === null || !secure || process.serving.kind === 'none' ? null : process.serving.certificate;
}
