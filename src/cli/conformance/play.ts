import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { Answer, HttpRequest } from '#engine/kubelet/exchange.ts';
import { installedKubelet } from '#engine/kubelet/installed.ts';
import { parseTime } from '#engine/time.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { type CaseNames, RECORDED_NAMES } from './caseNames.ts';
import { outcomeText } from './compare.ts';
import { noteOf } from './normalisation.ts';
import { recordedCluster, tokenText } from './recordedCluster.ts';
import { NODE_ADDRESS, pem, recordedHost } from './recordedHost.ts';
import type { RecordedCase, RecordedRequest, Recordings } from './recording.ts';

/** What the engine did with a case. */
export interface Played {
  readonly outcome: string;
  readonly notes: readonly string[];
  readonly listening: readonly number[];
  readonly listeningOnNodeIP: readonly number[];
  /** The `kubeletconfig` object of `/configz` as JSON text; null when no credential could read it. */
  readonly configz: string | null;
  /** One per exchange; empty when the kubelet does not run. */
  readonly answers: readonly Answer[];
}

/** Ports that were probed when a case names none. */
const USUAL_PORTS = [10250, 10255, 10248];

/** What was recorded is a distribution's build: docs/decisions/0005-recorded-build.md. */
function recordedVersion({ kubernetes }: RecordedCase): string {
  return `${kubernetes}+downstream`;
}

/** How long a start may take on the world's clock; shorter than systemd's RestartSec. */
const START_MILLISECONDS = 1_000;

/** The world of a case before its start. */
export function recordedWorld(recorded: RecordedCase, recordings: Recordings, names: CaseNames): World {
  const { node } = names;
  const now = parseTime(recorded.clock);
  return {
    format: 1,
    now,
    nodes: {
      [node]: {
        name: node,
        host: recordedHost(recorded, recordings, names, now),
        kubelet: installedKubelet(recordedVersion(recorded)),
      },
    },
    cluster: recordedCluster(recorded, recordings, names),
  };
}

/** Plays a case through `step`: reload, start, probes, configz, exchanges in order. */
export function play(recorded: RecordedCase, recordings: Recordings, names: CaseNames = RECORDED_NAMES): Played {
  const { node } = names;
  const started = startRecorded(recorded, recordings, names);
  const kubelet = started.nodes[node]?.kubelet;
  const journal = started.nodes[node]?.host.journal ?? [];
  const exit = kubelet?.lastExit;
  const outcome =
    kubelet?.state === 'running' ? outcomeText('running') : outcomeText('exited', exit?.code, exit?.error ?? '');
  const notes = journal.flatMap((line) => (line.unit === KUBELET_UNIT ? (noteOf(line.source, line.text) ?? []) : []));
  const ports = recorded.probePorts ?? USUAL_PORTS;
  const open = (address: string) => ports.filter((port) => accepts(started, node, address, port));
  const played = { outcome, notes, listening: open('127.0.0.1'), listeningOnNodeIP: open(NODE_ADDRESS) };
  if (kubelet?.state !== 'running') return { ...played, configz: null, answers: [] };
  const configz = recorded.configz === undefined ? null : readConfigz(started, recordings, names, ports);
  const answers: Answer[] = [];
  let world = started;
  for (const { request } of recorded.exchanges) {
    const asked = ask(world, node, httpRequest(request, world, recordings));
    answers.push(asked.answer);
    world = asked.world;
  }
  return { ...played, configz, answers };
}

/** The world of a case once its kubelet was started and has had its time. */
export function startRecorded(recorded: RecordedCase, recordings: Recordings, names = RECORDED_NAMES): World {
  const { node } = names;
  const reloaded = step(recordedWorld(recorded, recordings, names), { type: 'daemon-reload', node }).world;
  const started = step(reloaded, { type: 'start', node, unit: KUBELET_UNIT }).world;
  if (started.nodes[node]?.kubelet.state !== 'starting') return started;
  return step(started, { type: 'advance', milliseconds: START_MILLISECONDS }).world;
}

/** A recorded request as an engine's. The clients of the recordings dialled 127.0.0.1. */
export function httpRequest(recorded: RecordedRequest, world: World, recordings: Recordings): HttpRequest {
  const headers: [string, string][] = Object.entries(recorded.headers ?? {});
  if (recorded.token !== undefined)
    headers.push(['Authorization', `Bearer ${tokenText(recorded.token, world.cluster, world.now)}`]);
  const certificate = recorded.cert;
  return {
    address: '127.0.0.1',
    port: recorded.port,
    scheme: recorded.scheme,
    method: recorded.method,
    path: recorded.path,
    headers,
    ...(certificate !== undefined && {
      certificate: { certificate: pem(recordings, `${certificate}.crt`), name: `/root/${certificate}.crt` },
    }),
    ...(recorded.tlsMax !== undefined && { tls: { max: recorded.tlsMax, min: '1.0' as const } }),
  };
}

function ask(world: World, node: string, request: HttpRequest): { readonly world: World; readonly answer: Answer } {
  const { world: next, trace } = step(world, { type: 'request', node, request });
  if (trace.kind !== 'request') throw new Error('a request event must leave a request trace');
  return { world: next, answer: trace.answer };
}

/** Whether a port accepts a connection. The world after the probe is thrown away. */
function accepts(world: World, node: string, address: string, port: number): boolean {
  const probe: HttpRequest = { address, port, scheme: 'http', method: 'GET', path: '/', headers: [] };
  return ask(world, node, probe).answer.kind !== 'refused';
}

/** `/configz` as the first credential reads it that may: a master's certificate, an admin's token, nobody's. */
function readConfigz(
  world: World,
  recordings: Recordings,
  { node, certificate, token }: CaseNames,
  ports: readonly number[],
): string | null {
  const base = { scheme: 'https', method: 'GET', path: '/configz' } as const;
  for (const port of ports) {
    for (const credential of [{ cert: certificate }, { token }, {}]) {
      const { answer } = ask(world, node, httpRequest({ ...base, port, ...credential }, world, recordings));
      if (answer.kind === 'http' && answer.status === 200) {
        const body = JSON.parse(answer.body) as { readonly kubeletconfig?: unknown };
        return JSON.stringify(body.kubeletconfig ?? null);
      }
    }
  }
  return null;
}
