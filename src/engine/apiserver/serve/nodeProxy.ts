import type { HttpAnswer } from '../../kubelet/exchange.ts';
import type { ApiCall, Served } from './journey.ts';
import { dial, failed, kubeletPlace, passedOn } from './onward.ts';
import { badRequest, type Failure } from './status.ts';

/** `[SCHEME:]NAME[:PORT]` as it stands in a path. Models SplitSchemeNamePort in apimachinery/pkg/util/net/port_split.go, v0.36. */
function splitTarget(text: string): { readonly scheme: string; readonly name: string; readonly port: string } | null {
  const parts = text.split(':');
  const [scheme, name, port] = parts.length === 3 ? parts : parts.length === 2 ? ['', ...parts] : ['', parts[0], ''];
  if (parts.length > 3 || name === undefined || name === '' || !['', 'http', 'https'].includes(scheme ?? ''))
    return null;
  if (port !== undefined && port !== '' && !/^[a-z0-9-]+$/.test(port)) return null;
  return { scheme: scheme ?? '', name, port: port ?? '' };
}

/**
 * Any method on nodes/NAME/proxy/PATH: passed on to the kubelet, or to another port of the node, and back as it comes.
 * Models ProxyREST in pkg/registry/core/node/rest/proxy.go and ResourceLocation in …/node/strategy.go, v1.36.
 */
export function nodeProxy(call: ApiCall): Served {
  const { world, request, info } = call;
  const target = splitTarget(info.name);
  if (target === null) return failed(call, badRequest(`invalid node request ${JSON.stringify(info.name)}`));
  const place = kubeletPlace(world, target.name);
  if ('code' in place) return failed(call, place);
  const own = target.port === '' || target.port === String(place.port);
  const port = own ? place.port : Number(target.port);
  const scheme = own || target.scheme === 'https' ? 'https' : 'http';
  const mark = request.path.indexOf('?');
  const query = mark === -1 ? '' : request.path.slice(mark);
  if (info.rest === '' && (request.method === 'GET' || request.method === 'HEAD')) {
    const headers = [['Location', `${info.path}/${query}`]] as const;
    return {
      reply: { status: 301, headers, body: '' },
      reason: 'api-served',
      facts: { what: 'a redirect to the path with a slash' },
    };
  }
  const path = `${info.rest === '' ? '/' : encodeURI(info.rest)}${query}`;
  const { called, told } = dial(call, place, {
    method: request.method,
    path,
    port,
    scheme,
    kubelet: own,
    verify: own,
    headers: passedOn(call),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const answer = called.trace?.answer;
  if (called.error !== null || answer?.kind !== 'http') {
    return failed(call, unavailable(`error trying to reach service: ${called.error ?? 'EOF'}`), told);
  }
  return { ...told, answer: relocated(answer, `/api/v1/nodes/${info.name}/proxy`) };
}

/** Models NewServiceUnavailable, v0.36. */
function unavailable(message: string): Failure {
  return { code: 503, reason: 'ServiceUnavailable', message };
}

/** Redirects lead through the proxy again. Models Transport.RoundTrip in apimachinery/pkg/util/proxy/transport.go, v0.36. */
function relocated(answer: HttpAnswer, prefix: string): HttpAnswer {
  const headers = answer.headers.map(([name, value]): readonly [string, string] =>
    name === 'Location' && value.startsWith('/') ? [name, `${prefix}${value}`] : [name, value],
  );
  return { ...answer, headers };
}
