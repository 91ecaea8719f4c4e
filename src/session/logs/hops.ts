import { API_SENTENCES } from '#engine/explain/apiSentences.table.ts';
import { SENTENCES } from '#engine/explain/sentences.table.ts';
import type { StageName } from '#engine/kubelet/stage.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { apiStageViews, causeViews } from '../screen/stages.ts';
import type { LogHopView } from '../view/logs.ts';
import { LOGS } from './words.ts';

type Hop = Omit<LogHopView, 'id' | 'title'>;

/** The stations of `kubectl logs` with how far the request came; `trace` is null when kubectl sent none. */
export function logHops(trace: ApiTrace | null, printed: string, world: World): readonly LogHopView[] {
  const found: Readonly<Record<LogHopView['id'], Hop>> = {
    kubectl: clientHop(trace, printed, world),
    connection: connectionHop(trace, world),
    identity: kubeletHop(trace, ['authenticate'], world),
    rights: kubeletHop(trace, ['authorize'], world),
    container: kubeletHop(trace, ['route', 'handle'], world),
  };
  return ORDER.map((id) => ({ id, title: LOGS.titles[id], ...found[id] }));
}

const ORDER = ['kubectl', 'connection', 'identity', 'rights', 'container'] as const;
const NOWHERE: Hop = { standing: 'not-reached', sentence: LOGS.notReached, causes: [] };

/** From kubectl into the API server, up to the moment when it turns to the kubelet. */
function clientHop(trace: ApiTrace | null, printed: string, world: World): Hop {
  if (trace === null) return { standing: 'broken', sentence: printed.trim() || LOGS.neverSent, causes: [] };
  if (turnedToKubelet(trace)) {
    const rights = apiStageViews(trace, world).find(({ name }) => name === 'authorize')?.causes ?? [];
    return { standing: 'passed', sentence: LOGS.sent(trace.subject?.user ?? ''), causes: rights };
  }
  const last = trace.stages.at(-1);
  const causes = apiStageViews(trace, world).find(({ name }) => name === last?.stage)?.causes ?? [];
  return {
    standing: 'broken',
    sentence: last === undefined ? LOGS.neverSent : API_SENTENCES[last.reason](last.facts),
    causes,
  };
}

function turnedToKubelet({ stages }: ApiTrace): boolean {
  const reason = stages.at(-1)?.reason;
  return reason === 'api-asked-kubelet' || reason === 'api-kubelet-unreachable' || reason === 'api-kubelet-refused';
}

/** The API server dials: the port must be open, both certificates must be right. */
function connectionHop(trace: ApiTrace | null, world: World): Hop {
  if (trace === null || !turnedToKubelet(trace)) return NOWHERE;
  const last = trace.stages.at(-1);
  const causes = apiStageViews(trace, world).find(({ name }) => name === 'handle')?.causes ?? [];
  const beyond = trace.onward?.stages.find(({ stage }) => stage === 'connect' || stage === 'tls');
  if (last?.reason === 'api-kubelet-unreachable' || trace.onward === null) {
    const kubelets =
      beyond === undefined ? [] : beyond.causes.flatMap((cause) => causeViews(cause, world, trace.onward?.node));
    const sentence = last === undefined ? LOGS.notReached : API_SENTENCES[last.reason](last.facts);
    return { standing: 'broken', sentence, causes: [...causes, ...kubelets] };
  }
  const { address, port, certificate } = trace.onward.request;
  return { standing: 'passed', sentence: LOGS.connected(`${address}:${port}`, certificate?.name ?? ''), causes };
}

/** What the kubelet's gates of these names found. */
function kubeletHop(trace: ApiTrace | null, gates: readonly StageName[], world: World): Hop {
  const onward = trace?.onward ?? null;
  if (onward === null || trace?.stages.at(-1)?.reason === 'api-kubelet-unreachable') return NOWHERE;
  const records = onward.stages.filter(({ stage }) => gates.includes(stage));
  // A route that was found is no station of its own: what its handler gave is.
  const told = records.find(({ stage, verdict }) => verdict === 'answered' || stage === gates.at(-1));
  if (told === undefined) return NOWHERE;
  const broken = told.verdict === 'answered' && !isWelcome(onward);
  return {
    standing: broken ? 'broken' : 'passed',
    sentence: !broken && told.stage === 'handle' ? LOGS.log : SENTENCES[told.reason](told.facts),
    causes: told.causes.flatMap((cause) => causeViews(cause, world, onward.node)),
  };
}

function isWelcome({ answer }: RequestTrace): boolean {
  return answer.kind === 'http' && answer.status < 400;
}
