import { GATE_NEEDS, GATES, type GateSpec } from './gates.table.ts';

/** What somebody wrote about gates: names to on or off. */
export type Wishes = ReadonlyMap<string, boolean>;

const SPECIAL: Readonly<Record<string, GateSpec['stage']>> = { AllAlpha: 'alpha', AllBeta: 'beta' };

/** The stage and default of a gate in a minor version; null when that version does not know it. */
export function gateSpec(name: string, minor: number): GateSpec | null {
  if (Object.hasOwn(SPECIAL, name)) {
    return { since: 0, stage: SPECIAL[name] ?? 'alpha', on: false, locked: false };
  }
  return GATES.get(name)?.findLast((spec) => spec.since <= minor) ?? null;
}

/** Names of all gates that a minor version knows. */
export function gateNames(minor: number): readonly string[] {
  return [...GATES.keys()].filter((name) => gateSpec(name, minor) !== null);
}

/** Whether a gate is on when `wishes` were accepted. */
export function gateEnabled(name: string, wishes: Wishes, minor: number): boolean {
  const wish = wishes.get(name);
  if (wish !== undefined) return wish;
  const spec = gateSpec(name, minor);
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
export function gateErrors(wishes: Wishes, minor: number): readonly string[] {
  const errors: string[] = [];
  for (const name of [...wishes.keys()].sort()) {
    const spec = gateSpec(name, minor);
    if (spec === null) return [...errors, `unrecognized feature gate: ${name}`];
    const wish = wishes.get(name) === true;
    if (spec.locked && spec.on !== wish) {
      errors.push(`cannot set feature gate ${name} to ${wish}, feature is locked to ${spec.on}`);
    }
  }
  return errors.length > 0 ? errors : unmetNeeds(wishes, minor);
}

function unmetNeeds(wishes: Wishes, minor: number): readonly string[] {
  const errors: string[] = [];
  if (wishes.size === 0) return errors;
  for (const [name, needs] of GATE_NEEDS) {
    if (!gateEnabled(name, wishes, minor)) continue;
    const off = needs.filter((need) => !gateEnabled(need, wishes, minor));
    if (off.length > 0) {
      errors.push(`${name} is enabled, but depends on features that are disabled: [${off.join(' ')}]`);
    }
  }
  return errors;
}

/** The lines that naming a GA or deprecated gate earns, each time a set of wishes is taken. */
export function gateWarnings(wishes: Wishes, minor: number): readonly string[] {
  const lines: string[] = [];
  for (const name of [...wishes.keys()].sort()) {
    const stage = gateSpec(name, minor)?.stage;
    if (stage !== 'ga' && stage !== 'deprecated') continue;
    const word = stage === 'ga' ? 'GA' : 'deprecated';
    lines.push(
      `"Warning: setting ${word} feature gate. It will be removed in a future release." featureGate="${name}" value=${wishes.get(name) === true}`,
    );
  }
  return lines;
}

const defaultsByMinor = new Map<number, Readonly<Record<string, boolean>>>();

/** Every gate of a minor version as it is when nobody wishes anything. The table never changes: worked out once. */
function gateDefaults(minor: number): Readonly<Record<string, boolean>> {
  const known = defaultsByMinor.get(minor);
  if (known !== undefined) return known;
  const none: Wishes = new Map();
  const defaults = Object.fromEntries(gateNames(minor).map((name) => [name, gateEnabled(name, none, minor)]));
  defaultsByMinor.set(minor, defaults);
  return defaults;
}

/** Every gate of a minor version with its state in force. */
export function gatesInForce(wishes: Wishes, minor: number): Readonly<Record<string, boolean>> {
  if (wishes.size === 0) return gateDefaults(minor);
  return Object.fromEntries(gateNames(minor).map((name) => [name, gateEnabled(name, wishes, minor)]));
}
