import { listAt, objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { parseTime } from '#engine/time.ts';
import { ageOf } from './age.ts';

/** What a pod's containers add up to. */
interface Standing {
  readonly ready: number;
  readonly reason: string;
  readonly restarts: number;
  /** RFC 3339; '' when none ever ended. */
  readonly lastRestart: string;
}

/** The cells of a pod's line. Models printPod in pkg/printers/internalversion/printers.go, v1.36. */
export function podCells(pod: JsonObject, now: number): readonly string[] {
  const [metadata, spec, status] = ['metadata', 'spec', 'status'].map((key) => objectAt(pod, key)) as [
    JsonObject,
    JsonObject,
    JsonObject,
  ];
  const total = objectsAt(spec, 'containers').length + objectsAt(spec, 'initContainers').filter(restartsAlways).length;
  const { ready, reason, restarts, lastRestart } = standingOf(spec, status);
  const since = restarts > 0 && lastRestart !== '' ? ` (${ageOf(lastRestart, now)} ago)` : '';
  return [
    textAt(metadata, 'name'),
    `${ready}/${total}`,
    deletionReason(metadata, status) ?? reason,
    `${restarts}${since}`,
    ageOf(textAt(metadata, 'creationTimestamp'), now),
    textAt(objectsAt(status, 'podIPs')[0] ?? {}, 'ip') || '<none>',
    textAt(spec, 'nodeName') || '<none>',
    textAt(status, 'nominatedNodeName') || '<none>',
    readinessGates(spec, status),
  ];
}

function restartsAlways(container: JsonObject): boolean {
  return textAt(container, 'restartPolicy') === 'Always';
}

function standingOf(spec: JsonObject, status: JsonObject): Standing {
  const conditions = objectsAt(status, 'conditions');
  const gated = conditions.some(
    (one) => textAt(one, 'type') === 'PodScheduled' && textAt(one, 'reason') === 'SchedulingGated',
  );
  const start: Standing = {
    ready: 0,
    reason: gated ? 'SchedulingGated' : textAt(status, 'reason') || textAt(status, 'phase'),
    restarts: 0,
    lastRestart: '',
  };
  const init = initStanding(spec, status, start);
  const initialized = conditions.some(
    (one) => textAt(one, 'type') === 'Initialized' && textAt(one, 'status') === 'True',
  );
  if (init.initializing && !initialized) return init.standing;
  return containerStanding(status, { ...init.standing, ...init.sidecars });
}

/** Init containers in order, until one that is not done. */
function initStanding(spec: JsonObject, status: JsonObject, start: Standing) {
  const containers = objectsAt(spec, 'initContainers');
  let standing = start;
  let sidecars: Pick<Standing, 'restarts' | 'lastRestart'> = { restarts: 0, lastRestart: '' };
  for (const [index, container] of objectsAt(status, 'initContainerStatuses').entries()) {
    const sidecar = containers.some((one) => textAt(one, 'name') === textAt(container, 'name') && restartsAlways(one));
    standing = { ...standing, ...withRestarts(standing, container) };
    if (sidecar) sidecars = withRestarts(sidecars, container);
    const state = objectAt(container, 'state');
    const terminated = valueAt(state, 'terminated');
    if (terminated !== null && numberAt(objectAt(state, 'terminated'), 'exitCode') === 0) continue;
    if (sidecar && valueAt(container, 'started') === true) {
      if (valueAt(container, 'ready') === true) standing = { ...standing, ready: standing.ready + 1 };
      continue;
    }
    const waiting = textAt(objectAt(state, 'waiting'), 'reason');
    let reason = `Init:${index}/${containers.length}`;
    if (terminated !== null) reason = `Init:${endReason(objectAt(state, 'terminated'))}`;
    else if (waiting !== '' && waiting !== 'PodInitializing') reason = `Init:${waiting}`;
    return { standing: { ...standing, reason }, sidecars, initializing: true };
  }
  return { standing, sidecars, initializing: false };
}

function containerStanding(status: JsonObject, start: Standing): Standing {
  let standing = start;
  let running = false;
  let errorReason = '';
  for (const container of objectsAt(status, 'containerStatuses').toReversed()) {
    standing = { ...standing, ...withRestarts(standing, container) };
    const state = objectAt(container, 'state');
    const waiting = textAt(objectAt(state, 'waiting'), 'reason');
    if (waiting !== '') standing = { ...standing, reason: waiting };
    else if (valueAt(state, 'terminated') !== null) {
      const terminated = objectAt(state, 'terminated');
      standing = { ...standing, reason: endReason(terminated) };
      if (numberAt(terminated, 'exitCode') !== 0) errorReason = standing.reason;
    } else if (valueAt(container, 'ready') === true && valueAt(state, 'running') !== null) {
      running = true;
      standing = { ...standing, ready: standing.ready + 1 };
    }
  }
  if (standing.reason !== 'Completed') return standing;
  const ready = objectsAt(status, 'conditions').some(
    (one) => textAt(one, 'type') === 'Ready' && textAt(one, 'status') === 'True',
  );
  if (running && ready) return { ...standing, reason: 'Running' };
  if (errorReason !== '') return { ...standing, reason: errorReason };
  return running ? { ...standing, reason: 'NotReady' } : standing;
}

function withRestarts(before: Pick<Standing, 'restarts' | 'lastRestart'>, container: JsonObject) {
  const ended = textAt(objectAt(objectAt(container, 'lastState'), 'terminated'), 'finishedAt');
  const later = ended !== '' && (before.lastRestart === '' || parseTime(before.lastRestart) < parseTime(ended));
  return {
    restarts: before.restarts + numberAt(container, 'restartCount'),
    lastRestart: later ? ended : before.lastRestart,
  };
}

function endReason(terminated: JsonObject): string {
  const reason = textAt(terminated, 'reason');
  if (reason !== '') return reason;
  const signal = numberAt(terminated, 'signal');
  return signal === 0 ? `ExitCode:${numberAt(terminated, 'exitCode')}` : `Signal:${signal}`;
}

function deletionReason(metadata: JsonObject, status: JsonObject): string | null {
  if (textAt(metadata, 'deletionTimestamp') === '') return null;
  if (textAt(status, 'reason') === 'NodeLost') return 'Unknown';
  return ['Succeeded', 'Failed'].includes(textAt(status, 'phase')) ? null : 'Terminating';
}

function readinessGates(spec: JsonObject, status: JsonObject): string {
  const gates = objectsAt(spec, 'readinessGates');
  if (gates.length === 0) return '<none>';
  const conditions = objectsAt(status, 'conditions');
  const open = gates.filter((gate) => {
    const condition = conditions.find((one) => textAt(one, 'type') === textAt(gate, 'conditionType'));
    return condition !== undefined && textAt(condition, 'status') === 'True';
  });
  return `${open.length}/${listAt(spec, 'readinessGates').length}`;
}

/** The number at a key, or 0. */
export function numberAt(object: JsonObject, key: string): number {
  const value = valueAt(object, key);
  return typeof value === 'number' ? value : 0;
}
