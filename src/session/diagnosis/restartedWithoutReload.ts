import { fileName } from '#engine/explain/cause.ts';
import { changedFiles } from '#engine/host/systemd/changed.ts';
import { loadUnit } from '#engine/host/systemd/load.ts';
import { KUBELET_UNIT, type LoadedUnit } from '#engine/host/unit.ts';
import { clockText } from '#engine/time.ts';
import type { Node } from '#engine/world/world.ts';
import { homeOf, placeCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W2: a unit or drop-in was edited, and systemd still holds what it read before. */
export const restartedWithoutReload: Misconception = {
  id: 'W2',
  name: 'Restarted without daemon-reload',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const unit = node?.host.units[KUBELET_UNIT];
    if (node === null || unit === undefined || unit.fragment === null) return null;
    const [changed] = changedFiles(unit, node.host.files);
    if (changed === undefined || !isAnother(node, unit)) return null;
    const entry = node.host.files[changed];
    const started = node.kubelet.starts.at(-1) ?? 0;
    // A file that is gone does not tell since when.
    const restarted = entry?.kind === 'file' ? started >= entry.modifiedAt : started > unit.loadedAt;
    const name = fileName(changed);
    return {
      done: restarted
        ? `${name} was edited and the kubelet restarted, without a daemon-reload in between.`
        : `${name} was edited, and systemd has not read it since.`,
      happens: `systemd starts the kubelet from the unit that it holds in memory, read at ${clockText(unit.loadedAt)}. What stands in the file now reaches no command line.`,
      causes: [placeCause({ file: changed, line: 1 }, node.name, name)],
      levels: [
        'Which version of the unit does systemd hold?',
        `systemctl cat kubelet shows the file; the kubelet was started from what systemd read at ${clockText(unit.loadedAt)}.`,
        'systemctl daemon-reload, then systemctl restart kubelet',
      ],
    };
  },
};

/** Whether the units on disk say anything else than those that systemd holds: a comment does not. */
function isAnother({ host }: Node, held: LoadedUnit): boolean {
  const { unit: disk } = loadUnit(host.files, KUBELET_UNIT, 0);
  const said = ({ directives }: LoadedUnit): string =>
    JSON.stringify(directives.map(({ section, key, value }) => [section, key, value]));
  return said(held) !== said(disk);
}
