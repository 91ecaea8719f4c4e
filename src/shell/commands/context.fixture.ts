import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../command.ts';

/** A place to run a command: root's home on node01, output into a pipe, unless told otherwise. */
export function contextOf(world: World, change: Partial<CommandContext> = {}): CommandContext {
  return {
    world,
    node: 'node01',
    workingDirectory: '/root',
    environment: { HOME: '/root', USER: 'root' },
    stdin: '',
    terminal: { stdin: false, stdout: false, columns: 80 },
    ...change,
  };
}

/** Runs a line of plain words, single-quoted ones among them. */
export function runLine(
  command: NodeCommand,
  line: string,
  world: World,
  change: Partial<CommandContext> = {},
): CommandResult {
  const words = (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/s, '$1'));
  return command.run(words, contextOf(world, change));
}

/** The world after events. */
export function worldAfter(world: World, events: readonly WorldEvent[]): World {
  return events.reduce((current, event) => step(current, event).world, world);
}
