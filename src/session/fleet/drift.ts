import { loadConfigFile } from '#engine/config/configFiles.ts';
import { type Setting, sourcePlace } from '#engine/config/provenance.ts';
import type { Slots } from '#engine/config/slots.ts';
import { sourceText, valueText } from '#engine/explain/cause.ts';
import type { Files } from '#engine/host/files.ts';
import type { Json } from '#engine/json.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { minorOf } from '#engine/versions/release.ts';
import type { Node } from '#engine/world/world.ts';
import { judgeSetting } from '../screen/hardening.ts';
import type { FleetDriftView } from '../view/fleet.ts';
import { OWN, type Wanted } from './wanted.ts';
import { FLEET_WORDS as WORDS } from './words.ts';

/** In which fields a node is not as wanted, and why its file could not be asked; '' when it could. */
export interface Drift {
  readonly fields: readonly FleetDriftView[];
  readonly trouble: string;
}

/** Compares what is in force on a node and what its file says with what the ConfigMap says. */
export function driftOf(node: Node, wanted: Wanted): Drift {
  const { process } = node.kubelet;
  const version = process?.version ?? node.kubelet.version;
  const file = fileOf(node, minorOf(version));
  const fields: FleetDriftView[] = [];
  for (const path of Object.keys(wanted.config.settings)) {
    const goal = wanted.config.settings[path];
    if (goal === undefined || OWN.has(path)) continue;
    const running = process?.config.settings[path];
    // What the kubelet filled in by itself is no drift.
    const off = running !== undefined && running.source.from !== 'generated' && !same(running.value, goal.value);
    const written = file.slots?.get(path);
    const changed = file.slots !== null && !same(written?.value ?? null, wanted.slots.get(path)?.value ?? null);
    if (!off && !changed) continue;
    const wrong = changed && written !== undefined && !off ? written.value : (running?.value ?? written?.value ?? null);
    fields.push({
      path,
      wanted: valueText(goal.value),
      file: written === undefined ? null : valueText(written.value),
      inForce: running === undefined ? null : { text: valueText(running.value), source: sourceText(running.source) },
      place: placeOf(running, off, written),
      risky: isRisky(path, wrong, version) && !isRisky(path, goal.value, version),
      why: why(node, running, off, changed),
    });
  }
  return { fields, trouble: file.trouble };
}

function fileOf(node: Node, minor: number): { readonly slots: Slots | null; readonly trouble: string } {
  const named = node.kubelet.process?.config.flags.config?.text;
  const name = named === undefined || named === '' ? KUBEADM_PATHS.config : named;
  const known = slots.get(node.host.files) ?? loadConfigFile(name, '/', node.host.files, minor);
  slots.set(node.host.files, known);
  return known.ok ? { slots: known.slots, trouble: '' } : { slots: null, trouble: WORDS.noFile(known.error) };
}

/** What a node's file says, by its files: most steps change one node's. */
const slots = new WeakMap<Files, ReturnType<typeof loadConfigFile>>();

function why(node: Node, running: Setting | undefined, off: boolean, changed: boolean): string {
  if (running === undefined) return WORDS.stopped;
  if (!off) return WORDS.waiting;
  const { source } = running;
  if (source.from === 'flag') return WORDS.flag(sourceText(source));
  if (source.from === 'drop-in') return WORDS.dropIn(sourceText(source));
  return changed ? WORDS.never(node.name) : WORDS.older;
}

function placeOf(
  running: Setting | undefined,
  off: boolean,
  written: ReturnType<Slots['get']>,
): FleetDriftView['place'] {
  const source = off && running !== undefined ? running.source : written?.source;
  return source === undefined ? null : sourcePlace(source);
}

function isRisky(path: string, value: Json, version: string): boolean {
  return judgeSetting(path, value, version).verdict === 'risky';
}

function same(one: Json, other: Json): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
