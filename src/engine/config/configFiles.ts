import { type Files, isDirectory, readText } from '../host/files.ts';
import type { LogLine } from '../host/journal.ts';
import type { Place } from '../host/place.ts';
import { decodeConfigFile } from './decode/configFile.ts';
import { linesOf, placeAt } from './decode/lines.ts';
import { leavesOf } from './fields/leaves.ts';
import { klogLine } from './klog.ts';
import { absolutePath, cleanPath, folderOf } from './paths.ts';
import type { Slot, Slots } from './slots.ts';

/** What the file of `--config` says, or the error behind `failed to load kubelet config file, path: …, error: `. */
export type LoadedFile =
  | { readonly ok: true; readonly slots: Slots; readonly log: readonly LogLine[] }
  | { readonly ok: false; readonly error: string; readonly at?: Place };

/**
 * Reads and decodes the file that `--config` names, `name` as the flag has it. Models configfiles.go Load and
 * loadConfigFile, v1.36.
 */
export function loadConfigFile(name: string, folder: string, files: Files, minor: number): LoadedFile {
  const path = absolutePath(name, folder);
  const fails = (error: string, at?: Place): LoadedFile => {
    const whole = `failed to load Kubelet config file ${name}, error ${error}`;
    return at === undefined ? { ok: false, error: whole } : { ok: false, error: whole, at };
  };
  const text = readText(files, path);
  if (text === null) {
    const why = isDirectory(files, path) ? `read ${path}: is a directory` : `open ${path}: no such file or directory`;
    return fails(`failed to read kubelet config file "${path}", error: ${why}`);
  }
  if (text === '') return fails(`kubelet config file "${path}" was empty`, { file: path, line: 1 });
  const decoded = decodeConfigFile(text, minor);
  const lines = linesOf(text);
  if (!decoded.ok) return fails(decoded.error, placeAt(path, lines, decoded.at.span.from));
  const slots = new Map<string, Slot>();
  for (const [field, { value, span }] of decoded.written) {
    slots.set(field, { value, source: { from: 'file', at: placeAt(path, lines, span.from) }, beaten: [] });
  }
  if (decoded.lenient === null) return { ok: true, slots, log: [] };
  const first = decoded.lenient.remarks[0];
  const about = first === undefined ? undefined : placeAt(path, lines, first.span.from);
  const words = 'Using lenient decoding as strict decoding failed';
  return { ok: true, slots, log: [klogLine('I', 'codec.go:102', words, [['err', decoded.lenient.error]], about)] };
}

/** Makes the paths that stand in a file absolute, as seen from its folder. Models KubeletConfigurationPathRefs, v1.36. */
export function resolvePaths(slots: Slots, name: string, folder: string, minor: number): Slots {
  const base = folderOf(absolutePath(name, folder));
  const resolved = new Map(slots);
  for (const [path, { field }] of leavesOf(minor)) {
    const slot = resolved.get(path);
    if (field.file !== true || slot === undefined || typeof slot.value !== 'string') continue;
    if (slot.value === '' || slot.value.startsWith('/')) continue;
    resolved.set(path, { ...slot, value: cleanPath(`${base}/${slot.value}`) });
  }
  return resolved;
}
