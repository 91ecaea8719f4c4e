import type { Connection } from '#engine/kubelet/stage.ts';
import { negotiateCipher, negotiateVersion } from '#engine/kubelet/tls/negotiate.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';

/** What curl learns of a request's journey, whichever server it led to. */
export type Exchanged = Pick<RequestTrace, 'node' | 'at' | 'request' | 'answer' | 'connection'>;

/** A trace as curl sees it. The API server's handshake is worked out from what the cluster says of it. */
export function exchanged(trace: RequestTrace | ApiTrace, world: World): Exchanged {
  return trace.kind === 'request' ? trace : { ...trace, connection: apiConnection(trace, world) };
}

/** The handshake with the API server; null when it came to none. It asks every client for a certificate. */
export function apiConnection(
  { request, answer }: Pick<ApiTrace, 'request' | 'answer'>,
  world: World,
): Connection | null {
  const shown = answer.kind === 'http' || answer.kind === 'left' || answer.kind === 'reset';
  const server = world.cluster.serving?.certificate;
  if (request.scheme === 'http' || !shown || server === undefined) return null;
  const offer = request.tls ?? {};
  const { version } = negotiateVersion(offer, '1.2');
  if (version === null) return null;
  const cipher = negotiateCipher(offer, version, [], 'RSA') ?? '';
  return { version, cipher, asked: true, peer: request.certificate?.certificate ?? null, server };
}
