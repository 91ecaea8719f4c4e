import { SIGNALS } from '#engine/world/signal.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { acted, joined, notModelled, printed } from '../answer.ts';
import type { Process } from '../processes.ts';

/** A signal's name without `SIG` for a number or a name in any case; `0` for none, which only asks; null for anything else. */
export function signalNamed(text: string): string | null {
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (name === '0' || name === 'EXIT') return '0';
  if (/^\d+$/.test(name)) return Object.entries(SIGNALS).find(([, number]) => number === Number(name))?.[0] ?? null;
  return Object.hasOwn(SIGNALS, name) ? name : null;
}

/** Sends a signal to processes; only the kubelet can be hit. */
export function killAll(processes: readonly Process[], signal: string, { world, node }: CommandContext): CommandResult {
  const kubelet = nodeNamed(world, node)?.kubelet.process?.pid;
  let result = printed('');
  for (const { pid, name } of processes) {
    if (signal === '0') continue;
    if (pid !== kubelet)
      result = joined(result, notModelled(`signals are modelled for the kubelet only, not for ${name} (${pid}).`));
    else if (signal === 'STOP' || signal === 'TSTP')
      result = joined(result, notModelled('a kubelet that is stopped for a while is not modelled.'));
    else result = joined(result, acted([{ type: 'signal', node, pid, signal }]), result.exitCode);
  }
  return result;
}
