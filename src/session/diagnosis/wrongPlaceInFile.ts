import { diagnoseConfigFile } from '#engine/config/diagnose.ts';
import { leavesOf } from '#engine/config/fields/leaves.ts';
import { settingText } from '#engine/explain/cause.ts';
import { readText } from '#engine/host/files.ts';
import type { JournalLine } from '#engine/host/journal.ts';
import { minorOf } from '#engine/versions/release.ts';
import type { Node } from '#engine/world/world.ts';
import { sinceLastStart } from '../lastStart.ts';
import { homeOf, inForce, placeCause, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

const FIELD = /unknown field \\?"([^"\\]+)\\?"/g;

/** What the kubelet passed over when it started: the line of its journal, and the fields that the file still has. */
export function ignoredIn(node: Node): { readonly line: JournalLine | undefined; readonly unknown: readonly string[] } {
  const line = sinceLastStart(node).find(({ text }) => text.includes('lenient decoding'));
  const file = line?.about?.file;
  const text = file === undefined ? null : readText(node.host.files, file);
  const names = fieldsIn(line?.text ?? '');
  if (file === undefined || text === null) return { line, unknown: names };
  const still = diagnoseConfigFile(text, file, node.kubelet.version).flatMap(({ message }) => fieldsIn(message));
  return { line, unknown: names.filter((name) => still.includes(name)) };
}

function fieldsIn(text: string): readonly string[] {
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
    const { line, unknown: names } = ignoredIn(node);
    const { process } = node.kubelet;
    const fields: Fields = {
      paths: [...leavesOf(minorOf(node.kubelet.version)).keys()],
      isSet: (path) => inForce(process, path)?.source.from !== 'default',
    };
    const unknown = names.find((name) => rightPath(name, fields) !== null);
    if (line === undefined || unknown === undefined) return null;
    const right = rightPath(unknown, fields) ?? '';
    const setting = inForce(process, right);
    return {
      done: `The config file has ${unknown}, which is no field of a kubelet: it belongs at ${right}.`,
      happens: `Strict decoding failed, so the kubelet read the file leniently, dropped ${unknown} and runs on ${setting === null ? 'without it' : `with ${settingText(setting)}`}.`,
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

/**
 * The path of a field, or of a group of fields, whose last part was written below another parent. `mode` and `enabled` have
 * several homes: meant is the one that shares most of the way; of those alike, one that nothing sets.
 */
function rightPath(unknown: string, { paths, isSet }: Fields): string | null {
  const parts = unknown.toLowerCase().split('.');
  const last = parts.at(-1);
  const homes = [...new Set(paths.flatMap((path) => [...groupsOf(path), path]))];
  if (homes.some((path) => path.toLowerCase() === unknown.toLowerCase())) return null;
  const found = homes.filter((path) => path.split('.').at(-1)?.toLowerCase() === last);
  const shared = (path: string): number => {
    const way = path.toLowerCase().split('.');
    return parts.filter((part) => way.includes(part)).length * 4 + (isSet(path) ? 0 : 2) + (/^auth/.test(path) ? 1 : 0);
  };
  return found.toSorted((left, right) => shared(right) - shared(left))[0] ?? null;
}

/** Fields of a kubelet, and whether something sets one in the kubelet that runs. */
interface Fields {
  readonly paths: readonly string[];
  isSet(path: string): boolean;
}

/** `authentication` and `authentication.anonymous` of `authentication.anonymous.enabled`. */
function groupsOf(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
