import { mayNaively, type NaivePolicy } from './naiveAccess.ts';
import { type Doorkeeper, type Shown, whoIsNaively } from './naiveAuthentication.ts';

/** What a path asks the authorizer for, in the order asked, as the kubelet of 1.36 has it. */
const SUBRESOURCES: readonly (readonly [beginning: string, ...subresources: string[]])[] = [
  ['/stats', 'stats'],
  ['/metrics', 'metrics'],
  ['/logs', 'log'],
  ['/checkpoint', 'checkpoint'],
  ['/pods', 'pods', 'proxy'],
  ['/runningpods', 'pods', 'proxy'],
  ['/healthz', 'healthz', 'proxy'],
  ['/configz', 'configz', 'proxy'],
  ['/statusz', 'statusz'],
  ['/flagz', 'configz'],
];

const VERBS: Readonly<Record<string, string>> = {
  GET: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

export interface Knock {
  readonly method: string;
  /** A path that the kubelet serves, in its final form. */
  readonly path: string;
  readonly shown: Shown;
}

/** What the first two doors do with a request: `401`, `403` and its words, or `passed`. */
export function knockNaively(
  { method, path, shown }: Knock,
  door: Doorkeeper & { readonly mode: 'AlwaysAllow' | 'Webhook'; readonly node: string },
  policy: NaivePolicy,
): string {
  const who = whoIsNaively(shown, door);
  if (who === '401') return '401';
  if (door.mode === 'AlwaysAllow') return 'passed';
  const [, user = '', list = ''] = /^(.*) \[(.*)\]$/.exec(who) ?? [];
  const verb = VERBS[method] ?? '';
  const row = SUBRESOURCES.find(([beginning]) => path === beginning || path.startsWith(`${beginning}/`));
  const subresources = row === undefined ? ['proxy'] : row.slice(1);
  const allowed = subresources.some((subresource) => {
    const question = { user, groups: list.split(' '), verb, group: '', resource: 'nodes', subresource };
    return mayNaively(policy, { ...question, namespace: '', name: door.node });
  });
  if (allowed) return 'passed';
  const words = `Forbidden (user=${user}, verb=${verb}, resource=nodes, subresource(s)=[${subresources.join(' ')}])\n`;
  return `403 ${method === 'HEAD' ? '' : words}`;
}
