import { KUBELET_UNIT } from '../host/unit.ts';
import { type Step, told, withHost, withKubelet, withNode } from './change.ts';
import { nodeNamed, type World } from './world.ts';

/** Enables or disables a unit: whether it starts at boot, which the simulated node never does again. */
export function enable(world: World, name: string, verb: 'enable' | 'disable', unit: string): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return nowhere(world, name);
  const enabled = { ...node.host.enabled, [unit]: verb === 'enable' };
  const next = withNode(world, withHost(node, { enabled }));
  return { world: next, trace: told(next) };
}

/** `systemctl reset-failed UNIT`: the failure and the count of starts are forgotten. */
export function resetFailed(world: World, name: string, unit: string): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return nowhere(world, name);
  if (unit !== KUBELET_UNIT) return { world, trace: told(world) };
  const failed = node.kubelet.state === 'failed';
  const next = withNode(world, withKubelet(node, { starts: [], restarts: 0, ...(failed ? { state: 'stopped' } : {}) }));
  return { world: next, trace: told(next) };
}

function nowhere(world: World, name: string): Step {
  return { world, trace: told(world, { stderr: `no such node: ${name}`, exitCode: 1 }) };
}
