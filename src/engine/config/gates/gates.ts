import type { Release } from '../../versions/release.ts';
import type { Traits } from '../../versions/traits.ts';
import { DOWNSTREAM_GATES, GATE_NEEDS, GATES, type GateSpec } from './gates.table.ts';

/** What somebody wrote about gates: names to on or off. */
export type Wishes = ReadonlyMap<string, boolean>;

const SPECIAL: Readonly<Record<string, GateSpec['stage']>> = { AllAlpha: 'alpha', AllBeta: 'beta' };

/** The stage and default of a gate in a release; null when that release does not know it. */
export function gateSpec(name: string, { minor, build }: Release): GateSpec | null {
  if (Object.hasOwn(SPECIAL, name)) {
    return { since: 0, stage: SPECIAL[name] ?? 'alpha', on: false, locked: false, gone: false };
  }
  const history = (build === 'downstream' ? DOWNSTREAM_GATES.get(name) : undefined) ?? GATES.get(name);
  const spec = history?.findLast((one) => one.since <= minor) ?? null;
  return spec === null || spec.gone ? null : spec;
}

const ALL: readonly string[] = [...new Set([...GATES.keys(), ...DOWNSTREAM_GATES.keys()])].sort();

/** Names of all gates that a release knows. */
export function gateNames(release: Release): readonly string[] {
  return ALL.filter((name) => gateSpec(name, release) !== null);
}

/** Whether a gate is on when `wishes` were accepted. */
export function gateEnabled(name: string, wishes: Wishes, release: Release): boolean {
  const wish = wishes.get(name);
  if (wish !== undefined) return wish;
  const spec = gateSpec(name, release);
  for (const [special, stage] of Object.entries(SPECIAL)) {
    const all = wishes.get(special);
    if (all !== undefined && spec?.stage === stage) return all;
  }
  return spec?.on ?? false;
}

/**
 * The kubelet's complaints about a set of wishes, none when it takes them. Go walks a map in random order; the
 * names are taken in their own order here. Models component-base/featuregate unsafeSetFromMap, v1.36.
 */
export function gateErrors(wishes: Wishes, release: Release): readonly string[] {
  const errors: string[] = [];
  for (const name of [...wishes.keys()].sort()) {
    const spec = gateSpec(name, release);
    if (spec === null) {
      if (release.traits.unknownGate === 'taken') continue;
      return [...errors, `unrecognized feature gate: ${name}`];
    }
    const wish = wishes.get(name) === true;
    if (spec.locked && spec.on !== wish) {
      errors.push(`cannot set feature gate ${name} to ${wish}, feature is locked to ${spec.on}`);
    }
  }
  return errors.length > 0 || !release.traits.gateDependencies ? errors : unmetNeeds(wishes, release);
}

function unmetNeeds(wishes: Wishes, release: Release): readonly string[] {
  const errors: string[] = [];
  if (wishes.size === 0) return errors;
  for (const [name, needs] of GATE_NEEDS) {
    if (!gateEnabled(name, wishes, release)) continue;
    const off = needs.filter((need) => !gateEnabled(need, wishes, release));
    if (off.length > 0) {
      errors.push(`${name} is enabled, but depends on features that are disabled: [${off.join(' ')}]`);
    }
  }
  return errors;
}

/** The lines that naming a GA or deprecated gate earns, each time a set of wishes is taken. */
export function gateWarnings(wishes: Wishes, release: Release): readonly string[] {
  const words = WARNINGS[release.traits.gateWarning];
  const lines: string[] = [];
  for (const name of [...wishes.keys()].sort()) {
    const stage = gateSpec(name, release)?.stage;
    if (stage !== 'ga' && stage !== 'deprecated') continue;
    const word = stage === 'ga' ? 'GA' : 'deprecated';
    lines.push(words(word, name, wishes.get(name) === true));
  }
  return lines;
}

const WARNINGS: Readonly<Record<Traits['gateWarning'], (stage: string, name: string, on: boolean) => string>> = {
  pairs: (stage, name, on) =>
    `"Warning: setting ${stage} feature gate. It will be removed in a future release." featureGate="${name}" value=${on}`,
  sentence: (stage, name, on) => `Setting ${stage} feature gate ${name}=${on}. It will be removed in a future release.`,
};

const defaultsByRelease = new Map<string, Readonly<Record<string, boolean>>>();

/** Every gate of a release as it is when nobody wishes anything. The table never changes: worked out once. */
function gateDefaults(release: Release): Readonly<Record<string, boolean>> {
  const known = defaultsByRelease.get(release.version);
  if (known !== undefined) return known;
  const none: Wishes = new Map();
  const defaults = Object.fromEntries(gateNames(release).map((name) => [name, gateEnabled(name, none, release)]));
  defaultsByRelease.set(release.version, defaults);
  return defaults;
}

/** Every gate of a release with its state in force. */
export function gatesInForce(wishes: Wishes, release: Release): Readonly<Record<string, boolean>> {
  if (wishes.size === 0) return gateDefaults(release);
  return Object.fromEntries(gateNames(release).map((name) => [name, gateEnabled(name, wishes, release)]));
}
