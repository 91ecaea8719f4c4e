import { readPack } from '#packs/readPack.ts';
import type { ReadOwnPack } from '../view/lab.ts';

/**
 * Reads a scenario that an instructor dropped, and asks all that `npm run validate` asks before it proves: its schema, what
 * its parts say of each other, and whether its base has what it names. Problems are of the file as it was dropped. Never throws.
 */
export function readOwnPack(file: string, text: string): ReadOwnPack {
  const id = /^id:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? '';
  const read = readPack(id, { 'scenario.yaml': text });
  if (!read.ok) return { ok: false, problems: read.problems.map((problem) => ({ ...problem, file })) };
  if (read.pack.kind !== 'scenario') throw new Error('a scenario.yaml was read as something else');
  const { title, tasks } = read.pack.scenario;
  return { ok: true, pack: { id: read.pack.scenario.id, title, tasks: tasks.length, text } };
}
