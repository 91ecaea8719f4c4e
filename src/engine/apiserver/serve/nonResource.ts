import { encodeBase64Url, fromHex } from '../../pki/bytes.ts';
import { readPublicKey } from '../../pki/keys.ts';
import type { Cluster } from '../cluster.ts';
import { ISSUER, keyId } from '../tokens.ts';
import { discoveryDocument } from './discovery.ts';
import type { ApiCall, Served } from './journey.ts';
import { HEALTH_CHECKS, PATHS } from './paths.data.ts';
import { refused } from './read.ts';
import { objectReply, plainReply, type Reply, rawJson, textReply } from './reply.ts';
import { NO_METHOD, NO_RESOURCE } from './status.ts';

/** What the API server's own build says of itself. */
const VERSION = {
  major: '1',
  minor: '36',
  emulationMajor: '1',
  emulationMinor: '36',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '35',
  gitVersion: 'v1.36.3',
  gitCommit: '0',
  gitTreeState: '',
  buildDate: '2026-11-01T00:00:00Z',
  goVersion: 'go1.26.8',
  compiler: 'gc',
  platform: 'linux/amd64',
};

/** Paths that are about no object: discovery, health, version. Models apiserver/pkg/server/routes and healthz, v0.36. */
export function servePath(call: ApiCall): Served {
  const { world, request, info } = call;
  const { path } = info;
  const served = (reply: Reply): Served => ({ reply, reason: 'api-served', facts: { what: path } });
  const read = request.method === 'GET' || request.method === 'HEAD';
  const document = discoveryDocument(world.cluster, path);
  const bare = path.replace(/(.)\/+$/, '$1');
  if (document !== null) {
    if (!read) return refused(call, NO_METHOD);
    return served(objectReply(request, 200, document));
  }
  if (bare === '/version') {
    if (!read) return refused(call, NO_METHOD);
    return served(rawJson(JSON.stringify(VERSION, null, 2)));
  }
  // A version that the core does not have is read as a group's.
  if (/^\/api\/[^/]+\/?$/.test(path)) return refused(call, NO_RESOURCE);
  const health = healthReply(call);
  if (health !== null) return served(health);
  if (path === '/' || path === '/index.html') return served(rawJson(JSON.stringify({ paths: PATHS }, null, 2)));
  const issuer = issuerDocument(world.cluster, path);
  if (issuer !== null) return served(issuer);
  if (PATHS.includes(bare)) {
    const text = `portside: ${bare} of the API server is not modelled\n`;
    return { reply: textReply(501, text), reason: 'api-not-served', facts: { status: 501, message: text.trim() } };
  }
  const reply = textReply(404, '404 page not found\n');
  return { reply, reason: 'api-not-served', facts: { status: 404, message: 'no such path' } };
}

/** `/healthz`, `/livez`, `/readyz` and the checks below them: all pass while the API server runs. */
function healthReply({ info }: ApiCall): Reply | null {
  const found = /^\/(healthz|livez|readyz)(?:\/(.+))?$/.exec(info.path);
  const [, which = '', check] = found ?? [];
  if (found === null) return null;
  const checks = HEALTH_CHECKS[which] ?? [];
  if (check !== undefined) return checks.includes(check) ? plainReply('ok') : textReply(404, '404 page not found\n');
  if (!info.query.has('verbose')) return textReply(200, 'ok');
  const excluded = info.query.get('exclude') ?? [];
  const lines = checks.map((name) => `[+]${name} ${excluded.includes(name) ? 'excluded: ok' : 'ok'}\n`);
  return textReply(200, `${lines.join('')}${which} check passed\n`);
}

/** What others need to check service account tokens by themselves. Models pkg/serviceaccount/openidmetadata.go, v1.36. */
function issuerDocument({ endpoint, serviceAccountKey }: Cluster, path: string): Reply | null {
  const kept = (type: string, document: object): Reply => ({
    status: 200,
    headers: [
      ['Cache-Control', 'public, max-age=3600'],
      ['Content-Type', type],
    ],
    body: JSON.stringify(document),
  });
  if (path === '/.well-known/openid-configuration') {
    return kept('application/json', {
      issuer: ISSUER,
      jwks_uri: `https://${endpoint}/openid/v1/jwks`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  }
  if (path !== '/openid/v1/jwks') return null;
  const key = readPublicKey(serviceAccountKey.publicKey);
  const number = (value: bigint) => {
    const digits = value.toString(16);
    return encodeBase64Url(fromHex(digits.length % 2 === 0 ? digits : `0${digits}`));
  };
  const kid = keyId(serviceAccountKey.publicKey);
  const keys =
    key === null
      ? []
      : [{ use: 'sig', kty: 'RSA', kid, alg: 'RS256', n: number(key.modulus), e: number(key.exponent) }];
  return kept('application/jwk-set+json', { keys });
}
