import type { Json } from '../json.ts';
import type { Release } from '../versions/release.ts';
import { zero } from './decode/unmarshal.ts';
import { type Leaf, leavesOf } from './fields/leaves.ts';
import { gateEnabled, type Wishes } from './gates/gates.ts';
import { isUnset, losers, type Slot, type Slots } from './slots.ts';

/** What the defaults depend on besides the values. */
export interface DefaultsContext {
  readonly release: Release;
  readonly gates: Wishes;
}

/** Default thresholds of a kubelet with a configuration file. Models pkg/kubelet/eviction/defaults_linux.go, v1.36. */
const EVICTION_HARD: Readonly<Record<string, string>> = {
  'imagefs.available': '15%',
  'imagefs.inodesFree': '5%',
  'memory.available': '100Mi',
  'nodefs.available': '10%',
  'nodefs.inodesFree': '5%',
};

/**
 * Fills in v1beta1's defaults. A written zero where zero means "not set" loses to the default and stays on record as
 * beaten. Models pkg/kubelet/apis/config/v1beta1/defaults.go SetDefaults_KubeletConfiguration, v1.36.
 */
export function applyDefaults(written: Slots, context: DefaultsContext): Slots {
  const slots = new Map<string, Slot>();
  for (const [path, leaf] of leavesOf(context.release.minor)) {
    slots.set(path, settled(leaf, written, context));
  }
  return slots;
}

const BY_DEFAULT: Slot['source'] = { from: 'default' };
const NOTHING: Slot['beaten'] = [];

function settled(leaf: Leaf, written: Slots, context: DefaultsContext): Slot {
  const slot = written.get(leaf.path);
  const replaced = slot === undefined || isUnset(leaf.field, slot.value) || isNegativePidsLimit(leaf, slot.value);
  if (!replaced) return slot;
  const fallback = fallbackOf(leaf, written, context);
  if (slot === undefined) return { value: fallback ?? empty(leaf), source: BY_DEFAULT, beaten: NOTHING };
  // A zero that no default replaces is simply the value.
  if (fallback === null && slot.value !== null) return slot;
  return { value: fallback ?? empty(leaf), source: BY_DEFAULT, beaten: losers(slot) };
}

/** Any negative limit means "no limit"; -1 is how that is written. */
function isNegativePidsLimit(leaf: Leaf, value: Json): boolean {
  return leaf.path === 'podPidsLimit' && typeof value === 'number' && value < -1;
}

function empty(leaf: Leaf): Json {
  return leaf.field.presence === 'nullable' ? null : zero(leaf.field.type);
}

/** The default of a leaf, null when it has none. */
function fallbackOf(leaf: Leaf, written: Slots, { gates, release }: DefaultsContext): Json {
  switch (leaf.path) {
    case 'nodeStatusReportFrequency': {
      const update = written.get('nodeStatusUpdateFrequency')?.value ?? '0s';
      return update === '0s' ? '5m0s' : update;
    }
    case 'serializeImagePulls': {
      const most = written.get('maxParallelImagePulls')?.value;
      return typeof most !== 'number' || most < 2;
    }
    case 'crashLoopBackOff.maxContainerRestartPeriod':
      return gateEnabled('KubeletCrashLoopBackOffMax', gates, release) ? '5m0s' : null;
    case 'imagePullCredentialsVerificationPolicy':
      return gateEnabled('KubeletEnsureSecretPulledImages', gates, release) ? 'NeverVerifyPreloadedImages' : null;
    default:
      return leaf.field.fallback ?? null;
  }
}

/** The defaults that only a start without `--config` has. Models cmd/kubelet/app/options applyLegacyDefaults, v1.36. */
export function applyLegacyDefaults(slots: Slots, minor: number): Slots {
  const legacy = new Map(slots);
  for (const [path, { field }] of leavesOf(minor)) {
    if (field.legacy === undefined) continue;
    legacy.set(path, { value: field.legacy, source: { from: 'legacy-default' }, beaten: [] });
  }
  return legacy;
}

/** The thresholds that a configuration file brings when it names none, or asks for both. Models loadConfigFile, v1.36. */
export function applyEvictionDefaults(slots: Slots): Slots {
  const slot = slots.get('evictionHard');
  if (slot === undefined) return slots;
  if (slot.value === null) return new Map(slots).set('evictionHard', { ...slot, value: EVICTION_HARD });
  if (slots.get('mergeDefaultEvictionSettings')?.value !== true || typeof slot.value !== 'object') return slots;
  const merged: Record<string, Json> = Object.create(null);
  const both: Readonly<Record<string, Json>> = Object.assign(Object.create(null), EVICTION_HARD, slot.value);
  for (const key of Object.keys(both).sort()) merged[key] = both[key] ?? null;
  return new Map(slots).set('evictionHard', { ...slot, value: merged });
}
