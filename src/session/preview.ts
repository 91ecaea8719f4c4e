import { configure } from '#engine/config/configure.ts';
import type { EffectiveConfiguration } from '#engine/config/effective.ts';
import type { StartFailure } from '#engine/config/failure.ts';
import type { Argument } from '#engine/host/argument.ts';
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
  const unit = node.host.units[KUBELET_UNIT];
  return unit === undefined ? previewReload(node) : previewOf(node, unit);
}

/** What `daemon-reload` and a restart would give: the files as they are. */
export function previewReload(node: Node): Preview {
  return previewOf(node, loadUnit(node.host.files, KUBELET_UNIT, 0).unit);
}

function previewOf(node: Node, unit: LoadedUnit): Preview {
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
  if (preview.kind !== 'configured') return true;
  const words = (argv: readonly Argument[]) => JSON.stringify(argv.map((argument) => argument.text));
  if (words(process.argv) !== words(preview.argv)) return true;
  return Object.values(preview.config.settings).some((setting) => {
    const running = process.config.settings[setting.path];
    if (running?.source.from === 'generated') return false;
    return JSON.stringify(running?.value ?? null) !== JSON.stringify(setting.value);
  });
}
