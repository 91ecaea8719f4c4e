import { settingAt } from '#engine/config/effective.ts';
import { type Setting, sourcePlace } from '#engine/config/provenance.ts';
import { placeText, settingText, sourceText, valueText } from '#engine/explain/cause.ts';
import type { Place } from '#engine/host/place.ts';
import type { KubeletProcess } from '#engine/kubelet/process.ts';
import type { Node } from '#engine/world/world.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CauseView } from '../view.ts';
import type { Evidence } from './misconception.ts';

/** The settings that decide who gets in; what people harden first, and get wrong first. */
export const ACCESS_SETTINGS = [
  'authentication.anonymous.enabled',
  'authentication.webhook.enabled',
  'authentication.x509.clientCAFile',
  'authorization.mode',
  'readOnlyPort',
] as const;

/** The node that the scenario plays on, as it is. */
export function homeOf({ world, home }: Evidence): Node | null {
  return nodeNamed(world, home) ?? null;
}

/** The node that the scenario plays on, as it was at the start. */
export function homeBefore({ start, home }: Evidence): Node | null {
  return nodeNamed(start, home) ?? null;
}

/** A setting of a kubelet that runs; null when there is none. */
export function inForce(process: KubeletProcess | null | undefined, path: string): Setting | null {
  return process ? settingAt(process.config, path) : null;
}

/** Whether a file is not as it was at the start. */
export function isEdited(evidence: Evidence, path: string, node = evidence.home): boolean {
  const entry = (of: Evidence['world']) => nodeNamed(of, node)?.host.files[path];
  const [before, after] = [entry(evidence.start), entry(evidence.world)];
  if (before === after) return false;
  return before?.kind !== 'file' || after?.kind !== 'file' || before.text !== after.text;
}

/** A place as a cause that leads there. */
export function placeCause(place: Place, node: string, label = placeText(place)): CauseView {
  return { kind: 'place', label, place: { file: place.file, line: place.line, node } };
}

/** A setting as a cause: the line that decided, or words where no line did. */
export function settingCause(setting: Setting, node: string): CauseView {
  const place = sourcePlace(setting.source);
  return place === null ? { kind: 'text', label: settingText(setting) } : placeCause(place, node, settingText(setting));
}

/** What a setting beat, as causes. */
export function beatenCauses(setting: Setting, node: string): readonly CauseView[] {
  return setting.beaten.flatMap((loser) => {
    const place = sourcePlace(loser.source);
    return place === null ? [] : [placeCause(place, node, `${valueText(loser.value)}, ${sourceText(loser.source)}`)];
  });
}
