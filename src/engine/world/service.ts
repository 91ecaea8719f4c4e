import { runtimePorts } from '../controlplane/runtime.ts';
import type { LogLine } from '../host/journal.ts';
import { type Command, commandOf } from '../host/systemd/command.ts';
import { loadUnit } from '../host/systemd/load.ts';
import * as sentences from '../host/systemd/sentences.ts';
import {
  type ServiceOptions,
  type ServiceResult,
  serviceOptions,
  shallRestart,
  startLimitHit,
} from '../host/systemd/service.ts';
import { KUBELET_UNIT, type LoadedUnit } from '../host/unit.ts';
import { nextState } from '../kubelet/lifecycle.machine.ts';
import { startKubelet } from '../kubelet/start/start.ts';
import { journalLines, withHost, withJournal, withKubelet } from './change.ts';
import type { Node, World } from './world.ts';

/** A node after systemd acted on its kubelet, and how the job ended for whoever asked. */
export interface Job {
  readonly node: Node;
  readonly result: ServiceResult;
}

/** The unit as systemd holds it; one that was never loaded, or not found, is looked for now. */
export function heldUnit(node: Node, now: number): LoadedUnit {
  const held = node.host.units[KUBELET_UNIT];
  return held === undefined || held.fragment === null ? loadUnit(node.host.files, KUBELET_UNIT, now).unit : held;
}

/** Starts the kubelet of a node that is stopped, failed or waiting. `restarts` is systemd's counter, 0 when asked by hand. */
export function launch(node: Node, world: World, restarts: number): Job {
  const unit = heldUnit(node, world.now);
  const options = serviceOptions(unit);
  const held = withHost(node, { units: { ...node.host.units, [KUBELET_UNIT]: unit } });
  const starting = nextState(held.kubelet.state, { type: restarts === 0 ? 'START' : 'DUE' });
  if (startLimitHit(options, held.kubelet.starts, world.now)) {
    const result = failureOf(held);
    const refused = bySystemd(held, world.now, sentences.startLimitLines(KUBELET_UNIT, options.description, result));
    const state = nextState(starting, { type: 'EXITED', again: false });
    return { node: withKubelet(refused, { state, restartAt: null }), result };
  }
  const due = withKubelet(held, {
    state: starting,
    starts: [...held.kubelet.starts, world.now].slice(-Math.max(1, options.startLimitBurst)),
    restarts,
    restartAt: null,
  });
  return run(due, world, unit, options);
}

/** What a service that is started too often is remembered by: the failure it had, or that it was started too often. */
function failureOf({ kubelet }: Node): ServiceResult {
  const { lastExit, ended } = kubelet;
  if (lastExit === null || lastExit.code === 0) return 'start-limit-hit';
  return ended?.at === lastExit.at && ended.signal !== null ? 'signal' : 'exit-code';
}

/** From `starting` to `running`, or to whatever systemd makes of the failure. */
function run(node: Node, world: World, unit: LoadedUnit, options: ServiceOptions): Job {
  const command = commandOf(unit, node.host.files);
  const spoken = bySystemd(node, world.now, command.log);
  if (!command.ok) {
    const result = (command.result || 'resources') as ServiceResult;
    const error = [...command.log, ...command.child.log].findLast(({ level }) => level === 'E')?.text ?? '';
    if (command.phase === 'exec') {
      const born = birth(spoken, world.now, options, command.child);
      const ended = bySystemd(born, world.now, [sentences.mainProcessExited(KUBELET_UNIT, command.exitCode)]);
      return {
        node: exit(ended, world.now, options, result, command.exitCode, error, node.host.nextPid),
        result: 'success',
      };
    }
    const failed = exit(spoken, world.now, options, result, command.exitCode, error);
    return { node: bySystemd(failed, world.now, [sentences.failedToStart(KUBELET_UNIT, options.description)]), result };
  }
  const pid = node.host.nextPid;
  const born = birth(spoken, world.now, options, command.child);
  const taken = runtimePorts(node.runtime);
  const outcome = startKubelet({
    host: taken.length === 0 ? born.host : { ...born.host, takenPorts: [...born.host.takenPorts, ...taken] },
    cluster: world.cluster,
    version: node.kubelet.version,
    argv: command.argv,
    environment: command.environment,
    pid,
    now: world.now,
  });
  const told = withJournal(
    born,
    journalLines(outcome.log, { at: world.now, unit: KUBELET_UNIT, identifier: 'kubelet', pid }),
  );
  if (outcome.ok) {
    const state = nextState(told.kubelet.state, { type: 'READY' });
    const up = withKubelet(told, { state, process: outcome.process, lastExit: null });
    return { node: withHost(up, { files: outcome.files, sysctls: outcome.sysctls }), result: 'success' };
  }
  const ended =
    outcome.exitCode === 0
      ? told
      : bySystemd(told, world.now, [sentences.mainProcessExited(KUBELET_UNIT, outcome.exitCode)]);
  const result = outcome.exitCode === 0 ? 'success' : 'exit-code';
  return { node: exit(ended, world.now, options, result, outcome.exitCode, outcome.error, pid), result: 'success' };
}

/** There is a process, of the next pid: a `Type=simple` service is up, and the process says what it has to. */
function birth(node: Node, now: number, options: ServiceOptions, { identifier, log }: Command['child']): Node {
  const pid = node.host.nextPid;
  const up = bySystemd(withHost(node, { nextPid: pid + 1 }), now, [
    sentences.started(KUBELET_UNIT, options.description),
  ]);
  return withJournal(up, journalLines(log, { at: now, unit: KUBELET_UNIT, identifier, pid }));
}

/** The end of a start that failed: `waiting` when the unit's `Restart=` says so, else `failed`. */
function exit(
  node: Node,
  now: number,
  options: ServiceOptions,
  result: ServiceResult,
  code: number,
  error: string,
  pid: number | null = null,
): Node {
  const again =
    shallRestart(options, result, result === 'exit-code' ? code : null) && Number.isFinite(options.restartSec);
  const line =
    result === 'success' ? sentences.deactivated(KUBELET_UNIT) : sentences.failedWithResult(KUBELET_UNIT, result);
  return withKubelet(bySystemd(node, now, [line]), {
    state: nextState(node.kubelet.state, { type: 'EXITED', again }),
    process: null,
    restartAt: again ? now + options.restartSec : null,
    lastExit: { code, error, at: now },
    ...(pid === null ? {} : { ended: { pid, startedAt: now, at: now, status: code, signal: null } }),
  });
}

/** The kubelet that runs is gone: it exited with a status, or a signal killed it. systemd starts it again or not, as after any end. */
export function endProcess(node: Node, now: number, status: number, signal: string | null): Node {
  const { process } = node.kubelet;
  if (process === null) return node;
  const options = serviceOptions(heldUnit(node, now));
  // A daemon that one of these four kills, or that exits with 0, has ended well: there is no line about its status.
  const clean = signal === null ? status === 0 : ['HUP', 'INT', 'TERM', 'PIPE'].includes(signal);
  const result: ServiceResult = clean ? 'success' : signal === null ? 'exit-code' : 'signal';
  const said =
    signal === null
      ? sentences.mainProcessExited(KUBELET_UNIT, status)
      : sentences.mainProcessKilled(KUBELET_UNIT, status, signal);
  const error = signal === null ? `exit status ${status}` : `killed by signal ${signal}`;
  const gone = exit(clean ? node : bySystemd(node, now, [said]), now, options, result, status, error);
  const state = clean && gone.kubelet.restartAt === null ? 'stopped' : gone.kubelet.state;
  const ended = { pid: process.pid, startedAt: process.startedAt, at: now, status, signal };
  return withKubelet(gone, { state, ended });
}

/** Stops the kubelet, if it runs or waits to. */
export function halt(node: Node, now: number): Node {
  const { description } = serviceOptions(heldUnit(node, now));
  const { state, process } = node.kubelet;
  if (state === 'stopped' || state === 'failed') return node;
  const lines =
    process === null
      ? [sentences.stopped(KUBELET_UNIT, description)]
      : [
          sentences.stopping(KUBELET_UNIT, description),
          sentences.deactivated(KUBELET_UNIT),
          sentences.stopped(KUBELET_UNIT, description),
        ];
  return withKubelet(bySystemd(node, now, lines), {
    state: nextState(state, { type: 'STOP' }),
    process: null,
    restartAt: null,
    restarts: 0,
    ...(process === null
      ? {}
      : { ended: { pid: process.pid, startedAt: process.startedAt, at: now, status: 0, signal: null } }),
  });
}

/** What systemd does when its wait is over. */
export function startAgain(node: Node, world: World): Node {
  const { description } = serviceOptions(heldUnit(node, world.now));
  const counter = node.kubelet.restarts + 1;
  const announced = bySystemd(node, world.now, sentences.scheduledRestart(KUBELET_UNIT, description, counter));
  return launch(announced, world, counter).node;
}

/** The node with lines of systemd in its journal. */
export function bySystemd(node: Node, at: number, lines: readonly LogLine[]): Node {
  return withJournal(node, journalLines(lines, { at, unit: KUBELET_UNIT, identifier: 'systemd', pid: 1 }));
}
