import { type Files, isDirectory, readText, walk } from '../../host/files.ts';
import type { Place } from '../../host/place.ts';
import type { Release } from '../../versions/release.ts';
import { isPrinted } from '../configz.ts';
import { yamlDuplicates } from '../decode/configFile.ts';
import { identityOf, identityText, isKubeletConfiguration } from '../decode/identity.ts';
import { looksLikeJson, parseJson } from '../decode/json.ts';
import { linesOf, placeAt } from '../decode/lines.ts';
import type { MapNode } from '../decode/tree.ts';
import { unmarshal } from '../decode/unmarshal.ts';
import { parseYaml } from '../decode/yaml.ts';
import { KUBELET_CONFIGURATION } from '../fields/fields.table.ts';
import { leavesOf } from '../fields/leaves.ts';
import { absolutePath } from '../paths.ts';
import { losers, type Slot, type Slots } from '../slots.ts';
import { type Document, mergePatch, numberedTree, type Removed, treeOf } from './document.ts';
import { internalError, overlay } from './overlay.ts';

/**
 * The written values after all drop-ins, still without defaults unless `complete`; or the error behind
 * `failed to merge kubelet configs: `.
 */
export type Merged =
  | { readonly ok: true; readonly slots: Slots; readonly complete: boolean }
  | { readonly ok: false; readonly error: string; readonly at?: Place };

type Loaded =
  | { readonly ok: true; readonly tree: MapNode }
  | { readonly ok: false; readonly error: string; readonly offset: number };

/**
 * Merges the drop-ins of a folder over a configuration. Merged as v1beta1, the base goes through JSON with `omitempty`
 * first, so zeros and empty lists of it are lost and fall back to defaults; merged as the internal type, it stays as it
 * is. `directory` is as the flag has it, relative to `folder`.
 * Models cmd/kubelet/app/server.go mergeKubeletConfigurations, v1.31 to v1.36.
 */
export function mergeDropIns(base: Slots, directory: string, folder: string, files: Files, release: Release): Merged {
  const { minor } = release;
  const versioned = release.traits.dropInsMergedAs === 'v1beta1';
  const root = absolutePath(directory, folder);
  const prefix = `failed to walk through kubelet dropin directory "${directory}": `;
  if (!isDirectory(files, root) && readText(files, root) === null) {
    return { ok: false, error: `${prefix}lstat ${directory}: no such file or directory` };
  }
  const document = versioned ? baseDocument(base, minor) : new Map();
  const lost = versioned ? lostZeros(base, minor) : new Map<string, Slot>();
  const removed: Removed = new Map([...lost].map(([path, slot]) => [path, losers(slot)]));
  const found = isDirectory(files, root) ? walk(files, root) : [root];
  for (const path of found.filter((name) => /\.conf$/.test(name))) {
    const shown = path === root ? directory : shownPath(path, root, directory);
    const text = readText(files, path) ?? '';
    const loaded = load(text, path, versioned);
    const lines = linesOf(text);
    if (!loaded.ok) {
      const error = `${prefix}failed to load kubelet dropin file, path: ${shown}, ${loaded.error}`;
      return { ok: false, error, at: placeAt(path, lines, loaded.offset) };
    }
    mergePatch(document, loaded.tree, (span) => ({ from: 'drop-in', at: placeAt(path, lines, span.from) }), removed);
  }
  return versioned ? decoded(document, removed, lost, minor) : overlaid(base, document, minor);
}

/** A path as WalkDir tells it: below the folder as it was given. */
function shownPath(path: string, root: string, directory: string): string {
  const below = root === '/' ? path.slice(1) : path.slice(root.length + 1);
  return `${directory.replace(/\/+$/, '')}/${below}`;
}

function load(text: string, path: string, versioned: boolean): Loaded {
  const fail = (error: string, offset = 0): Loaded => ({ ok: false, error, offset });
  if (text === '') return fail(`error: kubelet config file "${path}" was empty`);
  const json = looksLikeJson(text);
  const parsed = json ? parseJson(text) : parseYaml(text);
  if (!parsed.ok) {
    return fail(
      `error: ${json ? `couldn't get version/kind; json parse error: ${parsed.error}` : parsed.error}`,
      parsed.span.from,
    );
  }
  const identity = identityOf(parsed.tree);
  if (!identity.ok) return fail(`error: ${identity.error}`, identity.span.from);
  if (parsed.tree.kind !== 'map' || identity.identity.kind === '')
    return fail(`error: Object 'Kind' is missing in '${text}'`);
  const first = parsed.duplicates[0];
  if (first !== undefined) {
    const words = json
      ? parsed.duplicates.map((duplicate) => duplicate.message).join(', ')
      : yamlDuplicates(parsed.duplicates);
    return fail(`error: strict decoding error: ${words}`, first.span.from);
  }
  if (versioned && !isKubeletConfiguration(identity.identity))
    return fail(`unknown apiVersion/kind: ${identityText(identity.identity)}`);
  return { ok: true, tree: parsed.tree };
}

/** The base as JSON with `omitempty` has it. */
function baseDocument(base: Slots, minor: number): Document {
  const document: Document = new Map();
  for (const [path, { field }] of leavesOf(minor)) {
    const slot = base.get(path);
    if (slot === undefined || !isPrinted(field, slot.value)) continue;
    const names = path.split('.');
    const name = names.pop() ?? '';
    let target = document;
    for (const step of names) {
      const known = target.get(step);
      const next: Document = known?.value instanceof Map ? known.value : new Map();
      if (known === undefined)
        target.set(step, { value: next, origin: { value: null, source: { from: 'default' }, beaten: [] } });
      target = next;
    }
    target.set(name, leafNode(slot));
  }
  return document;
}

function leafNode(slot: Slot): { value: Document | ReturnType<typeof treeOf>; origin: Slot } {
  const { value } = slot;
  const span = { from: 0, to: 0 };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { value: treeOf(value, span), origin: slot };
  const document: Document = new Map();
  for (const [key, item] of Object.entries(value)) document.set(key, leafNode({ ...slot, value: item, beaten: [] }));
  return { value: document, origin: slot };
}

/** Zeros that `omitempty` drops on the way, with what they had beaten. */
function lostZeros(base: Slots, minor: number): ReadonlyMap<string, Slot> {
  const lost = new Map<string, Slot>();
  for (const [path, { field }] of leavesOf(minor)) {
    const slot = base.get(path);
    if (slot !== undefined && !isPrinted(field, slot.value)) lost.set(path, slot);
  }
  return lost;
}

/** A lost zero comes back as itself where no default takes its place. */
function returned(path: string, slot: Slot, minor: number): Slot {
  if (leavesOf(minor).get(path)?.field.fallback === undefined) return slot;
  return { value: null, source: { from: 'default' }, beaten: losers(slot) };
}

/** The drop-ins decoded over the base as it is. */
function overlaid(base: Slots, document: Document, minor: number): Merged {
  const origins: Slot[] = [NOWHERE];
  const result = unmarshal(numberedTree(document, origins), KUBELET_CONFIGURATION, { minor, anyCase: true });
  if (result.error !== null) return undecodable(internalError(result.error.message), origins[result.error.span.from]);
  return { ok: true, slots: overlay(base, result.written, ({ span }) => origins[span.from]), complete: true };
}

const NOWHERE: Slot = { value: null, source: { from: 'default' }, beaten: [] };

function undecodable(message: string, origin: Slot | undefined): Merged {
  const error = `failed to unmarshal merged JSON into kubelet configuration: ${message}`;
  return origin?.source.from === 'drop-in' ? { ok: false, error, at: origin.source.at } : { ok: false, error };
}

function decoded(document: Document, removed: Removed, lost: ReadonlyMap<string, Slot>, minor: number): Merged {
  const origins: Slot[] = [NOWHERE];
  const result = unmarshal(numberedTree(document, origins), KUBELET_CONFIGURATION, { minor, anyCase: true });
  if (result.error !== null) return undecodable(result.error.message, origins[result.error.span.from]);
  const slots = new Map<string, Slot>();
  for (const [path, { value, span }] of result.written) {
    const origin = origins[span.from];
    if (origin !== undefined) slots.set(path, { ...origin, value });
  }
  for (const [path, beaten] of removed) {
    if (slots.has(path) || !leavesOf(minor).has(path)) continue;
    const zero = lost.get(path);
    slots.set(
      path,
      zero === undefined ? { value: null, source: { from: 'default' }, beaten } : returned(path, zero, minor),
    );
  }
  return { ok: true, slots, complete: false };
}
