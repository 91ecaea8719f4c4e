import { changedFiles } from '#engine/host/systemd/changed.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { clockText } from '#engine/time.ts';
import { previewRestart } from '../preview.ts';
import { homeOf, placeCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W3: systemd read the edited unit, and the process is still the old one. */
export const reloadedNotRestarted: Misconception = {
  id: 'W3',
  name: 'Reloaded, not restarted',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const process = node?.kubelet.process ?? null;
    const unit = node?.host.units[KUBELET_UNIT];
    if (node === null || process === null || unit === undefined) return null;
    if (unit.loadedAt < process.startedAt || changedFiles(unit, node.host.files).length > 0) return null;
    const next = previewRestart(node);
    if (next.kind === 'command') return null;
    const words = next.argv.map(({ text }) => text);
    const running = process.argv.map(({ text }) => text);
    const added = next.argv.find(({ text }) => !running.includes(text));
    const gone = process.argv.find(({ text }) => !words.includes(text));
    if (added === undefined && gone === undefined) return null;
    const which = added ?? gone;
    // Environment files are read at each start, whether or not systemd read its units again.
    const reloaded = unit.loadedAt > process.startedAt;
    const change = added === undefined ? `no longer has ${gone?.text}` : `has ${added.text}`;
    return {
      done: reloaded
        ? 'systemd was told to read its units again, and the kubelet was not restarted after it.'
        : 'What the kubelet’s flags come from was changed, and the kubelet was not restarted after it.',
      happens: `The next command line ${change}; the process ${process.pid} was started at ${clockText(process.startedAt)} and keeps the arguments that it got then.`,
      causes: which?.at ? [placeCause(which.at, node.name)] : [],
      levels: [
        'Whose arguments does ps show?',
        `${reloaded ? 'daemon-reload' : 'An environment file'} changes what the next start does. Process ${process.pid} is from before.`,
        'systemctl restart kubelet',
      ],
    };
  },
};
