import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Terminal } from '#shell/terminal/terminal.ts';

/** A line that was typed: the world after it, its exit code, and what it printed. */
export interface TypedLine {
  readonly line: string;
  readonly world: World;
  readonly exitCode: number;
  readonly output: string;
}

/** A terminal on a node, for whoever has no session: nothing of it is kept. */
export async function terminalOn(world: World, node: string): Promise<Terminal> {
  const [{ createTerminal }, { COMMANDS }] = await Promise.all([
    import('#shell/terminal/terminal.ts'),
    import('#shell/terminal/commands.table.ts'),
  ]);
  return await createTerminal({ commands: COMMANDS, node, workingDirectory: '/root', openedAt: world.now });
}

/** Types lines one after the other into a new terminal on a node. The world given stays as it is. */
export async function typeLines(lines: readonly string[], start: World, node: string): Promise<readonly TypedLine[]> {
  const terminal = await terminalOn(start, node);
  const typed: TypedLine[] = [];
  for (const line of lines) {
    const world = typed.at(-1)?.world ?? start;
    let output = '';
    const { events, exitCode } = await terminal.type(line, {
      world,
      columns: 80,
      signal: new AbortController().signal,
      history: lines,
      write({ text }) {
        output += text;
      },
    });
    typed.push({ line, world: events.reduce((now, event) => step(now, event).world, world), exitCode, output });
  }
  return typed;
}
