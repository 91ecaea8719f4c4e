import { type Files, readText } from '../files.ts';
import type { LogLine } from '../journal.ts';
import type { Directive, LoadedUnit } from '../unit.ts';
import { assemble, hostnameIn } from './assemble.ts';
import { problemLine } from './problem.ts';

/** Where systemd looks for units, strongest first. `/lib` counts where it is not a link to `/usr/lib`. */
export const UNIT_DIRECTORIES = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
] as const;

/** The files that make up a unit: its fragment, and its drop-ins in the order they apply. */
export interface UnitSources {
  readonly fragment: string | null;
  readonly dropIns: readonly string[];
}

/**
 * Finds a unit's files. A drop-in masks one of the same name in a weaker directory; they apply sorted by file
 * name over all directories, those of `service.d/` among them. Models src/shared/dropin.c, v252.
 */
export function findUnit(files: Files, name: string): UnitSources {
  const fragment =
    UNIT_DIRECTORIES.map((directory) => `${directory}/${name}`).find((path) => readText(files, path) !== null) ?? null;
  const chosen = new Map<string, string>();
  for (const folder of dropInFolders(name)) {
    for (const directory of UNIT_DIRECTORIES) {
      for (const file of confFiles(files, `${directory}/${folder}`)) {
        if (!chosen.has(file)) chosen.set(file, `${directory}/${folder}/${file}`);
      }
    }
  }
  const sorted = [...chosen].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return { fragment, dropIns: sorted.map(([, path]) => path) };
}

/**
 * Reads a unit as `daemon-reload` does. `now` is milliseconds since the epoch. `log` is what systemd writes to the
 * journal while it reads. A unit that is not there comes back with a null fragment.
 */
export function loadUnit(
  files: Files,
  name: string,
  now: number,
): { readonly unit: LoadedUnit; readonly log: readonly LogLine[] } {
  const found = findUnit(files, name);
  const paths = found.fragment === null ? found.dropIns : [found.fragment, ...found.dropIns];
  const sources = Object.fromEntries(paths.map((path) => [path, readText(files, path) ?? '']));
  const assembly = assemble({ name, ...found, sources }, hostnameIn(files));
  const directives = assembly.directives.map(({ section, key, value, at }): Directive => ({ section, key, value, at }));
  return {
    unit: { name, ...found, directives, loadedAt: now, sources },
    log: assembly.problems.map((problem) => problemLine(problem, name)),
  };
}

/** `kubelet.service.d`, the folders of its dash prefixes (`foo-.service.d`), `service.d`: strongest first. */
function dropInFolders(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return [`${name}.d`];
  const stem = name.slice(0, dot);
  const type = name.slice(dot + 1);
  const folders = [`${name}.d`];
  for (let dash = stem.lastIndexOf('-', stem.length - 2); dash > 0; dash = stem.lastIndexOf('-', dash - 1))
    folders.push(`${stem.slice(0, dash + 1)}.${type}.d`);
  folders.push(`${type}.d`);
  return folders;
}

function confFiles(files: Files, directory: string): readonly string[] {
  const prefix = `${directory}/`;
  return Object.keys(files)
    .filter((path) => path.startsWith(prefix) && files[path]?.kind === 'file')
    .map((path) => path.slice(prefix.length))
    .filter((file) => file.endsWith('.conf') && !file.includes('/') && !file.startsWith('.'));
}
