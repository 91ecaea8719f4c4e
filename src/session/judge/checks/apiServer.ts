import type { World } from '#engine/world/world.ts';
import type { Check } from '#packs/checks.ts';
import { manifestSays, silence } from '../because/apiServerManifest.ts';
import { type Case, type Finding, holding, lacking } from '../case.ts';

type ApiServerCheck = Check & { check: 'api-server' };

/** What the API server that runs does by one of its flags. */
export function apiServerFinding({ flag, is }: ApiServerCheck, { world }: Case): Finding {
  const expected = `the API server to run with ${flag} ${is}`;
  if (!world.cluster.reachable) {
    return lacking({ expected, got: 'nothing, as no API server answers', because: silence(world) });
  }
  const now = IN_FORCE[flag](world);
  const holds = flag === 'enable-admission-plugins' ? now.split(',').includes(is) : sorted(now) === sorted(is);
  if (holds) return holding(`The API server runs with ${flag} ${now}.`);
  return lacking({ expected, got: now, because: manifestSays(world, flag) });
}

/** The same modes in another order let the same people in: one that allows is enough. */
function sorted(list: string): string {
  return list.split(',').sort().join();
}

const IN_FORCE: Readonly<Record<ApiServerCheck['flag'], (world: World) => string>> = {
  'authorization-mode': ({ cluster }) => cluster.authorizationModes.join(','),
  'enable-admission-plugins': ({ cluster }) => (cluster.admissionPlugins ?? ['NodeRestriction']).join(',') || 'none',
  'anonymous-auth': ({ cluster }) => String(cluster.anonymousAuth ?? true),
  'kubelet-client-certificate': ({ cluster }) => (cluster.kubeletClient === undefined ? 'unset' : 'set'),
  'kubelet-certificate-authority': ({ cluster }) => (cluster.kubeletCA === undefined ? 'unset' : 'set'),
};
