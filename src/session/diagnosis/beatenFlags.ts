import type { Place } from '#engine/host/place.ts';
import { beatenVariables } from '#engine/host/systemd/beaten.ts';
import type { Node } from '#engine/world/world.ts';
import { unitOnDisk } from '../preview.ts';
import { homeBefore, homeOf, placeCause } from './evidence.ts';
import type { Evidence, Sighting } from './misconception.ts';

const FILE_WINS =
  'A file of EnvironmentFile= beats every Environment=, in whatever order they stand, even with an empty value.';
const LATER_WINS = 'Of two Environment= lines the later one counts.';

/** Flags that were put into a variable of the unit's although another line, there from the start, gives it its value. */
export function beatenFlags(evidence: Evidence): Sighting | null {
  const node = homeOf(evidence);
  const before = homeBefore(evidence);
  if (node === null || before === null) return null;
  const all = beatenVariables(unitOnDisk(node), node.host.files);
  const lost = all.find(
    (one) =>
      flagsOf(one.value).some((flag) => !flagsOf(lineAt(node, one.by)).includes(flag)) &&
      !stands(before, one.at, lineAt(node, one.at)) &&
      stands(before, one.by, lineAt(node, one.by)),
  );
  if (lost === undefined) return null;
  const cause = placeCause(lost.by, node.name);
  return {
    done: `Flags were put into $${lost.name}.`,
    happens: `Another line gives $${lost.name} its value, so they reach no command line. ${lost.byFile ? FILE_WINS : LATER_WINS}`,
    causes: [placeCause(lost.at, node.name), cause],
    levels: [
      `Who else sets $${lost.name}, and whose word counts?`,
      `${cause.label} sets it, too: systemctl cat kubelet shows every Environment= and EnvironmentFile=.`,
      `Put the flags into ${cause.label}, or the setting into the config file.`,
    ],
  };
}

function flagsOf(text: string): readonly string[] {
  return text.match(/--[a-z][\w-]*(=[^\s"']*)?/g) ?? [];
}

function lineAt({ host }: Node, { file, line }: Place): string {
  const entry = host.files[file];
  return entry?.kind === 'file' ? (entry.text.split('\n')[line - 1] ?? '') : '';
}

/** Whether a file had this very line. */
function stands({ host }: Node, { file }: Place, line: string): boolean {
  const entry = host.files[file];
  return entry?.kind === 'file' && entry.text.split('\n').includes(line);
}
