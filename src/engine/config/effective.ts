import type { Json, JsonObject } from '../json.ts';
import type { Beaten, Setting, Source } from './provenance.ts';

/** A flag of the kubelet as the running process holds it, given or not. */
export interface FlagValue {
  readonly flag: string;
  /** The value as `/flagz` prints it. */
  readonly text: string;
  readonly given: boolean;
  /** Where the winning occurrence came from; `{from: 'default'}` when not given. */
  readonly source: Source;
}

/** What a kubelet was told: every field's value with its provenance, every flag, every gate. */
export interface EffectiveConfiguration {
  /** Whether `--config` was given: decides between legacy and file defaults. */
  readonly fromFile: boolean;
  /** By dotted field path. Leaves only: maps and lists of a field are one value. */
  readonly settings: Readonly<Record<string, Setting>>;
  readonly flags: Readonly<Record<string, FlagValue>>;
  /** Feature gates in force, by name. */
  readonly gates: Readonly<Record<string, boolean>>;
  /** The `kubeletconfig` object that `/configz` prints: keys in Go's order, `omitempty` applied. */
  readonly configz: JsonObject;
}

/** The setting at a field path, or null where the version has no such value. `featureGates.NAME` is one gate as it is in force. */
export function settingAt(config: EffectiveConfiguration, path: string): Setting | null {
  if (path.startsWith(GATE)) return gateAt(config, path.slice(GATE.length));
  return (Object.hasOwn(config.settings, path) ? config.settings[path] : undefined) ?? null;
}

const GATE = 'featureGates.';

/** A gate in force. Gates of flags, drop-ins and file merge one by one, so each has the source that named it last. */
function gateAt(config: EffectiveConfiguration, name: string): Setting | null {
  const value = Object.hasOwn(config.gates, name) ? config.gates[name] : undefined;
  if (value === undefined) return null;
  const written = settingAt(config, 'featureGates');
  const layers = written === null ? [] : [written, ...written.beaten];
  const naming = layers.flatMap((layer): readonly Beaten[] => {
    const { value: gates, source } = layer;
    const own = typeof gates === 'object' && gates !== null && Object.hasOwn(gates, name);
    return own ? [{ value: (gates as JsonObject)[name] === true, source }] : [];
  });
  // A layer holds what those beneath it hold, too: only one that says otherwise, or a flag that says it again, is a source.
  const sources = naming.filter(
    (layer, index) =>
      layer.value !== naming[index + 1]?.value || (layer.source.from === 'flag' && flagNames(config, name)),
  );
  const [winner, ...beaten] = sources;
  return { path: GATE + name, value, source: winner?.source ?? { from: 'default' }, beaten };
}

function flagNames({ flags }: EffectiveConfiguration, name: string): boolean {
  return flags['feature-gates']?.text.split(',').some((wish) => wish.startsWith(`${name}=`)) ?? false;
}

function valueAt(config: EffectiveConfiguration, path: string): Json {
  return settingAt(config, path)?.value ?? null;
}

/** A boolean field; false when absent. */
export function booleanAt(config: EffectiveConfiguration, path: string): boolean {
  return valueAt(config, path) === true;
}

/** A string field; '' when absent. */
export function textAt(config: EffectiveConfiguration, path: string): string {
  const value = valueAt(config, path);
  return typeof value === 'string' ? value : '';
}

/** A number field; 0 when absent. */
export function numberAt(config: EffectiveConfiguration, path: string): number {
  const value = valueAt(config, path);
  return typeof value === 'number' ? value : 0;
}

/** A list-of-strings field; [] when absent. */
export function listAt(config: EffectiveConfiguration, path: string): readonly string[] {
  const value = valueAt(config, path);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
