import { goQuote } from '#engine/config/go/quote.ts';
import { timeError } from '#engine/config/go/time.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Query } from '../client/query.ts';
import { pathSegment } from '../client/query.ts';
import { STREAMS_HELP } from '../help/streams.data.ts';
import type { Invocation } from '../invocation.ts';
import { errorText, failed, type Result, reasonOf } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { completePods } from './completePods.ts';
import { type FollowedLog, logFollower } from './logFollower.ts';
import { fetchNamed, podsBehind, podsWith } from './podOf.ts';
import {
  containerNamed,
  defaultContainer,
  notValid,
  podName,
  podNamespace,
  preferredContainer,
  startOrder,
} from './podSpec.ts';
import { nodeOfPod } from './upgrade.ts';

const USAGE =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command";

/** `kubectl logs`: the API server asks the pod's kubelet. Models kubectl/pkg/cmd/logs/logs.go, v0.36. */
export const logs: Subcommand = { path: 'logs', help: STREAMS_HELP.logs ?? '', run, complete: completePods };

/** A container whose log is wanted. */
interface Wanted {
  readonly pod: JsonObject;
  readonly container: string;
}

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  const selector = flags.text('selector');
  const [target = '', inline = ''] = parameters;
  if (parameters.length > 2 || (parameters.length === 0 && selector === '')) return invocation.misused(USAGE);
  if (parameters.length === 1 && selector !== '') {
    return invocation.misused('only a selector (-l) or a POD name is allowed');
  }
  const sinceTime = flags.text('since-time');
  const badTime = sinceTime === '' ? null : timeError(sinceTime);
  if (badTime !== null) return invocation.fail(badTime);
  const pods = selector === '' ? fromTarget(invocation, target) : fromSelector(invocation, selector);
  if (!pods.ok) return invocation.fail(pods.error);
  const container = parameters.length === 2 ? inline : flags.text('container');
  const problem = problemOf(invocation, container);
  if (problem !== null) return invocation.fail(problem);
  const wanted = wantedOf(invocation, pods.value, container);
  if (!wanted.ok) return invocation.fail(wanted.error);
  return readAll(invocation, wanted.value, selector !== '');
}

function fromTarget(invocation: Invocation, target: string): Result<readonly JsonObject[]> {
  const named = fetchNamed(invocation, target);
  if (!named.ok) {
    const namespace = invocation.namespace();
    if (reasonOf(named.error) !== 'NotFound' || !namespace.ok) return named;
    return failed(`error from server (NotFound): ${errorText(named.error)} in namespace ${goQuote(namespace.value)}`);
  }
  const pods = podsBehind(invocation, named.value, 'cannot get the logs from');
  if (!pods.ok || named.value.resource.kind === 'Pod') return pods;
  const [first, ...more] = pods.value;
  if (first === undefined) return failed('timed out waiting for the condition');
  if (invocation.flags.on('all-pods')) return pods;
  if (more.length > 0) {
    invocation.complain(`Found ${pods.value.length} pods, using pod/${podName(first)}\n`);
  }
  return { ok: true, value: [first] };
}

function fromSelector(invocation: Invocation, selector: string): Result<readonly JsonObject[]> {
  const namespace = invocation.namespace();
  if (!namespace.ok) return namespace;
  const unreached = invocation.discover(4);
  if (unreached !== null) return failed(unreached);
  const pods = podsWith(invocation, namespace.value, selector);
  if (pods.ok && pods.value.length === 0) {
    invocation.complain(`No resources found in ${namespace.value} namespace.\n`);
  }
  return pods;
}

function problemOf({ flags, parameters }: Invocation, container: string): string | null {
  if (flags.text('since-time') !== '' && flags.duration('since') !== 0n) {
    return 'at most one of `sinceTime` or `sinceSeconds` may be specified';
  }
  if (flags.on('all-containers') && container !== '') {
    return `--all-containers=true should not be specified with container name ${container}`;
  }
  if (flags.isSet('container') && parameters.length === 2) {
    return 'only one of -c or an inline [CONTAINER] arg is allowed';
  }
  if (flags.number('limit-bytes') < 0) return '--limit-bytes must be greater than 0';
  if (flags.duration('since') < 0n) return '--since must be greater than 0';
  return flags.number('tail') < -1 ? '--tail must be greater than or equal to -1' : null;
}

function wantedOf(invocation: Invocation, pods: readonly JsonObject[], named: string): Result<readonly Wanted[]> {
  const wanted: Wanted[] = [];
  for (const pod of pods) {
    if (invocation.flags.on('all-containers')) {
      wanted.push(...startOrder(pod).map((container) => ({ pod, container })));
      continue;
    }
    const container = named || chosenContainer(invocation, pod);
    if (containerNamed(pod, container) === null) return failed(notValid(pod, container));
    wanted.push({ pod, container });
  }
  return { ok: true, value: wanted };
}

function chosenContainer(invocation: Invocation, pod: JsonObject): string {
  const preferred = preferredContainer(pod);
  if (preferred !== '') {
    if (containerNamed(pod, preferred) !== null) return preferred;
    invocation.complain(`Default container name ${goQuote(preferred)} not found in pod ${podName(pod)}\n`);
  }
  const { name, remark } = defaultContainer(pod);
  if (!invocation.flags.on('all-pods')) invocation.complain(remark);
  return name;
}

function readAll(invocation: Invocation, wanted: readonly Wanted[], isSelected: boolean): Finish {
  const { flags } = invocation;
  const follow = flags.on('follow');
  const most = flags.number('max-log-requests');
  if (follow && wanted.length > 1 && wanted.length > most) {
    return invocation.fail(
      `you are attempting to follow ${wanted.length} log streams, but maximum allowed concurrency is ${most}, use --max-log-requests to increase the limit`,
    );
  }
  const followed: FollowedLog[] = [];
  for (const { pod, container } of wanted) {
    const prefix = flags.on('prefix') || flags.on('all-pods') ? `[pod/${podName(pod)}/${container}] ` : '';
    const place = { namespace: podNamespace(pod), pod: podName(pod) };
    const path = `/api/v1/namespaces/${pathSegment(place.namespace)}/pods/${pathSegment(place.pod)}/log`;
    const query = queryOf(invocation, container, isSelected);
    const answer = invocation.call({ method: 'GET', path, query, resource: 'pods/log', name: place.pod });
    if (!answer.ok) {
      if (!flags.on('ignore-errors')) return invocation.fail(answer.error);
      invocation.print(`error: ${errorText(answer.error)}\n`);
      continue;
    }
    invocation.print(prefixed(answer.value.body, prefix));
    followed.push({
      place: { ...place, nodeName: nodeOfPod(pod), container },
      prefix,
      timestamps: flags.on('timestamps'),
    });
  }
  if (!follow || followed.length === 0) return invocation.done();
  return invocation.done({ kind: 'follow', follower: logFollower(followed, invocation.world) });
}

/** Every line with its source in front. */
function prefixed(text: string, prefix: string): string {
  if (prefix === '') return text;
  const lines = text.split(/(?<=\n)/).filter((line) => line !== '');
  return lines.map((line) => `${prefix}${line}`).join('');
}

function queryOf({ flags }: Invocation, container: string, isSelected: boolean): Query {
  const tail = isSelected && !flags.isSet('tail') ? 10 : flags.number('tail');
  const since = Number((flags.duration('since') + 500_000_000n) / 1_000_000_000n);
  const sinceTime = flags.text('since-time');
  const limit = flags.number('limit-bytes');
  const on = (name: string, key: string): Query => (flags.on(name) ? [[key, 'true']] : []);
  return [
    ['container', container],
    ...on('follow', 'follow'),
    ...on('insecure-skip-tls-verify-backend', 'insecureSkipTLSVerifyBackend'),
    ...(limit === 0 ? [] : [['limitBytes', String(limit)] as const]),
    ...on('previous', 'previous'),
    ...(flags.duration('since') === 0n ? [] : [['sinceSeconds', String(since)] as const]),
    ...(sinceTime === '' ? [] : [['sinceTime', sinceTime] as const]),
    ...(tail === -1 ? [] : [['tailLines', String(tail)] as const]),
    ...on('timestamps', 'timestamps'),
  ];
}
