import { changedOnDisk } from '../host/systemd/changed.ts';
import { loadUnit } from '../host/systemd/load.ts';
import { changedOnDiskWarning, jobFailed, refusal, reloadLines } from '../host/systemd/sentences.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import { newLines, type Step, told, withHost, withNode } from './change.ts';
import { bySystemd, halt, heldUnit, launch } from './service.ts';
import { nodeNamed, type World } from './world.ts';

/** `systemctl daemon-reload`: systemd reads the units' files again; what runs goes on as it was started. */
export function daemonReload(world: World, name: string): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return nowhere(world, name);
  const { unit, log } = loadUnit(node.host.files, KUBELET_UNIT, world.now);
  const client = node.host.nextPid;
  const loaded = withHost(node, { units: { ...node.host.units, [KUBELET_UNIT]: unit }, nextPid: client + 1 });
  const next = bySystemd(loaded, world.now, [...reloadLines(client), ...log]);
  const after = withNode(world, next);
  return { world: after, trace: told(after, { journal: newLines(node, next) }) };
}

/** `systemctl start|stop|restart UNIT`, for the unit a node has here: its kubelet. */
export function serviceCommand(world: World, name: string, verb: 'start' | 'stop' | 'restart', unit: string): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return nowhere(world, name);
  const service = unit.includes('.') ? unit : `${unit}.service`;
  const held =
    service === KUBELET_UNIT ? heldUnit(node, world.now) : loadUnit(node.host.files, service, world.now).unit;
  // A unit whose files are gone is in memory as long as it runs, and can be stopped.
  const runs = service === KUBELET_UNIT && ['running', 'waiting'].includes(node.kubelet.state);
  const refused = verb === 'stop' && runs ? null : refusal(held, verb, node.host.hostname);
  if (refused !== null) return { world, trace: told(world, refused) };
  if (service !== KUBELET_UNIT) {
    const stderr = `Portside runs only ${KUBELET_UNIT}; ${service} is a file here, not a service.\n`;
    return { world, trace: told(world, { stderr, exitCode: 1 }) };
  }

  const warning = changedOnDisk(held, node.host.files) ? changedOnDiskWarning(KUBELET_UNIT) : '';
  if (verb === 'start' && node.kubelet.state === 'running') {
    return { world, trace: told(world, { stderr: warning }) };
  }
  const halted = verb === 'start' ? node : halt(node, world.now);
  const job = verb === 'stop' ? { node: halted, result: 'success' as const } : launch(halted, world, 0);
  const next = withNode(world, job.node);
  const failed = job.result !== 'success';
  return {
    world: next,
    trace: told(next, {
      stderr: failed ? `${warning}${jobFailed(KUBELET_UNIT, job.result)}` : warning,
      exitCode: failed ? 1 : 0,
      journal: newLines(node, job.node),
    }),
  };
}

function nowhere(world: World, name: string): Step {
  return { world, trace: told(world, { stderr: `no such node: ${name}`, exitCode: 1 }) };
}
