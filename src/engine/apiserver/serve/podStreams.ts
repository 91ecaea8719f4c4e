import type { JsonObject } from '../../json.ts';
import { headerValue } from '../../kubelet/authn/headers.ts';
import type { HttpAnswer } from '../../kubelet/exchange.ts';
import { reviewAccess } from '../access.ts';
import { objectAt, objectsAt, textAt } from '../json.ts';
import { forbiddenFailure, questionOf } from './authorize.ts';
import type { ApiCall, Served } from './journey.ts';
import { checkedFailure, dial, failed, kubeletPlace, requestError, streamHeaders } from './onward.ts';
import { encodeQuery } from './query.ts';
import { findResource } from './resource.ts';
import { badRequest, type Failure, internalError, invalid, notFound, unknownError } from './status.ts';
import { objectNamed } from './view/objects.ts';

const POD_LOG = { group: '', resource: 'pods/log' };

/** GET pods/NAME/log. Models LogREST in pkg/registry/core/pod/rest/log.go, v1.36. */
export function podLog(call: ApiCall): Served {
  const { world, info } = call;
  const options = logQuery(call);
  if (!Array.isArray(options)) return failed(call, options as Failure, { reason: 'api-invalid' });
  const found = podAndContainer(call);
  if ('code' in found) return failed(call, found);
  const { pod, container } = found;
  const nodeName = textAt(objectAt(pod, 'spec'), 'nodeName');
  if (nodeName === '') {
    return {
      reply: { status: 204, headers: [], body: '' },
      reason: 'api-served',
      facts: { what: 'a log of a pod that no node has' },
    };
  }
  const place = kubeletPlace(world, nodeName);
  if ('code' in place) return failed(call, place);
  const query = encodeQuery(options as readonly (readonly [string, string])[]);
  const path = `/containerLogs/${info.namespace}/${info.name}/${container}${query === '' ? '' : `?${query}`}`;
  const verify = info.query.get('insecureSkipTLSVerifyBackend')?.[0] !== 'true';
  const { called, told } = dial(call, place, { method: 'GET', path, verify });
  if (called.error !== null) {
    return failed(call, unknownError(requestError('GET', place, path, called.error)), told);
  }
  const answer = called.trace?.answer;
  if (answer?.kind !== 'http') return failed(call, unknownError('EOF'), told);
  const failure = checkedFailure(answer, { ...POD_LOG, name: info.name });
  if (failure !== null) return failed(call, failure, told);
  return { ...told, reply: { status: 200, headers: [['Content-Type', 'text/plain']], body: answer.body } };
}

const BOOLEANS = ['follow', 'previous', 'timestamps'] as const;
const NUMBERS = ['sinceSeconds', 'tailLines', 'limitBytes'] as const;

/** What of the query goes on to the kubelet, or why it is no good. Models ValidatePodLogOptions in …/validation, v1.36. */
function logQuery({ info }: ApiCall): readonly (readonly [string, string])[] | Failure {
  const value = (name: string) => info.query.get(name)?.[0];
  const pairs: (readonly [string, string])[] = [];
  const errors: string[] = [];
  const wrong = (field: string, text: string, why: string) => errors.push(`${field}: Invalid value: ${text}: ${why}`);
  for (const name of BOOLEANS) {
    const text = value(name);
    if (text !== undefined && text !== '0' && text.toLowerCase() !== 'false') pairs.push([name, 'true']);
  }
  for (const name of NUMBERS) {
    const text = value(name);
    if (text === undefined) continue;
    if (!/^[+-]?\d{1,18}$/.test(text)) {
      return badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
    }
    const number = Number(text);
    if (name === 'tailLines' && number < 0) wrong(name, text, 'must be greater than or equal to 0');
    if (name !== 'tailLines' && number < 1) wrong(name, text, 'must be greater than 0');
    pairs.push([name, String(number)]);
  }
  const since = value('sinceTime');
  if (since !== undefined && since !== '') pairs.push(['sinceTime', since]);
  if (since !== undefined && value('sinceSeconds') !== undefined) {
    errors.push(': Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified');
  }
  if (errors.length === 0) return pairs;
  return invalid({ kind: 'PodLogOptions', group: '' }, info.name, errors);
}

const STREAMS: Readonly<Record<string, string>> = { exec: 'exec', attach: 'attach', portforward: 'portForward' };

/**
 * GET or POST pods/NAME/exec, attach and portforward: the client's switch of protocols goes on to the kubelet. Whatever
 * the method, the caller needs `create` too. Models pkg/registry/core/pod/rest/subresources.go, v1.36, and
 * UpgradeAwareHandler in apimachinery/pkg/util/proxy, v0.36.
 */
export function podStream(call: ApiCall): Served {
  const { world, request, info, subject } = call;
  const question = { ...questionOf(info, subject), verb: 'create' };
  const decision = reviewAccess(world.cluster, question);
  if (!decision.allowed) return failed(call, forbiddenFailure(question, decision), { reason: 'api-forbidden' });
  const found = podAndContainer(call);
  if ('code' in found) return failed(call, found);
  const { pod, container } = found;
  const nodeName = textAt(objectAt(pod, 'spec'), 'nodeName');
  if (nodeName === '') return failed(call, badRequest(`pod ${info.name} does not have a host assigned`));
  const place = kubeletPlace(world, nodeName);
  if ('code' in place) return failed(call, place);
  const upgrade = /upgrade/i.test(headerValue(request, 'Connection')) && headerValue(request, 'Upgrade') !== '';
  if (!upgrade) return failed(call, badRequest('Upgrade request required'));
  const stream = STREAMS[info.subresource] ?? info.subresource;
  const inPod = info.subresource === 'portforward' ? '' : `/${container}`;
  const query = encodeQuery(streamQuery(call));
  const path = `/${stream}/${info.namespace}/${info.name}${inPod}${query === '' ? '' : `?${query}`}`;
  const translated =
    headerValue(request, 'Upgrade').toLowerCase() === 'websocket' &&
    !place.features.includes('ExtendWebSocketsToKubelet');
  const { called, told } = dial(call, place, {
    method: translated ? 'POST' : request.method,
    path,
    headers: translated ? SPDY : streamHeaders(call),
  });
  const translates = translated && info.subresource !== 'portforward';
  if (called.error !== null) {
    const error = `error dialing backend: ${called.error}`;
    return translates ? { ...told, answer: brokenStream(error) } : failed(call, unknownError(error), told);
  }
  const answer = called.trace?.answer;
  if (answer?.kind !== 'http') return failed(call, unknownError('EOF'), told);
  if (translates && answer.status !== 101) {
    return { ...told, answer: brokenStream(`unable to upgrade connection: ${answer.body.trim()}`) };
  }
  if (answer.status !== 101 && answer.status < 400) {
    return failed(call, unknownError(`invalid upgrade response: status code ${answer.status}`), told);
  }
  return { ...told, answer };
}

/**
 * Who translates has switched protocols with the client before it asks the kubelet: what goes wrong then comes through
 * the stream's error channel, number 3. Models StreamTranslatorHandler in apiserver/pkg/util/proxy, v0.36.
 */
function brokenStream(error: string): HttpAnswer {
  const { code, reason, message } = internalError(error);
  const status = { metadata: {}, status: 'Failure', message, reason, details: { causes: [{ message: error }] }, code };
  return {
    kind: 'http',
    http: '1.1',
    status: 101,
    headers: [
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Protocol', 'v5.channel.k8s.io'],
    ],
    body: `\u0003${JSON.stringify(status)}`,
  };
}

/** What the API server asks a kubelet with for a client whose WebSocket it translates. */
const SPDY = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'SPDY/3.1'],
  ['X-Stream-Protocol-Version', 'v5.channel.k8s.io'],
] as const;

function streamQuery({ info }: ApiCall): readonly (readonly [string, string])[] {
  const all = (name: string) => info.query.get(name) ?? [];
  if (info.subresource === 'portforward') {
    const ports = all('ports');
    return ports.length === 0 ? [] : [['port', ports.join(',')]];
  }
  const asked = (name: string, as: string): readonly (readonly [string, string])[] => {
    const text = all(name)[0];
    return text !== undefined && text !== '0' && text.toLowerCase() !== 'false' ? [[as, '1']] : [];
  };
  return [
    ...asked('stdin', 'input'),
    ...asked('stdout', 'output'),
    ...asked('stderr', 'error'),
    ...asked('tty', 'tty'),
    ...(info.subresource === 'exec' ? all('command').map((word): readonly [string, string] => ['command', word]) : []),
  ];
}

/** The pod of the path, and the container that is asked for or is its only one. Models validateContainer in …/pod/strategy.go, v1.36. */
function podAndContainer({ world, info }: ApiCall): { readonly pod: JsonObject; readonly container: string } | Failure {
  const pods = findResource('', 'v1', 'pods');
  const pod = pods === null ? null : objectNamed(world, pods, info.namespace, info.name);
  if (pod === null) return notFound({ group: '', resource: 'pods', name: info.name });
  if (info.subresource === 'portforward') return { pod, container: '' };
  const spec = objectAt(pod, 'spec');
  const namesOf = (field: string) => objectsAt(spec, field).map((one) => textAt(one, 'name'));
  const own = namesOf('containers');
  const every = [...namesOf('initContainers'), ...own, ...namesOf('ephemeralContainers')];
  const asked = info.query.get('container')?.[0] ?? '';
  if (asked !== '') {
    return every.includes(asked)
      ? { pod, container: asked }
      : badRequest(`container ${asked} is not valid for pod ${info.name}`);
  }
  const [first] = own;
  if (first !== undefined && own.length === 1) return { pod, container: first };
  const choice = own.length === 0 ? '' : `, choose one of: [${every.join(' ')}]`;
  return badRequest(`a container name must be specified for pod ${info.name}${choice}`);
}
