import type { Level, LogLine } from '../journal.ts';
import type { LoadedUnit } from '../unit.ts';
import { assemble } from './assemble.ts';
import type { ServiceResult } from './service.ts';
import { NODE_SYSTEMD, type SystemdVersion } from './version.table.ts';

/** `kubelet.service - kubelet: The Kubernetes Node Agent`: how systemd speaks of a unit since version 250. */
export function unitTitle(unit: string, description: string): string {
  return description === '' || description === unit ? unit : `${unit} - ${description}`;
}

/** The start job is under way; a `Type=simple` service never says so, for it is up at once. */
export function starting(unit: string, description: string): LogLine {
  return line('I', `Starting ${unitTitle(unit, description)}...`);
}

/** The service is up: for `Type=simple` as soon as there is a process. */
export function started(unit: string, description: string): LogLine {
  return line('I', `Started ${unitTitle(unit, description)}.`);
}

/** A stop was asked for and the process is still there. */
export function stopping(unit: string, description: string): LogLine {
  return line('I', `Stopping ${unitTitle(unit, description)}...`);
}

/** The process ended well after a stop. */
export function deactivated(unit: string): LogLine {
  return line('I', `${unit}: Deactivated successfully.`);
}

/** The stop job is done. */
export function stopped(unit: string, description: string): LogLine {
  return line('I', `Stopped ${unitTitle(unit, description)}.`);
}

/** A start that did not come about. */
export function failedToStart(unit: string, description: string): LogLine {
  return line('E', `Failed to start ${unitTitle(unit, description)}.`);
}

/** The main process exited with a status of its own; systemd's names stand behind the codes it uses itself. */
export function mainProcessExited(unit: string, exitCode: number): LogLine {
  const text = `${unit}: Main process exited, code=exited, status=${exitCode}/${statusName(exitCode)}`;
  return line(exitCode === 0 ? 'I' : 'W', text);
}

/** The main process was killed: `mainProcessKilled('kubelet.service', 9, 'KILL')`. */
export function mainProcessKilled(unit: string, signal: number, name: string): LogLine {
  return line('W', `${unit}: Main process exited, code=killed, status=${signal}/${name}`);
}

/** What a failed service is remembered by. */
export function failedWithResult(unit: string, result: ServiceResult): LogLine {
  return line('W', `${unit}: Failed with result '${result}'.`);
}

/** The automatic restart is due. Before systemd 254 the unit is said to stop first. */
export function scheduledRestart(
  unit: string,
  description: string,
  counter: number,
  systemd: SystemdVersion = NODE_SYSTEMD,
): readonly LogLine[] {
  const due = line('I', `${unit}: Scheduled restart job, restart counter is at ${counter}.`);
  return systemd.stopsBeforeRestart ? [due, stopped(unit, description)] : [due];
}

/**
 * Too many starts within the interval: what the journal says. `result` is what the service failed with before, which stays:
 * `start-limit-hit` is the result of one that had not failed. Models service_enter_dead of src/core/service.c, v255.
 */
export function startLimitLines(unit: string, description: string, result: ServiceResult): readonly LogLine[] {
  return [
    line('W', `${unit}: Start request repeated too quickly.`),
    failedWithResult(unit, result),
    failedToStart(unit, description),
  ];
}

/** systemd's own line on a `daemon-reload`; `pid` is systemctl's. */
export function reloadLines(pid: number): readonly LogLine[] {
  return [
    line('I', `Reloading requested from client PID ${pid} ('systemctl') (unit session-1.scope)...`),
    line('I', 'Reloading...'),
  ];
}

/** systemctl's warning when it acts on a unit whose files changed; goes to stderr. */
export function changedOnDiskWarning(unit: string): string {
  return (
    `Warning: The unit file, source configuration file or drop-ins of ${unit} changed on disk. ` +
    "Run 'systemctl daemon-reload' to reload units.\n"
  );
}

/** What systemctl prints and exits with when a unit cannot be acted on at all; null when it can. */
export function refusal(
  unit: LoadedUnit,
  verb: 'start' | 'stop' | 'restart',
  hostname = 'localhost',
): { readonly stderr: string; readonly exitCode: number } | null {
  const { name } = unit;
  const see = `See system logs and 'systemctl status ${name}' for details.\n`;
  const { state } = assemble(unit, hostname);
  if (state === 'loaded') return null;
  if (state === 'not-found')
    return {
      stderr: `Failed to ${verb} ${name}: Unit ${name} not ${verb === 'stop' ? 'loaded' : 'found'}.\n`,
      exitCode: 5,
    };
  // A stop needs no good unit file.
  if (verb === 'stop') return null;
  if (state === 'masked') return { stderr: `Failed to ${verb} ${name}: Unit ${name} is masked.\n`, exitCode: 1 };
  const why =
    state === 'bad-setting'
      ? 'has a bad unit file setting.'
      : 'failed to load properly, please adjust/correct and reload service manager: Bad message';
  return { stderr: `Failed to ${verb} ${name}: Unit ${name} ${why}\n${see}`, exitCode: 1 };
}

const JOB_REASONS: Readonly<Partial<Record<ServiceResult, string>>> = {
  resources: 'of unavailable resources or another system error',
  protocol: 'the service did not take the steps required by its unit configuration',
  timeout: 'a timeout was exceeded',
  'exit-code': 'the control process exited with error code',
  signal: 'a fatal signal was delivered to the control process',
  'core-dump': 'a fatal signal was delivered causing the control process to dump core',
  watchdog: 'the service failed to send watchdog ping',
  'start-limit-hit': 'start of the service was attempted too often',
};

/** What systemctl prints when the job of a start or restart failed; goes to stderr, exit code 1. */
export function jobFailed(unit: string, result: ServiceResult): string {
  const reason = JOB_REASONS[result];
  const first = reason === undefined ? `Job for ${unit} failed.` : `Job for ${unit} failed because ${reason}.`;
  const see = `See "systemctl status ${unit}" and "journalctl -xeu ${unit}" for details.`;
  const force = `To force a start use "systemctl reset-failed ${unit}"\nfollowed by "systemctl start ${unit}" again.`;
  return `${[first, see, ...(result === 'start-limit-hit' ? [force] : [])].join('\n')}\n`;
}

const STATUS_NAMES: Readonly<Record<number, string>> = {
  0: 'SUCCESS',
  1: 'FAILURE',
  2: 'INVALIDARGUMENT',
  3: 'NOTIMPLEMENTED',
  4: 'NOPERMISSION',
  5: 'NOTINSTALLED',
  6: 'NOTCONFIGURED',
  7: 'NOTRUNNING',
  200: 'CHDIR',
  201: 'NICE',
  202: 'FDS',
  203: 'EXEC',
  206: 'LIMITS',
  216: 'GROUP',
  217: 'USER',
  255: 'EXCEPTION',
};

function statusName(code: number): string {
  return STATUS_NAMES[code] ?? 'n/a';
}

function line(level: Level, text: string): LogLine {
  return { level, source: '', text };
}
