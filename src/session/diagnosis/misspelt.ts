import { leavesOf } from '#engine/config/fields/leaves.ts';
import { flagsOf } from '#engine/config/flags/flag.ts';
import { readText } from '#engine/host/files.ts';
import { minorOf } from '#engine/versions/release.ts';
import type { Node } from '#engine/world/world.ts';
import { nearest } from '#packs/nearest.ts';
import { sinceLastStart } from '../lastStart.ts';
import { homeOf, placeCause } from './evidence.ts';
import type { Misconception, Sighting } from './misconception.ts';
import { ignoredIn } from './wrongPlaceInFile.ts';

const FLAG = /unknown flag: --([\w-]+)/;
const MODE = /unknown authorization mode (\S+)/;

/** W7: a field or value spelled as no kubelet spells it: ignored, or the end of the start. */
export const misspelt: Misconception = {
  id: 'W7',
  name: 'Misspelt',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    if (node === null) return null;
    const mode = node.kubelet.process === null ? MODE.exec(node.kubelet.lastExit?.error ?? '')?.[1] : undefined;
    if (mode !== undefined) return wrongMode(mode, node);
    const flag = node.kubelet.process === null ? FLAG.exec(node.kubelet.lastExit?.error ?? '')?.[1] : undefined;
    if (flag !== undefined) return wrongFlag(flag, node);
    const { line, unknown: names } = ignoredIn(node);
    const paths = [...leavesOf(minorOf(node.kubelet.version)).keys()];
    for (const unknown of names) {
      const meant = paths.find((path) => isNear(unknown, path));
      if (meant === undefined) continue;
      return {
        done: `The config file has ${unknown}. The field is called ${meant}.`,
        happens: 'An unknown field is dropped with a line in the journal, and the kubelet runs on without it.',
        causes: line?.about === undefined ? [] : [placeCause(line.about, node.name)],
        levels: [
          'Is every name in the file spelled as the kubelet spells it?',
          `${unknown.toLowerCase() === meant.toLowerCase() ? 'Upper and lower case count: t' : 'T'}he journal says unknown field "${unknown}".`,
          `Write ${meant}, and restart.`,
        ],
      };
    }
    return null;
  },
};

function wrongMode(mode: string, node: Node): Sighting {
  const at = sinceLastStart(node).findLast(({ about }) => about !== undefined)?.about;
  const line = at === undefined ? '' : (readText(node.host.files, at.file) ?? '').split('\n')[at.line - 1];
  const flag = /--authorization[-_]mode/.test(line ?? '');
  return {
    done: `The authorization mode was set to ${mode}.`,
    happens: `A kubelet knows two modes, Webhook and AlwaysAllow, spelled just so. With ${mode} it does not start.`,
    causes: at === undefined ? [] : [placeCause(at, node.name)],
    levels: [
      'Which authorization modes has a kubelet?',
      `The journal ends with: unknown authorization mode ${mode}. AlwaysDeny, RBAC and Node are modes of the API server.`,
      flag
        ? `Take --authorization-mode=${mode} out, or write --authorization-mode=Webhook; then restart.`
        : 'authorization.mode: Webhook, then restart',
    ],
  };
}

function wrongFlag(flag: string, node: Node): Sighting {
  const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();
  const names = flagsOf(minorOf(node.kubelet.version)).map(({ name }) => name);
  const meant = names.find((name) => plain(name) === plain(flag)) ?? nearest(flag, names);
  const at = sinceLastStart(node).findLast(({ about }) => about !== undefined)?.about;
  return {
    done: `The command line has --${flag}${meant === null ? ', and a kubelet has no such flag.' : `. The flag is called --${meant}.`}`,
    happens: 'A flag that a kubelet does not know ends it: it does not start.',
    causes: at === undefined ? [] : [placeCause(at, node.name)],
    levels: [
      'Which word does the kubelet say that it does not know?',
      `The journal ends with: unknown flag: --${flag}. An unknown field in a file is passed over; an unknown flag is not.`,
      meant === null ? `Take --${flag} out, and restart.` : `Write --${meant}, or take it out, and restart.`,
    ],
  };
}

/** The same letters in another case, or with the dots and dashes lost: `anonymousAuth`, `Anonymous`, `read-only-port`. */
function isNear(unknown: string, path: string): boolean {
  const plain = (name: string): string => name.replaceAll(/[^a-z]/gi, '').toLowerCase();
  const [left, right] = [plain(unknown), plain(path)];
  if (unknown === path) return false;
  if (left === right) return true;
  const last = plain(path.split('.').at(-1) ?? '');
  const parent = plain(path.split('.').at(-2) ?? '');
  return left === `${parent}auth` || (left === last && last.length > 6) || (left.length > 6 && right.startsWith(left));
}
