import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { clientSubject } from '../../apiserver/clientSubject.ts';
import type { Cluster } from '../../apiserver/cluster.ts';
import { newCluster } from '../../apiserver/newCluster.ts';
import { ANONYMOUS, type Subject } from '../../apiserver/subject.ts';
import { reviewToken } from '../../apiserver/tokenReview.ts';
import { issueToken } from '../../apiserver/tokens.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import type { JsonObject } from '../../json.ts';
import { KEY_POOL } from '../../pki/keys.data.ts';
import { publicKeyOf } from '../../pki/keys.ts';
import { parseTime } from '../../time.ts';
import { releaseOf } from '../../versions/release.ts';
import { attributesOf } from '../authz/attributes.ts';
import { forbidden } from '../authz/refusal.ts';
import { askWebhook } from '../authz/webhook.ts';

interface Exchange {
  readonly request: {
    readonly port: number;
    readonly method: string;
    readonly path: string;
    readonly cert?: string;
    readonly token?: string;
  };
  readonly response: { readonly status?: number; readonly body?: string };
}

interface Case {
  readonly id: string;
  readonly clock: string;
  readonly cluster: string;
  readonly exchanges: readonly Exchange[];
}

type Names = Readonly<Record<string, string>>;

const MINORS = { '1.36': 36, '1.34': 34, '1.31': 31 };

/** Other names for those whom the recordings name: rules must not know anybody. */
const RENAMED: Names = {
  node01: 'worker-7',
  node02: 'worker-8',
  monitoring: 'observers',
  prometheus: 'scraper',
  viewer: 'reader',
  star: 'sun',
  alice: 'zoe',
  bob: 'yan',
  dev: 'crew',
};

const recorded = (version: string, name: string) =>
  readFileSync(new URL(`../../../../conformance/recordings/${version}/${name}`, import.meta.url), 'utf8');

const rename = (text: string, names: Names) =>
  Object.entries(names).reduce(
    (out, [from, to]) => out.replaceAll(new RegExp(`(?<![\\w-])${from}(?![\\w-])`, 'g'), to),
    text,
  );

const CONFIG: EffectiveConfiguration = {
  fromFile: true,
  settings: Object.fromEntries(
    ['cacheAuthorizedTTL', 'cacheUnauthorizedTTL'].map((field) => {
      const path = `authorization.webhook.${field}`;
      return [path, { path, value: '5m0s', source: { from: 'default' }, beaten: [] }];
    }),
  ),
  flags: {},
  gates: {},
  configz: {},
};

const isAccount = (token: string) => /^[a-z-]+\/[a-z-]+$/.test(token);

function clusterOf(version: string, recordedCase: Case, names: Names): Cluster {
  const privateKey = KEY_POOL[0] ?? '';
  const tokens = recordedCase.exchanges.flatMap(({ request, response }) =>
    request.token !== undefined && isAccount(request.token) && response.status !== 401 ? [request.token] : [],
  );
  const accounts = [...new Set(tokens)].map((token): JsonObject => {
    const [namespace = '', name = ''] = rename(token, names).split('/');
    return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace, name } };
  });
  const objects = parseAllDocuments(rename(recorded(version, `clusters/${recordedCase.cluster}.yaml`), names)).map(
    (document) => document.toJS() as JsonObject,
  );
  return newCluster({
    clientCA: recorded(version, 'pki/ca.crt'),
    serviceAccountKey: { privateKey, publicKey: publicKeyOf(privateKey) ?? '' },
    endpoint: '127.0.0.1:6443',
    objects: [...accounts, ...objects],
  });
}

function subjectOf(
  version: string,
  cluster: Cluster,
  { request }: Exchange,
  now: number,
  names: Names,
): Subject | null {
  if (request.cert !== undefined) {
    const certificate = recorded(version, `pki/${request.cert}.crt`);
    const subject = clientSubject(cluster, { certificate, token: null }, now);
    return subject === null ? null : (JSON.parse(rename(JSON.stringify(subject), names)) as Subject);
  }
  if (request.token === undefined) return ANONYMOUS;
  if (!isAccount(request.token)) return null;
  const [namespace = '', name = ''] = rename(request.token, names).split('/');
  const decision = reviewToken(cluster, tokenOf(cluster, namespace, name, now), now);
  return decision.authenticated ? decision.subject : null;
}

const tokens = new WeakMap<Cluster, Map<string, string>>();

/** Signing takes milliseconds, so each account gets one token. */
function tokenOf(cluster: Cluster, namespace: string, name: string, now: number): string {
  const known = tokens.get(cluster) ?? new Map<string, string>();
  tokens.set(cluster, known);
  const token = known.get(`${namespace}/${name}`) ?? issueToken(cluster, { namespace, name }, now, 3600);
  known.set(`${namespace}/${name}`, token);
  return token;
}

/** What authorization says to a request: `allowed`, or the body of the 403 (HEAD gets none). */
function judge(
  version: keyof typeof MINORS,
  cluster: Cluster,
  exchange: Exchange,
  subject: Subject,
  names: Names,
): string {
  const minor = MINORS[version];
  const nodeName = rename('node01', names);
  const node = { user: `system:node:${nodeName}`, groups: ['system:nodes', 'system:authenticated'], extra: {} };
  const client = { server: 'https://127.0.0.1:6443', subject: node };
  const { method, path } = exchange.request;
  const questions = attributesOf({
    subject,
    method,
    path: decodeURIComponent(path.split('?')[0] ?? ''),
    nodeName,
    minor,
    gates: {},
  });
  for (const question of questions) {
    const answer = askWebhook({ cluster, client, config: CONFIG, now: 0 }, question, {});
    if ('error' in answer) return answer.error;
    if (answer.decision.allowed) return 'allowed';
  }
  return method === 'HEAD' ? '' : forbidden(questions, releaseOf(`1.${minor}.0`)).body;
}

for (const version of ['1.36', '1.34', '1.31'] as const) {
  for (const [label, names] of [
    ['as recorded', {}],
    ['with other names', RENAMED],
  ] as const) {
    test(`every recorded decision of ${version} follows from the rules, ${label}`, () => {
      const cases = recorded(version, 'cases/rbac.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Case);
      const wrong: string[] = [];
      let judged = 0;
      for (const recordedCase of cases) {
        const cluster = clusterOf(version, recordedCase, names);
        for (const exchange of recordedCase.exchanges) {
          const { status, body } = exchange.response;
          const isBeforeAuthentication =
            body?.includes('page not found\n') === true || status === 307 || status === 301;
          if (status === undefined || status === 401 || exchange.request.port !== 10250 || isBeforeAuthentication)
            continue;
          const subject = subjectOf(version, cluster, exchange, parseTime(recordedCase.clock), names);
          const expected = status === 403 ? rename(body ?? '', names) : 'allowed';
          const said = subject === null ? 'nobody' : judge(version, cluster, exchange, subject, names);
          judged += 1;
          if (said !== expected) wrong.push(`${JSON.stringify(exchange.request)}: ${said} instead of ${expected}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(judged).toBeGreaterThan(300);
    });
  }
}
