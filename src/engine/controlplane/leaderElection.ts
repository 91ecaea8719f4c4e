import { klogLine } from '../config/klog.ts';
import type { Node } from '../world/world.ts';
import { linesOf } from './program.ts';
import { type Attempt, lastAttempt, type ProgramName } from './runtime.ts';

/** `--leader-elect-renew-deadline`: so long a leader tries to renew its lease before it ends itself; ms. */
const RENEW_DEADLINE = 10_000;

/** What each leader says last, and where. */
const LAST_WORDS: Partial<Readonly<Record<ProgramName, readonly [source: string, text: string]>>> = {
  'kube-controller-manager': ['controllermanager.go:413', 'leaderelection lost/stopped'],
  'kube-scheduler': ['server.go:328', 'Leaderelection lost'],
};

/**
 * The node after its API server went or came back: leaders end themselves when they could not renew their leases for 10 s, and
 * those that are started again wait. Models client-go/tools/leaderelection/leaderelection.go, v0.36.
 */
export function withLeaders(node: Node, reachable: boolean, endpoint: string, now: number): Node {
  const { runtime } = node;
  if (runtime === undefined) return node;
  let changed = false;
  const pods = Object.entries(runtime.pods).map(([path, pod]) => {
    const run = pod.program;
    const last = run === null ? undefined : lastAttempt(run);
    const words = run === null ? undefined : LAST_WORDS[run.program];
    if (run === null || last === undefined || words === undefined || last.state === 'ended')
      return [path, pod] as const;
    const next = reachable ? renewed(last) : doomed(last, run.program, words, endpoint, now);
    if (next === last) return [path, pod] as const;
    changed = true;
    return [path, { ...pod, program: { ...run, attempts: [...run.attempts.slice(0, -1), next] } }] as const;
  });
  return changed ? { ...node, runtime: { ...runtime, pods: Object.fromEntries(pods) } } : node;
}

function renewed(last: Attempt): Attempt {
  const { end } = last;
  return end?.by === 'lease' ? { ...last, end: null, log: last.log.filter(({ at }) => at < end.at) } : last;
}

function doomed(
  last: Attempt,
  program: ProgramName,
  [source, text]: readonly [string, string],
  endpoint: string,
  now: number,
): Attempt {
  if (last.state !== 'ready' || last.end !== null || last.settings?.leads !== true) return last;
  const lock = `kube-system/${program}`;
  const url = `https://${endpoint}/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/${program}?timeout=5s`;
  const err = `Get "${url}": dial tcp ${endpoint}: connect: connection refused`;
  const error = klogLine('E', 'leaderelection.go:461', 'Error retrieving lease lock', [
    ['err', err],
    ['lock', lock],
  ]);
  const at = now + RENEW_DEADLINE;
  const said = [
    { after: 0, line: error },
    { after: 0, line: klogLine('E', source, text) },
  ];
  return { ...last, end: { at, exitCode: 1, by: 'lease' }, log: [...last.log, ...linesOf(said, at)] };
}
