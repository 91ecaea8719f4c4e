import { queryValues } from './query.ts';

/** What a request asks of the API server, read off its method and path. */
export interface RequestInfo {
  /** Whether it is about objects; else about a path (`/healthz`, `/api`). */
  readonly isResource: boolean;
  /** The path, decoded, without query. */
  readonly path: string;
  /** `get`, `list`, `create` …; the lower-case method for other paths; empty for methods that have no verb. */
  readonly verb: string;
  readonly group: string;
  readonly version: string;
  readonly namespace: string;
  readonly resource: string;
  readonly subresource: string;
  readonly name: string;
  /** What follows the subresource: `/healthz` of `nodes/x/proxy/healthz`, empty when nothing does. */
  readonly rest: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
}

const VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  GET: 'get',
  HEAD: 'get',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** Subresources that a namespace has itself; anything else behind its name is a resource in it. */
const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

/** Verbs that may stand before the path of a resource, as they did before Kubernetes 1.0. */
const SPECIAL_VERBS = ['proxy', 'watch'];

/** Reads a request. Models NewRequestInfo in apiserver/pkg/endpoints/request/requestinfo.go, v0.36. */
export function readRequest(method: string, target: string): RequestInfo {
  const mark = target.indexOf('?');
  const path = decodePath(mark === -1 ? target : target.slice(0, mark));
  const query = queryValues(mark === -1 ? '' : target.slice(mark + 1));
  const other: RequestInfo = {
    isResource: false,
    path,
    verb: method.toLowerCase(),
    group: '',
    version: '',
    namespace: '',
    resource: '',
    subresource: '',
    name: '',
    rest: '',
    query,
  };
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  const parts = trimmed === '' ? [] : trimmed.split('/');
  const [prefix = '', ...below] = parts;
  if (parts.length < 3 || (prefix !== 'api' && prefix !== 'apis')) return other;
  if (prefix === 'apis' && below.length < 3) return other;
  const [group = '', version = '', ...inner] = prefix === 'apis' ? below : ['', ...below];
  const special = SPECIAL_VERBS.includes(inner[0] ?? '');
  if (special && inner.length < 2) return { ...other, isResource: true, group, version };
  const verb = special ? (inner[0] ?? '') : Object.hasOwn(VERBS, method) ? (VERBS[method] ?? '') : '';
  const found = locate(special ? inner.slice(1) : inner, verb);
  const info = { ...other, ...found, isResource: true, group, version, rest: restOf(path, found) };
  return { ...info, ...multiple(info) };
}

type Located = Pick<RequestInfo, 'verb' | 'namespace' | 'resource' | 'subresource' | 'name'> & {
  /** How many parts of the path were read. */
  readonly taken: readonly string[];
};

/** `[namespaces/NAMESPACE/]resource/name/subresource`. */
function locate(parts: readonly string[], verb: string): Located {
  const inNamespace = parts[0] === 'namespaces' && parts.length > 1;
  const namespace = inNamespace ? (parts[1] ?? '') : '';
  const deeper = inNamespace && parts.length > 2 && !NAMESPACE_SUBRESOURCES.includes(parts[2] ?? '');
  const own = deeper ? parts.slice(2) : parts;
  const [resource = '', name = '', third = ''] = own;
  return { verb, namespace, resource, name, subresource: verb === 'watch' ? '' : third, taken: own.slice(0, 3) };
}

/** The path behind the subresource, its slashes kept. */
function restOf(path: string, { taken, subresource }: Located): string {
  if (subresource === '') return '';
  const until = `/${taken.join('/')}`;
  const at = path.lastIndexOf(until) === -1 ? -1 : path.indexOf(until);
  return at === -1 ? '' : path.slice(at + until.length);
}

/** Without a name a get is a list or a watch, and a delete is one of many. */
function multiple(info: RequestInfo): Partial<RequestInfo> {
  if (info.name !== '') return {};
  if (info.verb === 'delete') return { verb: 'deletecollection' };
  if (info.verb !== 'get') return {};
  const watch = info.query.get('watch')?.[0];
  const watching = watch !== undefined && !['false', '0', 'False', 'f', 'F', 'FALSE'].includes(watch);
  const single = /^metadata\.name==?([^,!=]+)$/.exec(info.query.get('fieldSelector')?.[0] ?? '');
  return { verb: watching ? 'watch' : 'list', ...(single === null ? {} : { name: single[1] ?? '' }) };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
