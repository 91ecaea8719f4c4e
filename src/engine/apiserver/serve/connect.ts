import type { Answer } from '../../kubelet/exchange.ts';
import { negotiateCipher, negotiateVersion } from '../../kubelet/tls/negotiate.ts';
import { readChain } from '../../pki/certificate.ts';
import { nodeNamed } from '../../world/world.ts';
import { flagCauses } from './flagCause.ts';
import type { ApiJourney, GateResult } from './journey.ts';

/** The service `kubernetes`, which kube-proxy leads to the API server: first address of the service network. */
const SERVICE = { address: '10.96.0.1', port: 443 };

/** The first gate: whether an API server runs, and listens where the client dials. */
export function connect({ world, node, request }: ApiJourney): GateResult {
  const { address, port } = request;
  const facts = { address, port };
  const { cluster } = world;
  const [host = '', own = ''] = cluster.endpoint.split(':');
  const local = nodeNamed(world, node)?.host.address === host && address.startsWith('127.');
  const found =
    (port === Number(own) && (address === host || local)) || (address === SERVICE.address && port === SERVICE.port);
  if (found && cluster.reachable) {
    return { record: { stage: 'connect', verdict: 'passed', reason: 'api-reached', facts, causes: [] } };
  }
  const why = found ? 'no API server runs' : 'the API server listens elsewhere';
  return {
    record: { stage: 'connect', verdict: 'answered', reason: 'api-down', facts: { ...facts, why }, causes: [] },
    answer: { kind: 'refused' },
  };
}

/** The second gate: the handshake. The API server asks every client for a certificate and judges none here. */
export function shakeHands({ world, request }: ApiJourney): GateResult {
  const client = readChain(request.certificate?.certificate ?? '')[0]?.certificate;
  const name = client === undefined ? '' : client.commonName || client.subject.openssl;
  const end = (reason: 'api-client-left' | 'api-handshake-failed', why: string, answer: Answer): GateResult => ({
    record: {
      stage: 'tls',
      verdict: 'answered',
      reason,
      facts: { why },
      causes: flagCauses(world, 'tls-cert-file'),
    },
    answer,
  });
  if (request.scheme === 'http') {
    const body = 'Client sent an HTTP request to an HTTPS server.\n';
    const answer: Answer = { kind: 'http', http: '1.0', status: 400, headers: [], body, bare: true };
    return end('api-handshake-failed', 'plain HTTP came to a port that speaks TLS', answer);
  }
  const offer = request.tls ?? {};
  const agreed = negotiateVersion(offer, '1.2');
  if (agreed.version === null) {
    const answer: Answer = { kind: 'alert', alert: 'protocol_version' };
    return end('api-handshake-failed', `the client offers at most TLS ${offer.max ?? '1.3'}, less than 1.2`, answer);
  }
  const cipher = negotiateCipher(offer, agreed.version, [], 'RSA');
  if (cipher === null) {
    const answer: Answer = { kind: 'alert', alert: 'handshake_failure' };
    return end('api-handshake-failed', 'client and server have no cipher suite in common', answer);
  }
  if (offer.leaves !== undefined) {
    const answer: Answer = { kind: 'left', alert: offer.leaves };
    return end('api-client-left', offer.leaves.replaceAll('_', ' '), answer);
  }
  const facts = { version: agreed.version, cipher, client: name };
  return { record: { stage: 'tls', verdict: 'passed', reason: 'api-handshake-done', facts, causes: [] } };
}
