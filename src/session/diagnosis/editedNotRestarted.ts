import { settingText, shortPath, valueText } from '#engine/explain/cause.ts';
import { clockText } from '#engine/time.ts';
import { previewRestart } from '../preview.ts';
import { homeOf, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W1: a file of the kubelet was edited, and the running kubelet read it before. */
export const editedNotRestarted: Misconception = {
  id: 'W1',
  name: 'Edited, not restarted',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const process = node?.kubelet.process ?? null;
    if (node === null || process === null) return null;
    const next = previewRestart(node);
    if (next.kind !== 'configured') return null;
    const waiting = Object.values(next.config.settings).find(({ source, value, path }) => {
      const now = process.config.settings[path];
      const fromFile =
        source.from === 'file' ||
        source.from === 'drop-in' ||
        now?.source.from === 'file' ||
        now?.source.from === 'drop-in';
      return (
        fromFile && now?.source.from !== 'generated' && JSON.stringify(now?.value ?? null) !== JSON.stringify(value)
      );
    });
    if (waiting === undefined) return null;
    const now = process.config.settings[waiting.path];
    const field = shortPath(waiting.path);
    const since = clockText(process.startedAt);
    return {
      done: `A file of the kubelet on ${node.name} was edited after ${since}, when the kubelet last read it.`,
      happens: `On disk ${field} is ${valueText(waiting.value)}; running it is ${valueText(now?.value ?? null)}. A kubelet reads its configuration when it starts, and never again.`,
      causes: [settingCause(waiting, node.name)],
      levels: [
        'When did the running kubelet read that file?',
        `${waiting.source.from === 'default' ? `No file sets ${field} any more` : `${settingText(waiting)} is only on disk`}: the kubelet has been running since ${since}.`,
        'systemctl restart kubelet',
      ],
    };
  },
};
