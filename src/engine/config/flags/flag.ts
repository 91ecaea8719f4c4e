import type { Json } from '../../json.ts';
import { zero } from '../decode/unmarshal.ts';
import { inVersion } from '../fields/field.ts';
import { fieldAt } from '../fields/leaves.ts';
import { FLAGS } from './flags.table.ts';

/** How a flag reads its text. `go-…` are those of Go's own flag package, with its own errors. */
export type FlagType =
  | 'bool'
  | 'int32'
  | 'int64'
  | 'duration'
  | 'string'
  | 'strings'
  | 'ip'
  | 'map'
  | 'map-single'
  | 'labels'
  | 'thresholds'
  | 'gates'
  | 'multimap'
  | 'level'
  | 'vmodule'
  | 'quantity'
  | 'taints'
  | 'reserved-memory'
  | 'version'
  | 'go-bool'
  | 'go-int'
  | 'go-duration'
  | 'go-string';

/** A flag of the kubelet. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly type: FlagType;
  /** The field of KubeletConfiguration that it sets; none for a flag of its own. */
  readonly field?: string;
  readonly says?: string;
  readonly fallback?: Json;
  /** Why not to use it: the two usual sentences by name, or a sentence. */
  readonly deprecated?: 'config-file' | 'cadvisor' | (string & {}) | null;
  /** Registered by a library: the second reading of the command line knows it only by name. */
  readonly global?: boolean;
  readonly security?: boolean;
  readonly since?: number;
  readonly until?: number;
}

const DEPRECATIONS: Readonly<Record<string, string>> = {
  'config-file':
    "This parameter should be set via the config file specified by the Kubelet's --config flag. See https://kubernetes.io/docs/tasks/administer-cluster/kubelet-config-file/ for more information.",
  cadvisor:
    'This is a cadvisor flag that was mistakenly registered with the Kubelet. Due to legacy concerns, it will follow the standard CLI deprecation timeline before being removed.',
};

/** The sentence behind `has been deprecated, `; null for a flag in good standing. */
export function deprecation(flag: Flag): string | null {
  const reason = flag.deprecated ?? null;
  return reason === null ? null : (DEPRECATIONS[reason] ?? reason);
}

const byName = new Map<string, readonly Flag[]>();
for (const flag of FLAGS) byName.set(flag.name, [...(byName.get(flag.name) ?? []), flag]);
const byShort = new Map(FLAGS.filter((flag) => flag.short !== undefined).map((flag) => [flag.short, flag]));

/** A flag by name, with `_` or `-`; null when the version has none. */
export function flagNamed(name: string, minor: number): Flag | null {
  return byName.get(name.replaceAll('_', '-'))?.find((flag) => inVersion(flag, minor)) ?? null;
}

/** A flag by its one-letter name. */
export function flagLettered(letter: string): Flag | null {
  return byShort.get(letter) ?? null;
}

/** All flags of a version, by name. */
export function flagsOf(minor: number): readonly Flag[] {
  return FLAGS.filter((flag) => inVersion(flag, minor));
}

/** Whether a flag may stand without a value. */
export function isSwitch(flag: Flag): boolean {
  return flag.type === 'bool' || flag.type === 'go-bool' || flag.type === 'version';
}

/** The value of a flag that nobody gave: that of a start without `--config`. */
export function flagFallback(flag: Flag, minor: number): Json {
  const field = flag.field === undefined ? null : fieldAt(flag.field, minor);
  if (field === null) return flag.fallback ?? emptyValue(flag.type);
  if (flag.field === 'serializeImagePulls') return true;
  return field.legacy ?? field.fallback ?? zero(field.type);
}

function emptyValue(type: FlagType): Json {
  if (type === 'bool' || type === 'go-bool') return false;
  if (type === 'duration') return '0s';
  return type === 'string' || type === 'go-string' ? '' : type === 'version' ? 'false' : null;
}
