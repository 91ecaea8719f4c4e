import type { JournalLine } from '#engine/host/journal.ts';
import type { Node } from '#engine/world/world.ts';

/** The journal's lines since systemd last started the kubelet; two starts within a moment are told apart. */
export function sinceLastStart({ host: { journal } }: Node): readonly JournalLine[] {
  const at = journal.findLastIndex(({ identifier, text }) => identifier === 'systemd' && text.startsWith('Started '));
  return at === -1 ? journal : journal.slice(at);
}
