import { textAt } from '../apiserver/json.ts';
import { readManifest } from '../host/containers/manifest.ts';
import { objects, tagOf } from '../host/containers/podDefaults.ts';
import type { JsonObject } from '../json.ts';
import type { Node } from '../world/world.ts';
import { startApiServer } from './apiServer/start.ts';
import { startControllerManager, startScheduler } from './controllers.ts';
import { startEtcd } from './etcd.ts';
import { containerView } from './mounts.ts';
import { killedAfter, patience, probeFailure } from './probes.ts';
import { type Foreseen, linesOf, type ProgramContext } from './program.ts';
import {
  type Attempt,
  type HeldPod,
  lastAttempt,
  type ProgramName,
  type ProgramRun,
  type Runtime,
  serves,
} from './runtime.ts';

const STARTS: Readonly<Record<ProgramName, (context: ProgramContext) => Foreseen>> = {
  'kube-apiserver': startApiServer,
  etcd: startEtcd,
  'kube-controller-manager': startControllerManager,
  'kube-scheduler': startScheduler,
};

const PROBES = ['startupProbe', 'readinessProbe'] as const;

/** A pod's manifest as the runtime has it: its spec, and the container of the program. */
export interface RunningSpec {
  readonly spec: JsonObject;
  readonly container: JsonObject;
}

/** The spec of a held pod and its program's container; null when the manifest is none any more. */
export function specOf(runtime: Runtime, path: string): RunningSpec | null {
  const { manifests, nodeName, startedAt } = runtime.filledBy;
  const name = runtime.pods[path]?.program?.container;
  const read = readManifest(path, manifests[path] ?? '', nodeName, startedAt);
  if (!read.ok) return null;
  const container = objects(read.pod.spec.containers).find((one) => textAt(one, 'name') === name);
  return container === undefined ? null : { spec: read.pod.spec, container };
}

/** The attempt number `number` of a program, as it would begin at a moment with the node's files as they are. */
export function attempt(
  node: Node,
  runtime: Runtime,
  path: string,
  run: ProgramRun,
  begin: Pick<Attempt, 'number' | 'pid' | 'startedAt'>,
): Attempt {
  const found = specOf(runtime, path);
  const { number, pid, startedAt } = begin;
  const born = { number, pid, startedAt, state: 'starting' } as const;
  if (found === null) return { ...born, readyAt: null, end: null, log: [], healthy: false, settings: null };
  const { spec, container } = found;
  const argv = commandOf(container, run.program);
  const tag = tagOf(textAt(container, 'image'));
  const view = containerView(spec, container, node.host.files);
  const foreseen =
    argv === null
      ? { readyAfter: null, endsAfter: 0, exitCode: 128, said: [], settings: null }
      : STARTS[run.program]({
          argv,
          container,
          view,
          address: node.host.address,
          version: tag === '' || tag === 'latest' ? 'v1.36.3' : tag,
          now: startedAt,
          taken: takenPorts(node, runtime, path),
          etcd: etcdOf(runtime),
        });
  const { readyAfter, endsAfter, exitCode, said, settings } = foreseen;
  const probed = settings === null ? null : { container, address: node.host.address, settings };
  const killed = probed === null ? null : killedAfter(probed);
  const end =
    endsAfter !== null
      ? ({ at: startedAt + endsAfter, exitCode, by: 'itself' } as const)
      : killed === null
        ? null
        : ({ at: startedAt + killed, exitCode: 0, by: 'probe' } as const);
  return {
    ...born,
    healthy: probed !== null && PROBES.every((which) => probeFailure(which, probed) === null),
    readyAt: readyAfter === null ? null : startedAt + readyAfter,
    end,
    log: linesOf(said, startedAt),
    settings,
  };
}

/** The program's words; null when the image has no program of that name. */
function commandOf(container: JsonObject, program: ProgramName): readonly string[] | null {
  const words = [...texts(container.command), ...texts(container.args)];
  if (texts(container.command).length === 0) return words;
  const [name = '', ...argv] = words;
  return name === program || name === `/usr/local/bin/${program}` ? argv : null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function takenPorts(node: Node, runtime: Runtime, own: string): readonly string[] {
  const kubelet = (node.kubelet.process?.listeners ?? []).map(({ address, port }) => `${address}:${port}`);
  const others = Object.entries(runtime.pods).flatMap(([path, { program }]) => {
    const last = program === null || path === own ? undefined : lastAttempt(program);
    return last === undefined || last.state === 'ended' ? [] : (last.settings?.ports ?? []);
  });
  return [...node.host.takenPorts, ...kubelet, ...others];
}

/** etcd's attempt that serves or will; null when there is none. */
export function etcdAttempt(runtime: Runtime): Attempt | null {
  for (const { program } of Object.values(runtime.pods)) {
    const last = program?.program === 'etcd' ? lastAttempt(program) : undefined;
    if (last !== undefined && last.state !== 'ended' && last.readyAt !== null) return last;
  }
  return null;
}

function etcdOf(runtime: Runtime): ProgramContext['etcd'] {
  const last = etcdAttempt(runtime);
  return last === null || last.settings === null || last.readyAt === null
    ? null
    : { settings: last.settings, readyAt: last.readyAt };
}

/**
 * An API server's attempt after etcd came or went: one that starts waits for it or no more; one that serves is killed by its
 * liveness probe when etcd stays away.
 */
export function relinked(node: Node, runtime: Runtime, path: string, run: ProgramRun, now: number): ProgramRun {
  const last = lastAttempt(run);
  if (last === undefined || last.state === 'ended') return run;
  if (last.state === 'starting') {
    const again = attempt(node, runtime, path, run, last);
    const same = again.readyAt === last.readyAt && again.end?.at === last.end?.at;
    return same ? run : { ...run, attempts: [...run.attempts.slice(0, -1), again] };
  }
  const found = specOf(runtime, path);
  if (found === null || last.settings === null) return run;
  const { container } = found;
  const killed = killedAfter({ container, address: node.host.address, settings: last.settings });
  const own = killed === null ? null : ({ at: last.startedAt + killed, exitCode: 0, by: 'probe' } as const);
  const liveness = container.livenessProbe;
  const lost =
    etcdAttempt(runtime) === null && typeof liveness === 'object' && liveness !== null && !Array.isArray(liveness)
      ? ({
          at: now + patience({ ...(liveness as JsonObject), initialDelaySeconds: 0 }),
          exitCode: 0,
          by: 'probe',
        } as const)
      : null;
  const end = own ?? (lost === null ? null : last.end?.by === 'probe' ? last.end : lost);
  return end?.at === last.end?.at ? run : { ...run, attempts: [...run.attempts.slice(0, -1), { ...last, end }] };
}

/** Whether the API server of a node answers: it serves, and so does its etcd. */
export function answering(runtime: Runtime | undefined): Attempt | null {
  if (runtime === undefined) return null;
  const pods: readonly HeldPod[] = Object.values(runtime.pods);
  const server = pods.find(({ program }) => program?.program === 'kube-apiserver' && serves(program))?.program;
  const etcd = pods.some(({ program }) => program?.program === 'etcd' && serves(program));
  return server && etcd ? (lastAttempt(server) ?? null) : null;
}
