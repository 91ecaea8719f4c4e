import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The project's root folder: the gate runs there. */
export const ROOT = process.cwd();

/** Runs a program of node_modules/.bin to its end. Throws when it cannot be started. */
export function tool(name: string, args: readonly string[], directory = ROOT): { status: number; output: string } {
  const run = spawnSync(join(ROOT, 'node_modules', '.bin', name), args, {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  return { status: run.status ?? 1, output: run.stdout + run.stderr };
}
