import { type Files, readText } from '../files.ts';
import type { LoadedUnit } from '../unit.ts';
import { findUnit } from './load.ts';

/**
 * Whether systemd would warn that the unit changed on disk: a source file is newer or gone, or the list of drop-ins
 * is another. A new fragment in a stronger directory goes unnoticed. Models unit_need_daemon_reload, v252.
 */
export function changedOnDisk(unit: LoadedUnit, files: Files): boolean {
  const found = findUnit(files, unit.name);
  if (unit.fragment !== null && isChanged(unit, files, unit.fragment)) return true;
  if (unit.fragment === null) return false;
  if (found.dropIns.length !== unit.dropIns.length) return true;
  return unit.dropIns.some((path, index) => found.dropIns[index] !== path || isChanged(unit, files, path));
}

/** The files that a `daemon-reload` would read differently: changed, gone, new or newly masking, by path. */
export function changedFiles(unit: LoadedUnit, files: Files): readonly string[] {
  const { fragment, dropIns } = findUnit(files, unit.name);
  const before = unit.fragment === null ? unit.dropIns : [unit.fragment, ...unit.dropIns];
  const after = fragment === null ? dropIns : [fragment, ...dropIns];
  const differs = (path: string): boolean =>
    !before.includes(path) || !after.includes(path) || readText(files, path) !== textOf(unit, path);
  return [...new Set([...before, ...after])].filter(differs).sort();
}

function isChanged(unit: LoadedUnit, files: Files, path: string): boolean {
  const entry = Object.hasOwn(files, path) ? files[path] : undefined;
  if (entry?.kind !== 'file') return true;
  return entry.modifiedAt > unit.loadedAt || entry.text !== textOf(unit, path);
}

function textOf(unit: LoadedUnit, path: string): string | null {
  return (Object.hasOwn(unit.sources, path) ? unit.sources[path] : undefined) ?? null;
}
