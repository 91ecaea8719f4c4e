import type { LoadedUnit } from '../unit.ts';
import { isRestartPolicy, parseUnsigned, type RestartPolicy, type ServiceType } from './check.ts';
import { expandSpecifiers } from './specifiers.ts';
import { FOREVER, parseTimeSpan } from './timeSpan.ts';
import { lastValue, serviceType } from './verify.ts';

/** A service's settings in force; times are milliseconds, {@link FOREVER} is systemd's `infinity`. */
export interface ServiceOptions {
  readonly description: string;
  readonly type: ServiceType;
  readonly restart: RestartPolicy;
  /** How long systemd waits before it starts the service again. */
  readonly restartSec: number;
  /** 0 = no limit on starts. */
  readonly startLimitInterval: number;
  readonly startLimitBurst: number;
  readonly timeoutStopSec: number;
  /** Empty = root. */
  readonly user: string;
  readonly group: string;
  /** Exit codes that count as success besides 0. */
  readonly successExitStatus: readonly number[];
  readonly restartPreventExitStatus: readonly number[];
  readonly wantedBy: readonly string[];
}

/** systemd's `Result=` of a service. */
export type ServiceResult =
  | 'success'
  | 'resources'
  | 'protocol'
  | 'timeout'
  | 'exit-code'
  | 'signal'
  | 'core-dump'
  | 'watchdog'
  | 'start-limit-hit'
  | 'oom-kill'
  | 'exec-condition';

/** The settings of a loaded unit; what it does not say, or says wrongly, has systemd's default. */
export function serviceOptions(unit: LoadedUnit, hostname = 'localhost'): ServiceOptions {
  const { directives } = unit;
  const service = (keys: readonly string[], accepts: (value: string) => boolean): string | null =>
    lastValue(directives, 'Service', keys, accepts);
  // The limits moved from [Service] to [Unit] in systemd 230; both still set the same thing, the later line wins.
  const limit = (keys: readonly string[], accepts: (value: string) => boolean): string | null =>
    directives.findLast(
      ({ section, key, value }) => ['Unit', 'Service'].includes(section) && keys.includes(key) && accepts(value),
    )?.value ?? null;
  const starts = directives.findLast(({ section, key }) => section === 'Service' && key === 'ExecStart');
  const restart = service(['Restart'], isRestartPolicy) ?? 'no';
  return {
    description: descriptionOf(unit, hostname),
    type: serviceType(directives, starts !== undefined && starts.value !== ''),
    restart: isRestartPolicy(restart) ? restart : 'no',
    restartSec: span(service(['RestartSec'], isSpan), 100),
    startLimitInterval: span(limit(['StartLimitInterval', 'StartLimitIntervalSec'], isSpan), 10_000),
    startLimitBurst: parseUnsigned(limit(['StartLimitBurst'], isUnsigned) ?? '') ?? 5,
    timeoutStopSec: stopTimeout(service(['TimeoutStopSec', 'TimeoutSec'], isSpan)),
    user: service(['User'], () => true) ?? '',
    group: service(['Group'], () => true) ?? '',
    successExitStatus: statuses(unit, 'SuccessExitStatus'),
    restartPreventExitStatus: statuses(unit, 'RestartPreventExitStatus'),
    wantedBy: words(unit, 'Install', 'WantedBy'),
  };
}

/**
 * Whether systemd starts a service again after it ended so. `exitCode` is null when a signal ended it or there was
 * no process. Models service_shall_restart of src/core/service.c, v252.
 */
export function shallRestart(options: ServiceOptions, result: ServiceResult, exitCode: number | null): boolean {
  if (exitCode !== null && options.restartPreventExitStatus.includes(exitCode)) return false;
  const clean = result === 'success' || result === 'exec-condition';
  switch (options.restart) {
    case 'no':
      return false;
    case 'always':
      return result !== 'exec-condition';
    case 'on-success':
      return result === 'success';
    case 'on-failure':
      return !clean;
    case 'on-abnormal':
      return !clean && result !== 'exit-code';
    case 'on-watchdog':
      return result === 'watchdog';
    case 'on-abort':
      return result === 'signal' || result === 'core-dump';
  }
}

/**
 * Whether one more start at `now` is one too many. `starts` are the moments of the earlier ones, manual and
 * automatic; a refused start counts too. Models ratelimit_below of src/basic/ratelimit.c.
 */
export function startLimitHit(options: ServiceOptions, starts: readonly number[], now: number): boolean {
  const { startLimitInterval: interval, startLimitBurst: burst } = options;
  if (interval === 0 || burst === 0) return false;
  let begin: number | null = null;
  let count = 0;
  for (const at of [...starts, now]) {
    if (begin === null || at - begin > interval) {
      begin = at;
      count = 1;
    } else count += 1;
  }
  return count > burst;
}

/** The last description that systemd could read, its specifiers filled in; the unit's name without one. */
function descriptionOf(unit: LoadedUnit, hostname: string): string {
  const context = { unit: unit.name, hostname, fragment: unit.fragment };
  const accepts = (value: string): boolean => expandSpecifiers(value, context) !== null;
  const text = lastValue(unit.directives, 'Unit', ['Description'], accepts) ?? '';
  return expandSpecifiers(text, context) || unit.name;
}

function isSpan(value: string): boolean {
  return parseTimeSpan(value) !== null;
}

function isUnsigned(value: string): boolean {
  return parseUnsigned(value) !== null;
}

/** Longer than any calendar reaches, in milliseconds: for ever. */
const BEYOND = 1e15;

function span(text: string | null, fallback: number): number {
  const given = (text === null ? null : parseTimeSpan(text)) ?? fallback;
  return given > BEYOND ? FOREVER : given;
}

/** 0 means for ever here. */
function stopTimeout(text: string | null): number {
  const given = span(text, 90_000);
  return given === 0 ? FOREVER : given;
}

function statuses(unit: LoadedUnit, key: string): readonly number[] {
  return words(unit, 'Service', key)
    .filter((word) => /^\d+$/.test(word))
    .map(Number)
    .filter((code) => code <= 255);
}

/** The words of a list key, after resets. */
function words(unit: LoadedUnit, section: string, name: string): readonly string[] {
  let found: string[] = [];
  for (const { section: where, key, value } of unit.directives) {
    if (where !== section || key !== name) continue;
    found = value === '' ? [] : [...found, ...value.split(/\s+/)];
  }
  return found;
}
