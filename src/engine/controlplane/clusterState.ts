import type { Cluster } from '../apiserver/cluster.ts';
import type { World } from '../world/world.ts';
import { answering } from './attempts.ts';
import { lastAttempt, type ProgramName, serves } from './runtime.ts';
import type { ApiServerSettings, ServerSettings } from './serverSettings.ts';

/** What of the control plane answers at a moment. */
interface Answering {
  readonly server: ApiServerSettings | null;
  readonly signer: ServerSettings['signer'] | null;
  /** Whether a controller manager was ever told to run on any node. */
  readonly controlled: boolean;
}

/**
 * The cluster as the programs of the control plane make it, when they are others than in `before`: with the API server's flags when
 * it has come up, unreachable when it has gone. A world whose nodes run no control plane keeps its cluster.
 */
export function clusterAfter(before: World, after: World): Cluster {
  if (before.nodes === after.nodes) return after.cluster;
  const [was, is] = [answeringIn(before), answeringIn(after)];
  let { cluster } = after;
  if (was.server !== is.server) {
    cluster =
      is.server === null
        ? { ...cluster, reachable: false }
        : { ...withoutServer(cluster), ...is.server, reachable: true };
  }
  if (was.signer !== is.signer && (is.controlled || was.controlled)) {
    const { signer: _, ...unsigned } = cluster;
    cluster = is.signer ? { ...unsigned, signer: is.signer } : unsigned;
  }
  return cluster;
}

function answeringIn(world: World): Answering {
  let server: ApiServerSettings | null = null;
  let signer: ServerSettings['signer'] | null = null;
  let controlled = false;
  for (const name in world.nodes) {
    const runtime = world.nodes[name]?.runtime;
    if (runtime === undefined) continue;
    server ??= answering(runtime)?.settings?.cluster ?? null;
    for (const path in runtime.pods) {
      const program = runtime.pods[path]?.program;
      if (program?.program !== 'kube-controller-manager') continue;
      controlled = true;
      if (serves(program)) signer ??= lastAttempt(program)?.settings?.signer ?? null;
    }
  }
  return { server, signer, controlled };
}

/** The cluster without what an API server may leave out. */
function withoutServer(cluster: Cluster): Cluster {
  const {
    kubeletClient: _client,
    kubeletClientError: _error,
    kubeletCA: _authority,
    anonymousPaths: _paths,
    preferredAddressTypes: _types,
    ...rest
  } = cluster;
  return rest;
}

/**
 * Whether a program of the control plane is missed: the control plane runs on a node of this world, and that program does not serve.
 * Without `kube-scheduler` no pod gets a node, and so on.
 */
export function isMissing(world: World, name: ProgramName): boolean {
  const programs = Object.values(world.nodes).flatMap(({ runtime }) =>
    Object.values(runtime?.pods ?? {}).flatMap(({ program }) => (program === null ? [] : [program])),
  );
  return programs.length > 0 && !programs.some((run) => run.program === name && serves(run));
}
