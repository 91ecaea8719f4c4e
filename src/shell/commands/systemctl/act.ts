import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { CommandResult } from '../../command.ts';
import { acted, complained, joined, notModelled, printed } from '../answer.ts';
import { servicesOf } from '../services.ts';
import { unitView } from './unitView.ts';

/** Verbs that act on a running unit. */
export const ACTIONS = [
  'start',
  'stop',
  'restart',
  'reload',
  'try-restart',
  'condrestart',
  'reload-or-restart',
  'try-reload-or-restart',
  'force-reload',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Acts on units one by one, each upon the world that the one before left; the exit code of the first failure counts. */
export function actOn(world: World, node: string, action: Action, units: readonly string[]): CommandResult {
  let result = printed('');
  let current = world;
  for (const unit of units) {
    const next = actOnOne(current, node, action, unit);
    for (const event of next.events) current = step(current, event).world;
    result = joined(result, next, result.exitCode === 0 ? next.exitCode : result.exitCode);
  }
  return result;
}

function actOnOne(world: World, name: string, action: Action, unit: string): CommandResult {
  const node = nodeNamed(world, name);
  if (node === undefined) return notModelled(`there is no node ${name}.`);
  const other = servicesOf(node.host).some((row) => row.unit === unit);
  if (other)
    return action === 'start'
      ? printed('')
      : notModelled(`${unit} runs here from boot to end: systemctl ${action} is modelled for ${KUBELET_UNIT} only.`);
  const view = unitView(world, node, unit);
  if (action === 'reload') {
    if (view.load === 'not-found') return complained(`Failed to reload ${unit}: Unit ${unit} not found.\n`, 5);
    const see = `See system logs and 'systemctl status ${unit}' for details.`;
    return complained(`Failed to reload ${unit}: Job type reload is not applicable for unit ${unit}.\n${see}\n`);
  }
  const tries = action.startsWith('try-') || action === 'condrestart';
  if (tries && view.load === 'loaded' && view.active === 'inactive') return printed('');
  const verb = action === 'start' || action === 'stop' ? action : 'restart';
  return stepped(world, { type: verb, node: name, unit });
}

/** The result of one event, as the program that caused it prints it. */
export function stepped(world: World, event: WorldEvent): CommandResult {
  const { trace } = step(world, event);
  if (trace.kind !== 'action') return printed('');
  return acted([event], trace.stdout, trace.stderr, trace.exitCode);
}
