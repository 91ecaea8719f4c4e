import { permissionText } from '#engine/host/permissions.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { homeBefore, homeOf, placeCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** Files that the current benchmark wants for root's eyes only. */
const SECRET = [KUBEADM_PATHS.unit, KUBEADM_PATHS.dropIn, KUBEADM_PATHS.config, KUBEADM_PATHS.kubeconfig];

/** W23: a mode was changed to more than the current benchmark allows, or the file belongs to somebody else. */
export const looseModes: Misconception = {
  id: 'W23',
  name: 'Modes of yesterday, or another’s file',
  rank: 3,
  detect(evidence) {
    const node = homeOf(evidence);
    const before = homeBefore(evidence)?.host.files ?? {};
    if (node === null) return null;
    for (const path of SECRET) {
      const entry = node.host.files[path];
      const old = before[path];
      if (entry === undefined || old === undefined) continue;
      const touched = entry.mode !== old.mode || entry.owner !== old.owner || entry.group !== old.group;
      const loose = (entry.mode & 0o177) !== 0 || entry.owner !== 'root' || entry.group !== 'root';
      if (!touched || !loose) continue;
      return {
        done: `Mode or owner of ${path} were changed, to ${permissionText(entry)} ${entry.owner}:${entry.group}.`,
        happens:
          'Since CIS 1.24 these files are root’s alone: mode 600 or stricter, owner root:root. 644 was the answer of earlier editions.',
        causes: [placeCause({ file: path, line: 1 }, node.name, path)],
        levels: [
          'Which edition of the benchmark does the answer belong to?',
          'The current one wants 600 and root:root (4.1.1, 4.1.2, 4.1.5, 4.1.6, 4.1.9, 4.1.10).',
          `chmod 600 ${path} && chown root:root ${path}`,
        ],
      };
    }
    return null;
  },
};
