import type { Host } from '#engine/host/host.ts';
import { assemble, type LoadState } from '#engine/host/systemd/assemble.ts';
import { changedOnDisk } from '#engine/host/systemd/changed.ts';
import { findUnit, loadUnit } from '#engine/host/systemd/load.ts';
import { serviceOptions } from '#engine/host/systemd/service.ts';
import { commandsOf } from '#engine/host/systemd/verify.ts';
import { KUBELET_UNIT, type LoadedUnit } from '#engine/host/unit.ts';
import type { EndedProcess, Kubelet } from '#engine/kubelet/process.ts';
import { heldUnit } from '#engine/world/service.ts';
import type { Node, World } from '#engine/world/world.ts';
import type { ServiceRow } from '../services.table.ts';
import { servicesOf } from '../services.ts';

/** A unit as `systemctl` tells of it. Times are milliseconds since the epoch. */
export interface UnitView {
  readonly name: string;
  readonly description: string;
  readonly documentation: readonly string[];
  readonly load: LoadState;
  readonly active: 'active' | 'inactive' | 'failed' | 'activating';
  readonly sub: 'running' | 'dead' | 'failed' | 'auto-restart';
  /** systemd's `Result=`. */
  readonly result: string;
  readonly fragment: string | null;
  readonly dropIns: readonly string[];
  readonly fileState: 'enabled' | 'disabled' | 'static' | 'masked' | '';
  readonly needsReload: boolean;
  /** Since when it is in its state; null when it never was in another. */
  readonly since: number | null;
  readonly process: {
    readonly pid: number;
    readonly name: string;
    readonly argv: string;
    readonly startedAt: number;
  } | null;
  /** The main process before, when none runs. */
  readonly ended: EndedProcess | null;
  /** `ExecStart=` without its variables filled in. */
  readonly command: string;
  /** The moment from which its journal belongs to its present life. */
  readonly journalFrom: number;
  /** Null for a unit whose files are not modelled. */
  readonly loaded: LoadedUnit | null;
}

/** Suffixes that make a name a unit's already. */
const TYPES = /\.(?:service|socket|target|device|mount|automount|swap|timer|path|slice|scope)$/;

/** A name as typed, as a unit's: `kubelet` is `kubelet.service`. */
export function unitName(text: string): string {
  return TYPES.test(text) ? text : `${text}.service`;
}

/** The unit of that name on a node; one that nobody knows is `not-found`. */
export function unitView(world: World, node: Node, name: string): UnitView {
  if (name === KUBELET_UNIT) return kubeletView(world, node);
  const service = servicesOf(node.host).find((row) => row.unit === name);
  return service === undefined ? fileView(world, node, name) : serviceView(node.host, service);
}

/** Units that systemd has in memory on a node, by name. */
export function knownUnits(world: World, node: Node): readonly UnitView[] {
  const names = [KUBELET_UNIT, ...servicesOf(node.host).map((row) => row.unit)];
  return names.sort().map((name) => unitView(world, node, name));
}

/** Whether a name fits a shell pattern (`kube*`); without one it must be the same. */
export function fitsPattern(name: string, pattern: string): boolean {
  if (!/[*?[]/.test(pattern)) return name === pattern;
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  try {
    return new RegExp(`^${source}$`, 's').test(name);
  } catch {
    return name === pattern;
  }
}

function kubeletView(world: World, node: Node): UnitView {
  const { host, kubelet } = node;
  const loaded = heldUnit(node, world.now);
  const { state, directives } = assemble(loaded, host.hostname);
  const context = { unit: loaded.name, hostname: host.hostname, fragment: loaded.fragment };
  const options = serviceOptions(loaded, host.hostname);
  const command = commandsOf(directives, 'ExecStart', context)[0];
  const { process } = kubelet;
  const documentation = directives
    .filter(({ section, key, value }) => section === 'Unit' && key === 'Documentation' && value !== '')
    .flatMap(({ value }) => value.split(/\s+/));
  const fileState =
    state === 'masked' ? 'masked' : options.wantedBy.length === 0 ? 'static' : enablement(host, KUBELET_UNIT);
  return {
    name: KUBELET_UNIT,
    description: options.description,
    documentation,
    load: state,
    ...lifeOf(kubelet),
    result: resultOf(node),
    fragment: loaded.fragment,
    dropIns: loaded.dropIns,
    fileState: loaded.fragment === null ? '' : fileState,
    needsReload: changedOnDisk(loaded, host.files),
    process:
      process === null
        ? null
        : {
            pid: process.pid,
            name: 'kubelet',
            argv: process.argv.map(({ text }) => text).join(' '),
            startedAt: process.startedAt,
          },
    ended: process === null ? (kubelet.ended ?? null) : null,
    command: command?.words.map(({ text }) => text).join(' ') ?? '',
    journalFrom: kubelet.state === 'waiting' ? (kubelet.lastExit?.at ?? 0) : (kubelet.starts.at(-1) ?? host.bootedAt),
    loaded,
  };
}

function lifeOf(kubelet: Kubelet): Pick<UnitView, 'active' | 'sub' | 'since'> {
  const { state, process, lastExit, ended } = kubelet;
  switch (state) {
    case 'running':
    case 'starting':
      return { active: 'active', sub: 'running', since: process?.startedAt ?? null };
    case 'waiting':
      return { active: 'activating', sub: 'auto-restart', since: lastExit?.at ?? null };
    case 'failed':
      return { active: 'failed', sub: 'failed', since: lastExit?.at ?? null };
    case 'stopped':
      return { active: 'inactive', sub: 'dead', since: ended?.at ?? null };
  }
}

/** What systemd said last of how the kubelet ended. */
function resultOf({ host, kubelet }: Node): string {
  if (kubelet.state !== 'failed' && kubelet.state !== 'waiting') return 'success';
  const pattern = /^kubelet\.service: (?:Deactivated successfully|Failed with result '([^']*)')\.$/;
  const line = host.journal.findLast(({ identifier, text }) => identifier === 'systemd' && pattern.test(text));
  return pattern.exec(line?.text ?? '')?.[1] ?? 'success';
}

/** Whether a unit that can be enabled is. */
export function enablement(host: Host, unit: string): 'enabled' | 'disabled' {
  const enabled = host.enabled !== undefined && Object.hasOwn(host.enabled, unit) ? host.enabled[unit] : undefined;
  return enabled === false ? 'disabled' : 'enabled';
}

function serviceView(host: Host, row: ServiceRow): UnitView {
  return {
    name: row.unit,
    description: row.description,
    documentation: row.documentation,
    load: 'loaded',
    active: 'active',
    sub: 'running',
    result: 'success',
    fragment: `/usr/lib/systemd/system/${row.unit}`,
    dropIns: [],
    fileState: /^(?:systemd-journald|systemd-udevd|systemd-logind|dbus)\./.test(row.unit)
      ? 'static'
      : enablement(host, row.unit),
    needsReload: false,
    since: host.bootedAt + 4000,
    process: { pid: row.pid, name: row.name, argv: row.argv, startedAt: host.bootedAt + 4000 },
    ended: null,
    command: row.argv,
    journalFrom: host.bootedAt,
    loaded: null,
  };
}

/** A unit that is a file here and never runs, or nothing at all. */
function fileView(world: World, node: Node, name: string): UnitView {
  const { host } = node;
  const found = findUnit(host.files, name);
  const loaded = loadUnit(host.files, name, world.now).unit;
  const { state } = assemble(loaded, host.hostname);
  const options = serviceOptions(loaded, host.hostname);
  const enabled = host.enabled !== undefined && Object.hasOwn(host.enabled, name) && host.enabled[name] === true;
  const fileState =
    state === 'masked' ? 'masked' : options.wantedBy.length === 0 ? 'static' : enabled ? 'enabled' : 'disabled';
  return {
    name,
    description: options.description,
    documentation: [],
    load: state,
    active: 'inactive',
    sub: 'dead',
    result: 'success',
    fragment: found.fragment,
    dropIns: found.dropIns,
    fileState: found.fragment === null ? '' : fileState,
    needsReload: false,
    since: null,
    process: null,
    ended: null,
    command: '',
    journalFrom: host.bootedAt,
    loaded: found.fragment === null ? null : loaded,
  };
}
