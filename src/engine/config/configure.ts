import type { Argument } from '../host/argument.ts';
import { type Files, readText } from '../host/files.ts';
import type { LogLine } from '../host/journal.ts';
import type { Place } from '../host/place.ts';
import type { Json } from '../json.ts';
import { type Release, releaseOf } from '../versions/release.ts';
import { loadConfigFile, resolvePaths } from './configFiles.ts';
import { configzObject } from './configz.ts';
import { applyDefaults, applyEvictionDefaults, applyLegacyDefaults } from './defaults.ts';
import type { EffectiveConfiguration } from './effective.ts';
import type { StartFailure } from './failure.ts';
import { applyFlags } from './flags/apply.ts';
import { flagSource, flagValues, type GivenFlag, readFlags } from './flags/given.ts';
import { nodeLabelsError } from './flags/nodeLabels.ts';
import { gateErrors, gatesInForce, gateWarnings, type Wishes } from './gates/gates.ts';
import { commandFailed, gateLine, klogLine } from './klog.ts';
import { mergeDropIns } from './merge/dropIns.ts';
import { absolutePath } from './paths.ts';
import type { Setting, Source } from './provenance.ts';
import { Recent } from './recent.ts';
import type { Slots } from './slots.ts';
import { checkLogging } from './validate/logging.ts';
import { validate } from './validate/validate.ts';
import { aggregate, type Finding, View } from './validate/view.ts';

/** What a kubelet is started with. */
export interface ConfigureInput {
  /** The command line without the program's name. */
  readonly argv: readonly Argument[];
  readonly files: Files;
  /** Version of the binary, `1.36.3`. */
  readonly version: string;
  /** Version of cgroups that the host offers. */
  readonly cgroup: 1 | 2;
  /** Absolute; relative paths of flags are seen from here. */
  readonly workingDirectory: string;
}

/** A configuration with what was written to stderr while it was put together, or the start's failure. */
export type Configured =
  | { readonly ok: true; readonly config: EffectiveConfiguration; readonly log: readonly LogLine[] }
  | StartFailure;

/**
 * Puts a kubelet's configuration together from command line, file and drop-ins, step by step as the real one does,
 * up to and including its validation. Models cmd/kubelet/app/server.go NewKubeletCommand, v1.36.
 */
export function configure(input: ConfigureInput): Configured {
  const { argv, version, cgroup, workingDirectory } = input;
  const question = JSON.stringify([argv, version, cgroup, workingDirectory]);
  const known = recent.find(question, input.files);
  if (known !== undefined) return known;
  const start = new Start(input);
  const answer = outcomeOf(start);
  const { source } = start;
  if (source !== 'several') recent.keep(question, { file: source, answer });
  return answer;
}

const recent = new Recent<Configured>();

function outcomeOf(start: Start): Configured {
  try {
    return start.run();
  } catch (failure) {
    if (failure instanceof Stop) return failure.outcome;
    throw failure;
  }
}

/** What releases that still have the flag say to it. Models cmd/kubelet/app/server.go, v1.34. */
const PAUSE_IMAGE = klogLine(
  'I',
  'server.go:213',
  '--pod-infra-container-image will not be pruned by the image garbage collector in kubelet and should also be set in the remote runtime',
);

/** Ends the steps of a start early; never leaves this file. */
class Stop extends Error {
  readonly outcome: StartFailure;
  constructor(outcome: StartFailure) {
    super(outcome.error);
    this.outcome = outcome;
  }
}

class Start {
  private readonly input: ConfigureInput;
  private readonly release: Release;
  private readonly minor: number;
  private readonly log: LogLine[] = [];
  /** The file that it was all drawn from; null when none was read, `several` when the outcome depends on more than one text. */
  source: { readonly path: string; readonly text: string } | 'several' | null = null;

  constructor(input: ConfigureInput) {
    this.input = input;
    this.release = releaseOf(input.version);
    this.minor = this.release.minor;
  }

  run(): Configured {
    const { minor } = this;
    const reading = readFlags(this.input.argv, minor, false);
    this.log.push(...reading.notices);
    if (reading.failure !== null) {
      this.fail(`failed to parse kubelet flag: ${reading.failure.error}`, reading.failure.argument.at);
    }
    const stray = reading.rest[0];
    if (stray !== undefined) this.fail(`unknown command ${stray.text}`, stray.at);
    const { given } = reading;
    this.shortCircuit(given);
    const flagGates = wishes(given.get('feature-gates')?.value ?? null);
    this.takeGates(
      flagGates,
      'failed to set feature gates from initial flags-based config: ',
      placeOf(given.get('feature-gates')),
    );
    const labels = nodeLabelsError(given.get('node-labels')?.value ?? null);
    if (labels !== null) this.fail(`failed to validate kubelet flags: ${labels}`, placeOf(given.get('node-labels')));

    if (given.has('pod-infra-container-image')) this.log.push(PAUSE_IMAGE);
    const fileName = textOf(given, 'config');
    const folderName = textOf(given, 'config-dir');
    let slots = fileName === '' ? this.legacy() : this.fromFile(fileName, flagGates);
    if (folderName !== '') slots = this.withDropIns(slots, folderName, flagGates);
    let gates = flagGates;
    if (fileName === '' && folderName === '') slots = applyFlags(slots, given);
    else {
      slots = applyFlags(slots, this.secondReading());
      gates = new Map([...flagGates, ...wishes(slots.get('featureGates')?.value ?? null)]);
      this.takeGates(
        gates,
        'failed to set feature gates from initial flags-based config: ',
        placeIn(slots, 'featureGates'),
      );
    }
    this.check(slots, gates);
    return { ok: true, config: this.effective(slots, given, gates, fileName !== ''), log: this.log };
  }

  /** `--help` and `--version` end the process before anything is read. */
  private shortCircuit(given: ReadonlyMap<string, GivenFlag>): void {
    const version = given.get('version')?.value ?? 'false';
    const asked =
      given.get('help')?.value === true
        ? 'Usage:\n  kubelet [flags]'
        : version === 'false'
          ? null
          : `Kubernetes v${this.input.version}`;
    if (asked === null) return;
    this.log.push({ level: 'raw', source: '', text: asked });
    throw new Stop({ ok: false, exitCode: 0, error: '', log: this.log });
  }

  private legacy(): Slots {
    const context = { release: this.release, gates: new Map<string, boolean>() };
    return applyLegacyDefaults(applyDefaults(new Map(), context), this.minor);
  }

  private fromFile(name: string, flagGates: Wishes): Slots {
    const { files, workingDirectory } = this.input;
    const path = absolutePath(name, workingDirectory);
    const text = readText(files, path);
    this.source = text === null ? 'several' : { path, text };
    const loaded = loadConfigFile(name, workingDirectory, files, this.minor);
    if (!loaded.ok) this.fail(`failed to load kubelet config file, path: ${name}, error: ${loaded.error}`, loaded.at);
    const slots = this.defaulted(loaded.slots, flagGates);
    this.log.push(...loaded.log);
    return applyEvictionDefaults(resolvePaths(slots, name, workingDirectory, this.minor));
  }

  private withDropIns(base: Slots, folderName: string, flagGates: Wishes): Slots {
    const { files, workingDirectory } = this.input;
    this.source = 'several';
    const merged = mergeDropIns(base, folderName, workingDirectory, files, this.release);
    if (!merged.ok) this.fail(`failed to merge kubelet configs: ${merged.error}`, merged.at);
    return merged.complete ? merged.slots : this.defaulted(merged.slots, flagGates);
  }

  /** Defaults depend on gates; a gate that cannot be taken here is a panic, where gates are tried here at all. */
  private defaulted(slots: Slots, flagGates: Wishes): Slots {
    const gates = new Map([...flagGates, ...wishes(slots.get('featureGates')?.value ?? null)]);
    const errors = this.release.traits.gatesTriedWhileDefaulting ? gateErrors(gates, this.release) : [];
    if (errors.length > 0) {
      const error = `panic: failed to merge global and in-flight KubeletConfiguration while setting defaults, error: ${aggregate(errors)}`;
      this.log.push({ level: 'raw', source: '', text: `${error}\n\ngoroutine 1 [running]:` });
      this.stop(error, 2, placeIn(slots, 'featureGates'));
    }
    if (this.release.traits.gatesTriedWhileDefaulting) this.warn(gates);
    return applyDefaults(slots, { release: this.release, gates });
  }

  private secondReading(): ReadonlyMap<string, GivenFlag> {
    const reading = readFlags(this.input.argv, this.minor, true);
    if (reading.failure === null) return reading.given;
    // pflag itself ends the process here, and its words go nowhere.
    throw new Stop({
      ok: false,
      exitCode: reading.failure.help === true ? 0 : 2,
      error: reading.failure.error,
      log: this.log,
    });
  }

  private takeGates(gates: Wishes, prefix: string, at: Place | null): void {
    const errors = gateErrors(gates, this.release);
    if (errors.length > 0) this.fail(prefix + aggregate(errors), at);
    this.warn(gates);
  }

  private warn(gates: Wishes): void {
    this.log.push(...gateWarnings(gates, this.release).map(gateLine));
  }

  private check(slots: Slots, gates: Wishes): void {
    const view = new View(slots, gates, this.release, this.input.cgroup);
    const logging = checkLogging(view);
    if (logging.length > 0) this.fail(`initialize logging: ${words(logging)}`, blamed(slots, logging));
    this.warn(gates);
    const findings = validate(view);
    if (findings.length > 0) {
      const error = `failed to validate kubelet configuration, error: ${words(findings)}, path: &TypeMeta{Kind:,APIVersion:,}`;
      this.fail(error, blamed(slots, findings));
    }
  }

  private effective(
    slots: Slots,
    given: ReadonlyMap<string, GivenFlag>,
    gates: Wishes,
    fromFile: boolean,
  ): EffectiveConfiguration {
    const settings: Record<string, Setting> = {};
    for (const [path, { value, source, beaten }] of slots) settings[path] = { path, value, source, beaten };
    return {
      fromFile,
      settings,
      flags: flagValues(given, this.minor),
      gates: gatesInForce(gates, this.release),
      configz: configzObject(slots, this.release.traits.configzIdentity),
    };
  }

  private fail(error: string, at?: Place | null): never {
    this.log.push(at == null ? commandFailed(error) : commandFailed(error, at));
    this.stop(error, 1, at ?? null);
  }

  private stop(error: string, exitCode: number, at: Place | null): never {
    const outcome = { ok: false as const, exitCode, error, log: this.log };
    throw new Stop(at === null ? outcome : { ...outcome, at });
  }
}

function words(findings: readonly Finding[]): string {
  return aggregate(findings.map(({ message }) => message));
}

/** A map of gates as wishes. */
function wishes(value: Json): Wishes {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([name, on]) => [name, on === true]));
}

function textOf(given: ReadonlyMap<string, GivenFlag>, name: string): string {
  const value = given.get(name)?.value;
  return typeof value === 'string' ? value : '';
}

function placeOf(given: GivenFlag | undefined): Place | null {
  return given === undefined ? null : sourcePlace(flagSource(given));
}

function sourcePlace(source: Source): Place | null {
  return 'at' in source ? source.at : null;
}

function placeIn(slots: Slots, path: string): Place | null {
  const slot = slots.get(path);
  return slot === undefined ? null : sourcePlace(slot.source);
}

/** The line to blame for complaints: the first field of theirs that somebody wrote. */
function blamed(slots: Slots, findings: readonly Finding[]): Place | null {
  for (const { fields } of findings) {
    for (const field of fields) {
      const place = placeIn(slots, field);
      if (place !== null) return place;
    }
  }
  return null;
}
