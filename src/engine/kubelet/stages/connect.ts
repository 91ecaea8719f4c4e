import { booleanAt, numberAt } from '../../config/effective.ts';
import type { Answer } from '../exchange.ts';
import { answersAt } from '../listeners/address.ts';
import { parseTaken } from '../listeners/bind.ts';
import type { Listener } from '../process.ts';
import type { ReasonCode } from '../reason.ts';
import { settingCauses } from '../settingCauses.ts';
import type { Cause, Facts, Journey, StageResult } from '../stage.ts';

type Role = Listener['role'];

const PORT_FIELDS = [
  { role: 'main', usual: 10250, port: 'port', address: 'address' },
  { role: 'read-only', usual: 10255, port: 'readOnlyPort', address: 'address' },
  { role: 'healthz', usual: 10248, port: 'healthzPort', address: 'healthzBindAddress' },
] as const satisfies readonly { role: Role; usual: number; port: string; address: string }[];

/** The first gate: which of the node's sockets gets the connection, if any. Answers `refused` when none does. */
export function connect(journey: Journey): StageResult {
  const node = journey.world.nodes[journey.node];
  const { address, port } = journey.request;
  const process = node?.kubelet.process ?? null;
  if (node === undefined || process === null) {
    return refuse('no-process', { address, port }, [], isTaken(journey) ? 'reset' : 'refused');
  }
  const listener = process.listeners.find(
    (one) => one.port === port && answersAt(one.address, address, node.host.address),
  );
  if (listener !== undefined) {
    return {
      record: {
        stage: 'connect',
        verdict: 'passed',
        reason: 'connected',
        facts: { address, port },
        causes: settingCauses(process.config, fieldsOf(listener.role)),
      },
      carry: { process, listener },
    };
  }
  const elsewhere = process.listeners.find((one) => one.port === port);
  if (elsewhere !== undefined) {
    const causes = settingCauses(process.config, [addressField(elsewhere.role)]);
    return refuse('address-closed', { address, port, bound: elsewhere.address }, causes);
  }
  if (isTaken(journey)) return refuse('port-unknown', { port }, [], 'reset');
  const shut = PORT_FIELDS.find((field) => field.usual === port || numberAt(process.config, field.port) === port);
  if (shut === undefined) return refuse('port-unknown', { port });
  const off = shut.role === 'main' && !booleanAt(process.config, 'enableServer');
  return refuse('port-closed', { port }, settingCauses(process.config, [off ? 'enableServer' : shut.port]));
}

/** Whether another program of the node listens there: it accepts, but does not speak for the kubelet. */
function isTaken({ world, node, request }: Journey): boolean {
  const host = world.nodes[node]?.host;
  if (host === undefined) return false;
  return host.takenPorts
    .map(parseTaken)
    .some((taken) => taken.port === request.port && answersAt(taken.address, request.address, host.address));
}

function fieldsOf(role: Role): readonly string[] {
  const field = PORT_FIELDS.find((one) => one.role === role);
  return field === undefined ? [] : [field.port, field.address];
}

function addressField(role: Role): string {
  return role === 'healthz' ? 'healthzBindAddress' : 'address';
}

function refuse(
  reason: ReasonCode,
  facts: Facts,
  causes: readonly Cause[] = [],
  kind: Extract<Answer['kind'], 'refused' | 'reset'> = 'refused',
): StageResult {
  return { record: { stage: 'connect', verdict: 'answered', reason, facts, causes }, answer: { kind } };
}
