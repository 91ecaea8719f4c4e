import { headerValues } from '../../kubelet/authn/headers.ts';
import type { Answer, HttpAnswer } from '../../kubelet/exchange.ts';
import { callKubelet, type KubeletAnswer, type KubeletCall } from '../../world/apiServerCall.ts';
import type { World } from '../../world/world.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../json.ts';
import { flagCauses } from './flagCause.ts';
import type { ApiCall, Served } from './journey.ts';
import { failureReply } from './reply.ts';
import { findResource } from './resource.ts';
import { type About, badRequest, details, type Failure, internalError, notFound, unknownError } from './status.ts';
import { objectNamed } from './view/objects.ts';

/** Where the API server dials the kubelet of a node: what the node's status says. */
export interface KubeletPlace {
  readonly nodeName: string;
  readonly address: string;
  readonly port: number;
  /** Features that the kubelet declared (`ExtendWebSocketsToKubelet`). */
  readonly features: readonly string[];
}

/** The order of `--kubelet-preferred-address-types` when the flag is not given. */
const PREFERRED = ['Hostname', 'InternalDNS', 'InternalIP', 'ExternalDNS', 'ExternalIP'];

/** Models NodeConnectionInfoGetter in pkg/kubelet/client/kubelet_client.go, v1.36. */
export function kubeletPlace(world: World, nodeName: string): KubeletPlace | Failure {
  const nodes = findResource('', 'v1', 'nodes');
  const node = nodes === null ? null : objectNamed(world, nodes, '', nodeName);
  if (node === null) return notFound({ group: '', resource: 'nodes', name: nodeName });
  const status = objectAt(node, 'status');
  const addresses = objectsAt(status, 'addresses');
  const types = world.cluster.preferredAddressTypes ?? PREFERRED;
  const found = types.map((type) => addresses.find((one) => textAt(one, 'type') === type)).find((one) => one);
  if (found === undefined) {
    const known = addresses.map((one) => `{${textAt(one, 'type')} ${textAt(one, 'address')}}`).join(' ');
    return unknownError(`no preferred addresses found; known addresses: [${known}]`);
  }
  const port = valueAt(objectAt(objectAt(status, 'daemonEndpoints'), 'kubeletEndpoint'), 'Port');
  const features = valueAt(status, 'declaredFeatures');
  return {
    nodeName,
    address: textAt(found, 'address'),
    port: typeof port === 'number' && port > 0 ? port : 10250,
    features: Array.isArray(features) ? features.filter((one): one is string => typeof one === 'string') : [],
  };
}

/** The headers of a client that go on to the kubelet: all but what was for the API server. */
export function passedOn({ request }: ApiCall): ApiCall['request']['headers'] {
  const own = /^(authorization|impersonate-.*|host|content-length)$/i;
  return request.headers.filter(([name]) => !own.test(name));
}

/** The client's headers for a stream: what a switch of protocols needs. */
export function streamHeaders({ request }: ApiCall): ApiCall['request']['headers'] {
  return [
    'Connection',
    'Upgrade',
    'X-Stream-Protocol-Version',
    'Sec-WebSocket-Protocol',
    'Sec-WebSocket-Version',
    'Sec-WebSocket-Key',
  ].flatMap((name) => headerValues(request, name).map((value): readonly [string, string] => [name, value]));
}

/** A call, told for the trace: the world after it, the second hop, and how it went. */
export interface Onward {
  readonly called: KubeletAnswer;
  readonly told: Pick<Served, 'world' | 'onward' | 'journal' | 'reason' | 'facts' | 'causes'>;
}

/** Dials a kubelet, and says in the trace as whom it was seen there. */
export function dial(
  call: ApiCall,
  place: KubeletPlace,
  request: Omit<KubeletCall, 'address' | 'port'> & { readonly port?: number },
): Onward {
  const called = callKubelet(call.world, { ...request, address: place.address, port: request.port ?? place.port });
  const { trace, error } = called;
  const certificate = call.world.cluster.kubeletClient !== undefined;
  const as = trace?.subject?.user ?? '';
  const answer = trace?.answer;
  const status = answer?.kind === 'http' ? answer.status : 0;
  const reason =
    error !== null ? 'api-kubelet-unreachable' : status >= 400 ? 'api-kubelet-refused' : 'api-asked-kubelet';
  return {
    called,
    told: {
      world: called.world,
      ...(trace === null ? {} : { onward: trace }),
      journal: trace?.journal ?? [],
      reason,
      facts: {
        kubelet: place.nodeName,
        address: place.address,
        port: request.port ?? place.port,
        as,
        certificate,
        status,
        error: error ?? '',
      },
      causes: [
        ...flagCauses(call.world, 'kubelet-client-certificate'),
        ...(call.world.cluster.kubeletCA === undefined ? [] : flagCauses(call.world, 'kubelet-certificate-authority')),
      ],
    },
  };
}

/** The text that Go's client puts before a failed connection. */
export function requestError(method: string, place: KubeletPlace, path: string, error: string): string {
  const verb = `${method.charAt(0)}${method.slice(1).toLowerCase()}`;
  return `${verb} ${JSON.stringify(`https://${place.address}:${place.port}${path}`)}: ${error}`;
}

/**
 * What becomes of a kubelet's answer that is no success. Models GenericHttpResponseChecker in apiserver
 * …/generic/rest/response_checker.go and NewGenericServerResponse, v0.36.
 */
export function checkedFailure(answer: HttpAnswer, about: About): Failure | null {
  const { status, body } = answer;
  if (status >= 200 && status <= 206) return null;
  if (status === 500) return internalError(body);
  if (status === 400) return badRequest(body);
  const { group, resource, name = '' } = about;
  const message = `${genericMessage(status, body)} ( ${resource} ${name})`;
  return {
    code: status,
    reason: REASONS[status] ?? (status >= 500 ? 'InternalError' : ''),
    message,
    details: details({ name, group, kind: resource }),
  };
}

const REASONS: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  415: 'UnsupportedMediaType',
  422: 'Invalid',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'the server has asked for the client to provide credentials',
  404: 'the server could not find the requested resource',
  405: 'the server does not allow this method on the requested resource',
  409: 'the server reported a conflict',
  422: 'the server rejected our request due to an error in our request',
  429: 'the server has received too many requests and has asked us to try again later',
  503: 'the server is currently unable to handle the request',
  504: 'the server was unable to return a response in the time allotted, but may still be processing the request',
};

function genericMessage(status: number, body: string): string {
  if (status === 403 || status === 406 || status === 415) return body;
  const known = MESSAGES[status];
  if (known !== undefined) return known;
  return status >= 500
    ? `an error on the server (${JSON.stringify(body)}) has prevented the request from succeeding`
    : `the server responded with the status code ${status} but did not return more information`;
}

/** A kubelet's answer as it came, for those that the API server only passes on. */
export function passedBack(answer: Answer): HttpAnswer | null {
  return answer.kind === 'http' ? answer : null;
}

/** A refusal before or after the call. */
export function failed(call: ApiCall, failure: Failure, told: Partial<Served> = {}): Served {
  return {
    reason: 'api-not-served',
    facts: { status: failure.code, message: failure.message },
    ...told,
    reply: failureReply(call.request, failure),
  };
}
