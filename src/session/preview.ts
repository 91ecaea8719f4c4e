import { configure } from '#engine/config/configure.ts';
import type { EffectiveConfiguration } from '#engine/config/effective.ts';
import type { StartFailure } from '#engine/config/failure.ts';
import type { Argument } from '#engine/host/argument.ts';
import type { Files } from '#engine/host/files.ts';
import { changedFiles } from '#engine/host/systemd/changed.ts';
import { commandOf } from '#engine/host/systemd/command.ts';
import { loadUnit } from '#engine/host/systemd/load.ts';
import { KUBELET_UNIT, type LoadedUnit } from '#engine/host/unit.ts';
import type { Node } from '#engine/world/world.ts';

/** What a kubelet would be told if it were started now. `command` fails before any kubelet runs. */
export type Preview =
  | { readonly kind: 'configured'; readonly argv: readonly Argument[]; readonly config: EffectiveConfiguration }
  | { readonly kind: 'fails'; readonly argv: readonly Argument[]; readonly failure: StartFailure }
  | { readonly kind: 'command' };

/** What a restart would give with the unit as systemd holds it. */
export function previewRestart(node: Node): Preview {
  return previewOf(node, node.host.units[KUBELET_UNIT] ?? unitOnDisk(node));
}

/** What `daemon-reload` and a restart would give: the files as they are. */
export function previewReload(node: Node): Preview {
  return previewOf(node, unitOnDisk(node));
}

/** The unit as `daemon-reload` would read it; the very one that systemd holds where that reads the same. */
export function unitOnDisk({ host }: Node): LoadedUnit {
  const held = host.units[KUBELET_UNIT];
  if (held !== undefined && held.fragment !== null && changedFiles(held, host.files).length === 0) return held;
  return loadUnit(host.files, KUBELET_UNIT, 0).unit;
}

const previews = new WeakMap<Files, WeakMap<LoadedUnit, Preview>>();

/** Remembered by unit and files, since the editor's marks and the strip ask the same while no unit is edited. */
function previewOf(node: Node, unit: LoadedUnit): Preview {
  const known = previews.get(node.host.files)?.get(unit);
  if (known !== undefined) return known;
  const preview = configuredBy(node, unit);
  const ofFiles = previews.get(node.host.files) ?? new WeakMap<LoadedUnit, Preview>();
  previews.set(node.host.files, ofFiles.set(unit, preview));
  return preview;
}

function configuredBy(node: Node, unit: LoadedUnit): Preview {
  const command = commandOf(unit, node.host.files);
  if (!command.ok) return { kind: 'command' };
  const configured = configure({
    argv: command.argv.slice(1),
    files: node.host.files,
    version: node.kubelet.version,
    cgroup: node.host.cgroup,
    workingDirectory: '/',
  });
  return configured.ok
    ? { kind: 'configured', argv: command.argv, config: configured.config }
    : { kind: 'fails', argv: command.argv, failure: configured };
}

/** Whether a restart would make another kubelet than the one that runs. */
export function differsFromRunning(node: Node, preview: Preview): boolean {
  const { process } = node.kubelet;
  if (process === null) return false;
  if (process.version !== node.kubelet.version) return true;
  if (preview.kind !== 'configured') return true;
  const words = (argv: readonly Argument[]) => JSON.stringify(argv.map((argument) => argument.text));
  if (words(process.argv) !== words(preview.argv)) return true;
  return Object.values(preview.config.settings).some((setting) => {
    const running = process.config.settings[setting.path];
    if (running?.source.from === 'generated') return false;
    return JSON.stringify(running?.value ?? null) !== JSON.stringify(setting.value);
  });
}
