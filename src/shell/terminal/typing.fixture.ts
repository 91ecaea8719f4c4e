import { BASES } from '#engine/world/bases.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { COMMANDS } from './commands.table.ts';
import { createTerminal, type Terminal, type Typed } from './terminal.ts';

/** A terminal with a world of its own, for tests: what lines did is there for the next ones. */
export interface Desk {
  readonly terminal: Terminal;
  world(): World;
  /** Types lines; gives back all that they printed. */
  type(...lines: readonly string[]): Promise<string>;
  /** The same for one line, with all that is known of it. */
  typed(line: string): Promise<Typed & { readonly stdout: string; readonly stderr: string }>;
}

const NOON = 1_795_521_600_000;
const start = BASES['kubeadm-node'](NOON);

/** Opens a terminal on a kubeadm worker at noon. */
export async function desk(): Promise<Desk> {
  let { world } = start;
  const terminal = await createTerminal({
    commands: COMMANDS,
    node: start.node,
    workingDirectory: '/root',
    openedAt: NOON,
  });
  async function typed(line: string): Promise<Typed & { readonly stdout: string; readonly stderr: string }> {
    const out = { stdout: '', stderr: '' };
    const result = await terminal.type(line, {
      world,
      columns: 80,
      signal: new AbortController().signal,
      history: [],
      write({ stream, text }) {
        out[stream] += text;
        all += text;
      },
    });
    world = result.events.reduce((now, event) => step(now, event).world, world);
    return { ...result, ...out };
  }
  let all = '';
  return {
    terminal,
    world: () => world,
    typed,
    async type(...lines) {
      all = '';
      for (const line of lines) await typed(line);
      return all;
    },
  };
}
