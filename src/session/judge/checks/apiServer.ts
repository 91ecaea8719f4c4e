import type { World } from '#engine/world/world.ts';
import type { Check } from '#packs/checks.ts';
import { type Case, type Finding, found } from '../case.ts';

type ApiServerCheck = Check & { check: 'api-server' };

/** What the API server that runs does by one of its flags. */
export function apiServerFinding({ flag, is }: ApiServerCheck, { world }: Case): Finding {
  if (!world.cluster.reachable) return { holds: false, words: 'No API server answers.' };
  const now = IN_FORCE[flag](world);
  const holds = flag === 'enable-admission-plugins' ? now.split(',').includes(is) : now === is;
  return found(
    holds,
    `The API server runs with ${flag} ${now}.`,
    `Expected ${flag} ${is}; the API server runs with ${now}.`,
  );
}

const IN_FORCE: Readonly<Record<ApiServerCheck['flag'], (world: World) => string>> = {
  'authorization-mode': ({ cluster }) => cluster.authorizationModes.join(','),
  'enable-admission-plugins': ({ cluster }) => (cluster.admissionPlugins ?? ['NodeRestriction']).join(',') || 'none',
  'anonymous-auth': ({ cluster }) => String(cluster.anonymousAuth ?? true),
  'kubelet-client-certificate': ({ cluster }) => (cluster.kubeletClient === undefined ? 'unset' : 'set'),
  'kubelet-certificate-authority': ({ cluster }) => (cluster.kubeletCA === undefined ? 'unset' : 'set'),
};
