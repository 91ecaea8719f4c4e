import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { COMMANDS } from '#shell/terminal/commands.table.ts';
import { createTerminal } from '#shell/terminal/terminal.ts';

/** A line that was typed: the world after it, its exit code, and what it printed. */
export interface TypedLine {
  readonly line: string;
  readonly world: World;
  readonly exitCode: number;
  readonly output: string;
  readonly events: readonly WorldEvent[];
  /** Whether it changed anything but the clock and what kubelets remember of requests. */
  readonly changes: boolean;
}

/** Types lines one after the other into a new terminal on a node, for whoever has no session. The world given stays as it is. */
export async function typeLines(lines: readonly string[], start: World, node: string): Promise<readonly TypedLine[]> {
  const terminal = await createTerminal({
    commands: COMMANDS,
    node,
    workingDirectory: '/root',
    openedAt: start.now,
  });
  const typed: TypedLine[] = [];
  for (const line of lines) {
    let output = '';
    const { events, exitCode, ...after } = await terminal.type(line, {
      world: typed.at(-1)?.world ?? start,
      columns: 80,
      signal: new AbortController().signal,
      history: lines,
      write({ text }) {
        output += text;
      },
    });
    typed.push({ line, world: after.world, exitCode, output, events, changes: events.some(isChange) });
  }
  return typed;
}

/** The requests that typed lines sent, oldest first: their events are played once more. */
export function sentBy(typed: readonly TypedLine[], start: World): readonly (RequestTrace | ApiTrace)[] {
  return typed.flatMap(({ events }, index) => {
    if (!events.some(({ type }) => type === 'request' || type === 'api-request')) return [];
    let world = typed[index - 1]?.world ?? start;
    return events.flatMap((event) => {
      const played = step(world, event);
      world = played.world;
      return played.trace.kind === 'action' ? [] : [played.trace];
    });
  });
}

/** Looking, asking and waiting change nothing that a solution could need. */
function isChange(event: WorldEvent): boolean {
  if (event.type === 'advance' || event.type === 'request') return false;
  return (
    event.type !== 'api-request' ||
    !(event.request.method === 'GET' || /reviews?$/.test(event.request.path.split('?', 1)[0] ?? ''))
  );
}
