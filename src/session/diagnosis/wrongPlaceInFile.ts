import { leavesOf } from '#engine/config/fields/leaves.ts';
import { minorOf } from '#engine/versions/release.ts';
import { sinceLastStart } from '../lastStart.ts';
import { homeOf, inForce, placeCause, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

const FIELD = /unknown field \\?"([^"\\]+)\\?"/g;

/** Fields that the running kubelet did not know, as its journal tells them. */
export function unknownFields(text: string): readonly string[] {
  return [...text.matchAll(FIELD)].map(([, name = '']) => name);
}

/** W5: a field that exists, written where it does not. */
export const wrongPlaceInFile: Misconception = {
  id: 'W5',
  name: 'Right field, wrong place',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    if (node === null || node.kubelet.process === null) return null;
    const line = sinceLastStart(node).find(({ text }) => text.includes('lenient decoding'));
    const paths = [...leavesOf(minorOf(node.kubelet.version)).keys()];
    const unknown = unknownFields(line?.text ?? '').find((name) => rightPath(name, paths) !== null);
    if (line === undefined || unknown === undefined) return null;
    const right = rightPath(unknown, paths) ?? '';
    const setting = inForce(node.kubelet.process, right);
    return {
      done: `The config file has ${unknown}, which is no field of a kubelet: it belongs at ${right}.`,
      happens: `Strict decoding failed, so the kubelet read the file leniently, dropped ${unknown} and runs on with ${setting === null ? 'its default' : 'another value'}.`,
      causes: [
        ...(line.about === undefined ? [] : [placeCause(line.about, node.name)]),
        ...(setting === null ? [] : [settingCause(setting, node.name)]),
      ],
      levels: [
        'Did the kubelet take every line of the file? Its journal says so at the start.',
        `The journal says: unknown field "${unknown}". What is unknown is ignored, not refused.`,
        `Move it to ${right}, and restart.`,
      ],
    };
  },
};

/** The path of a field whose last part was written below another parent. */
function rightPath(unknown: string, paths: readonly string[]): string | null {
  const last = unknown.split('.').at(-1)?.toLowerCase() ?? '';
  const found = paths.filter((path) => path !== unknown && path.split('.').at(-1)?.toLowerCase() === last);
  const spelled = paths.some((path) => path.toLowerCase() === unknown.toLowerCase());
  // `mode` and `enabled` have several homes: the one that shares most of the way is meant.
  if (spelled || found.length === 0) return null;
  return (
    found.find((path) => path.startsWith('authorization') || path.startsWith('authentication')) ?? found[0] ?? null
  );
}
