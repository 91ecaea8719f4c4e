import type { Host } from '../host/host.ts';
import type { JournalLine, LogLine } from '../host/journal.ts';
import type { Kubelet } from '../kubelet/process.ts';
import type { ActionTrace, Trace } from './trace.ts';
import type { Node, World } from './world.ts';

/** What an event made of a world, and what there is to tell of it. */
export interface Step<Told extends Trace = Trace> {
  readonly world: World;
  readonly trace: Told;
}

/** journald keeps no more lines of a node than this; the oldest go. */
export const JOURNAL_LIMIT = 5000;

/** The world with one of its nodes changed. */
export function withNode(world: World, node: Node): World {
  if (world.nodes[node.name] === node) return world;
  return { ...world, nodes: { ...world.nodes, [node.name]: node } };
}

export function withHost(node: Node, change: Partial<Host>): Node {
  return { ...node, host: { ...node.host, ...change } };
}

export function withKubelet(node: Node, change: Partial<Kubelet>): Node {
  return { ...node, kubelet: { ...node.kubelet, ...change } };
}

/** Lines of a program as the journal stamps them. */
export function journalLines(
  lines: readonly LogLine[],
  stamp: Pick<JournalLine, 'at' | 'unit' | 'identifier' | 'pid'>,
): readonly JournalLine[] {
  return lines.map((line) => ({ ...line, ...stamp }));
}

/** The node with lines added to its journal. */
export function withJournal(node: Node, lines: readonly JournalLine[]): Node {
  if (lines.length === 0) return node;
  const journal = [...node.host.journal, ...lines];
  return withHost(node, { journal: journal.length > JOURNAL_LIMIT ? journal.slice(-JOURNAL_LIMIT) : journal });
}

/** The journal lines that `after` has and `before` had not. */
export function newLines(before: Node | undefined, after: Node | undefined): readonly JournalLine[] {
  const last = before?.host.journal.at(-1);
  const now = after?.host.journal ?? [];
  return last === undefined ? now : now.slice(now.lastIndexOf(last) + 1);
}

/** A trace of something that prints nothing unless told. */
export function told(
  world: World,
  told: {
    readonly stdout?: string;
    readonly stderr?: string;
    readonly exitCode?: number;
    readonly journal?: readonly JournalLine[];
  } = {},
): ActionTrace {
  return {
    kind: 'action',
    at: world.now,
    stdout: told.stdout ?? '',
    stderr: told.stderr ?? '',
    exitCode: told.exitCode ?? 0,
    journal: told.journal ?? [],
  };
}
