import { completionsAt, fieldPathAt } from '#engine/config/complete.ts';
import { flagsOf } from '#engine/config/flags/flag.ts';
import { describeField, describeFlag } from '#engine/config/help.ts';
import { readText } from '#engine/host/files.ts';
import { unitCompletionsAt, unitHelpAt } from '#engine/host/systemd/help.ts';
import { minorOf } from '#engine/versions/release.ts';
import type { Node } from '#engine/world/world.ts';
import type { SessionHelp } from './commands.ts';
import { languageOf } from './screen/language.ts';
import type { WordHelp } from './view.ts';

/** Help from the engine's tables, for the files of the node as they are. */
export function sessionHelp(node: () => Node | undefined): SessionHelp {
  return {
    hover(path, line, column) {
      const here = node();
      const text = here === undefined ? null : readText(here.host.files, path);
      if (here === undefined || text === null) return null;
      const { version } = here.kubelet;
      switch (languageOf(path, text)) {
        case 'kubelet-yaml': {
          const field = fieldPathAt(text, line, column);
          return field === null ? null : describeField(field, version);
        }
        case 'systemd':
          return flagHover(text, line, column, version) ?? unitHelpAt(text, line);
        case 'environment':
          return flagHover(text, line, column, version);
        default:
          return null;
      }
    },
    complete(path, line, column) {
      const here = node();
      const text = here === undefined ? null : readText(here.host.files, path);
      if (here === undefined || text === null) return [];
      const { version } = here.kubelet;
      switch (languageOf(path, text)) {
        case 'kubelet-yaml':
          return completionsAt(text, line, column, version);
        case 'systemd':
          return flagCompletions(text, line, column, version) ?? unitCompletionsAt(text, line);
        case 'environment':
          return flagCompletions(text, line, column, version) ?? [];
        default:
          return [];
      }
    },
  };
}

/** The flag that stands at a place of a command line, described. */
function flagHover(text: string, line: number, column: number, version: string): WordHelp | null {
  const row = text.split('\n')[line - 1] ?? '';
  for (const match of row.matchAll(/--([A-Za-z][\w-]*)/g)) {
    if (match.index < column && column <= match.index + match[0].length + 1) {
      return describeFlag((match[1] ?? '').replaceAll('_', '-'), version);
    }
  }
  return null;
}

/** All flags when a word that begins with dashes is being written; null when none is. */
function flagCompletions(text: string, line: number, column: number, version: string): readonly WordHelp[] | null {
  const before = (text.split('\n')[line - 1] ?? '').slice(0, column - 1);
  if (!/(^|[\s"'=])--?[\w-]*$/.test(before)) return null;
  return flagsOf(minorOf(version)).flatMap((flag) => describeFlag(flag.name, version) ?? []);
}
