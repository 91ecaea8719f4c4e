import { changedOnDisk } from '#engine/host/systemd/changed.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { Node, World } from '#engine/world/world.ts';
import { differsFromRunning, previewRestart } from '../preview.ts';
import type { StripView } from '../view.ts';
import { agoText, minuteText, WORDS } from './words.ts';

/** On disk, loaded, running: when each is from, whether they differ, and what is owed. */
export function stripView(node: Node, world: World, start: World): StripView {
  const unit = node.host.units[KUBELET_UNIT];
  const { state, process, restartAt, lastExit, version } = node.kubelet;
  const stale = unit !== undefined && changedOnDisk(unit, node.host.files);
  const next = previewRestart(node);
  const old = differsFromRunning(node, next);
  // A kubelet that fell over is owed a restart as soon as its files are good again; one that was stopped is owed nothing.
  const mended = (state === 'failed' || state === 'waiting') && next.kind === 'configured';
  const edited = lastEdit(node, start);
  return {
    disk: { text: edited === null ? WORDS.unchanged : `edited ${agoText(edited, world.now)}` },
    loaded: {
      text: unit === undefined ? WORDS.neverLoaded : `unit from ${minuteText(unit.loadedAt)}`,
      differsFromDisk: stale,
    },
    running: {
      text:
        process === null ? notRunning(state, lastExit) : `pid ${process.pid}, since ${minuteText(process.startedAt)}`,
      differsFromLoaded: old,
    },
    state,
    owed: [...(stale ? (['daemon-reload'] as const) : []), ...(stale || old || mended ? (['restart'] as const) : [])],
    restartInSeconds: restartAt === null ? null : Math.max(0, Math.ceil((restartAt - world.now) / 1000)),
    versions: process?.version === version ? null : versionWords(node, start),
  };
}

function notRunning(state: StripView['state'], exit: Node['kubelet']['lastExit']): string {
  if (state === 'stopped' || exit === null) return WORDS.notRunning;
  // A start that failed before there was a process has an error and no status.
  return exit.code === 0 && exit.error !== '' ? WORDS.neverBegan : `${WORDS.ended} ${exit.code}`;
}

/** What is installed beside what runs; where nothing runs, only what is not the version of the start is worth a word. */
function versionWords({ name, kubelet: { version, process } }: Node, start: World): string | null {
  if (process !== null) return WORDS.versions(version, process.version);
  return start.nodes[name]?.kubelet.version === version ? null : WORDS.installed(version);
}

/** When a file was last given another text than the scenario started with; null when none was. Logs write themselves. */
function lastEdit(node: Node, start: World): number | null {
  const before = start.nodes[node.name]?.host.files ?? {};
  const times = Object.entries(node.host.files).flatMap(([path, entry]) => {
    const old = before[path];
    const same = old === entry || (old?.kind === 'file' && entry.kind === 'file' && old.text === entry.text);
    return same || path.startsWith('/var/log/') ? [] : [entry.modifiedAt];
  });
  return times.length === 0 ? null : Math.max(...times);
}
