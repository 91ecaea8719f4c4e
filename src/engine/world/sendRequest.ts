import { writeText } from '../host/files.ts';
import type { JournalLine } from '../host/journal.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import type { HttpRequest } from '../kubelet/exchange.ts';
import { travel } from '../kubelet/request.machine.ts';
import type { Journey } from '../kubelet/stage.ts';
import { departure, walk } from '../kubelet/walk.ts';
import { journalLines, type Step, told, withHost, withJournal, withKubelet, withNode } from './change.ts';
import type { RequestTrace } from './trace.ts';
import { type Node, nodeNamed, type World } from './world.ts';

/** Sends a request to a node's port through the request machine, and keeps what the kubelet remembers of it. */
export function sendRequest(world: World, name: string, request: HttpRequest): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return { world, trace: told(world, { stderr: `no such node: ${name}`, exitCode: 1 }) };
  return arrival(travel(departure(world, name, request)), node);
}

/** The same without the machine, for whoever asks thousands of copies; both go through the very same gates. */
export function sendInBulk(world: World, name: string, request: HttpRequest): Step {
  const node = nodeNamed(world, name);
  return node === undefined ? sendRequest(world, name, request) : arrival(walk(departure(world, name, request)), node);
}

/** What a journey at its end left behind on its node: caches, files and journal lines, with its trace. */
export function arrival(journey: Journey, node: Node): Step<RequestTrace> {
  const { world } = journey;
  const pid = journey.process?.pid ?? 0;
  const journal = journalLines(journey.log, { at: world.now, unit: KUBELET_UNIT, identifier: 'kubelet', pid });
  const remembered =
    journey.process === null ? node : withKubelet(node, { process: remember(journey, journey.process) });
  const files = (journey.writes ?? []).reduce(
    (sofar, { path, text }) => writeText(sofar, path, text, world.now, 0o600),
    node.host.files,
  );
  const trace = traceOf(journey, journal);
  return { world: withNode(world, withJournal(withHost(remembered, { files }), journal)), trace };
}

/** What a journey at its end leaves to look at, with the lines that it left in the journal. */
export function traceOf(journey: Journey, journal: readonly JournalLine[]): RequestTrace {
  return {
    kind: 'request',
    node: journey.node,
    at: journey.world.now,
    request: journey.request,
    stages: journey.records,
    connection: journey.connection,
    subject: journey.subject,
    answer: journey.answer ?? { kind: 'reset' },
    journal,
  };
}

function remember(journey: Journey, process: NonNullable<Journey['process']>): NonNullable<Journey['process']> {
  return journey.caches === null ? process : { ...process, caches: journey.caches };
}
