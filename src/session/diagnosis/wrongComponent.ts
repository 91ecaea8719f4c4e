import { API_SERVER_MANIFEST, controlPlane } from '#engine/apiserver/serve/flagCause.ts';
import { readText } from '#engine/host/files.ts';
import { nodeNamed } from '#engine/world/world.ts';
import { homeOf, inForce, placeCause, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W20: the API server's --anonymous-auth was changed, and the kubelet's was meant. */
export const wrongComponent: Misconception = {
  id: 'W20',
  name: 'The other anonymous-auth',
  rank: 2,
  detect(evidence) {
    const { start, world } = evidence;
    const plane = controlPlane(world);
    const home = homeOf(evidence);
    if (plane === undefined || home === null) return null;
    const line = (of: typeof world): string =>
      (readText(nodeNamed(of, plane.name)?.host.files ?? {}, API_SERVER_MANIFEST) ?? '')
        .split('\n')
        .find((one) => one.includes('--anonymous-auth')) ?? '';
    if (line(world) === line(start) || !line(world).includes('false')) return null;
    const own = inForce(home.kubelet.process, 'authentication.anonymous.enabled');
    if (own?.value !== true) return null;
    const text = readText(plane.host.files, API_SERVER_MANIFEST) ?? '';
    const at = text.split('\n').findIndex((one) => one.includes('--anonymous-auth')) + 1;
    return {
      done: 'kube-apiserver got --anonymous-auth=false.',
      happens: `That is the API server’s own door. The kubelet of ${home.name} has a flag and a field of the same name, and lets strangers in as before. Probes of the API server without a credential may fail now.`,
      causes: [placeCause({ file: API_SERVER_MANIFEST, line: at }, plane.name), settingCause(own, home.name)],
      levels: [
        'Which program answers at port 10250?',
        'Not the API server, which answers at 6443: each kubelet has an anonymous access of its own.',
        `On ${home.name}: authentication.anonymous.enabled: false in its config file, then restart; and undo the change of the manifest.`,
      ],
    };
  },
};
