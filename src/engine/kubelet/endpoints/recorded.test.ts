import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configure } from '../../config/configure.ts';
import type { World } from '../../world/world.ts';
import type { Answer, HttpAnswer, HttpRequest } from '../exchange.ts';
import { bindListeners } from '../listeners/bind.ts';
import { request, travel, worldWith } from './node.fixture.ts';

/** The recorded exchanges that authentication and authorization let through, asked of these three stages alone. */

interface Recorded {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly json?: { readonly keys: readonly string[]; readonly kind?: string; readonly items?: readonly string[] };
  readonly metrics?: string;
  readonly startsWith?: string;
  readonly connect?: string;
  readonly tls?: string;
  readonly http?: string;
}

interface Case {
  readonly id: string;
  readonly clock: string;
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly startup: {
    readonly outcome: string;
    readonly error?: string;
    readonly notes: readonly string[];
    readonly listening?: readonly number[];
    readonly listeningOnNodeIP?: readonly number[];
  };
  readonly probePorts?: readonly number[];
  readonly exchanges: readonly {
    readonly request: {
      readonly port: number;
      readonly scheme: 'http' | 'https';
      readonly method: string;
      readonly path: string;
      readonly headers?: Readonly<Record<string, string>>;
    };
    readonly response: Recorded;
  }[];
}

const ROOT = new URL('../../../../conformance/recordings/1.36/', import.meta.url);
const FAMILIES: Readonly<Record<string, { readonly includes: readonly string[]; readonly known: readonly string[] }>> =
  JSON.parse(readFileSync(new URL('metrics.json', ROOT), 'utf8'));

/** The same recording with every name in it changed: only rules can be right about both. */
/** Headers with moments, which the recorder left out. */
const UNRECORDED = ['Last-Modified', 'Process-Start-Time-Unix'];

function renamed(text: string): string {
  return text
    .replaceAll('default/', 'prod/')
    .replaceAll('namespace: default', 'namespace: prod')
    .replaceAll(/\bweb\b/g, 'shop')
    .replaceAll('nginx', 'proxy')
    .replaceAll('node01', 'edge7');
}

function cases(group: string, change = (text: string) => text): readonly Case[] {
  const text = change(readFileSync(new URL(`cases/${group}.jsonl`, ROOT), 'utf8'));
  return text
    .trim()
    .split('\n')
    .map((line): Case => JSON.parse(line));
}

const MANIFEST = readFileSync(new URL('manifests/web.yaml', ROOT), 'utf8');

function worldOf(one: Case, manifest = MANIFEST): World | null {
  const startedAt = Date.parse(one.clock);
  const bare = worldWith({ args: one.args, files: one.files, startedAt });
  const statics =
    bare?.nodes.node01?.kubelet.process?.config.settings.staticPodPath?.value === '/etc/kubernetes/manifests';
  const manifests = statics ? { '/etc/kubernetes/manifests/web.yaml': manifest } : {};
  return worldWith({ args: one.args, files: one.files, startedAt, manifests });
}

function ask(world: World, request: HttpRequest): Answer {
  return travel(world, request).answer;
}

function faults(answer: HttpAnswer, recorded: Recorded, method: string): readonly string[] {
  const found: string[] = [];
  if (answer.status !== recorded.status) found.push(`status ${answer.status} for ${recorded.status}`);
  const headers = Object.fromEntries(answer.headers.filter(([name]) => !UNRECORDED.includes(name)));
  try {
    expect(headers).toEqual(recorded.headers);
  } catch {
    found.push(`headers ${JSON.stringify(headers)} for ${JSON.stringify(recorded.headers)}`);
  }
  const body = answer.body.replace(/"[0-9a-f]{64}"/g, '"<hex64>"');
  if (method === 'HEAD') return answer.body === '' ? found : [...found, 'HEAD with a body'];
  if (recorded.body !== undefined && body !== recorded.body)
    found.push(`body ${JSON.stringify(body)} for ${JSON.stringify(recorded.body)}`);
  if (recorded.startsWith !== undefined && !body.startsWith(recorded.startsWith))
    found.push(`body begins ${body.slice(0, 60)}`);
  if (recorded.metrics !== undefined) {
    const names = [...body.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name ?? '');
    const entry = FAMILIES[recorded.metrics];
    for (const name of entry?.includes ?? []) if (!names.includes(name)) found.push(`lacks ${name}`);
    for (const name of names)
      if (entry !== undefined && ![...entry.known, ...entry.includes].includes(name)) found.push(`unknown ${name}`);
  }
  if (recorded.json !== undefined) {
    const value: { kind?: string; items?: { metadata: { namespace: string; name: string } }[] } = JSON.parse(body);
    if (Object.keys(value).sort().join() !== recorded.json.keys.join())
      found.push(`keys ${Object.keys(value).sort().join()}`);
    if (value.kind !== recorded.json.kind) found.push(`kind ${value.kind}`);
    const items = value.items?.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    if (JSON.stringify(items) !== JSON.stringify(recorded.json.items)) found.push(`items ${JSON.stringify(items)}`);
  }
  return found;
}

/** What these stages cannot know: the answers of the stages between them. */
function isElsewhere({ response }: Case['exchanges'][number]): boolean {
  if (response.tls !== undefined || response.http === '1.0') return true;
  return response.status === 401 || response.status === 403 || (response.body ?? '').startsWith('Authorization error');
}

function differences(group: string, change?: (text: string) => string): readonly string[] {
  const wrong: string[] = [];
  let asked = 0;
  for (const one of cases(group, change)) {
    const world = worldOf(one, change?.(MANIFEST));
    for (const exchange of one.exchanges) {
      if (isElsewhere(exchange)) continue;
      asked += 1;
      const { port, scheme, method, path, headers = {} } = exchange.request;
      const asking: HttpRequest = {
        address: '127.0.0.1',
        port,
        scheme,
        method,
        path,
        headers: Object.entries(headers),
      };
      if (world === null) {
        wrong.push(`${one.id}: did not start`);
        continue;
      }
      const answer = ask(world, asking);
      const { response } = exchange;
      if (response.connect !== undefined) {
        if (answer.kind !== 'refused')
          wrong.push(`${one.id}: ${method} ${port}${path}: ${answer.kind} for ${response.connect}`);
      } else if (answer.kind !== 'http') wrong.push(`${one.id}: ${method} ${port}${path}: ${answer.kind}`);
      else
        wrong.push(...faults(answer, response, method).map((fault) => `${one.id}: ${method} ${port}${path}: ${fault}`));
    }
  }
  expect(asked).toBeGreaterThan(20);
  return wrong;
}

test.each(['routes', 'ports', 'rbac', 'auth-file', 'auth-flags'])(
  'answers the exchanges of %s as recorded',
  (group) => {
    expect(differences(group)).toEqual([]);
  },
);

test.each(['routes', 'rbac'])('answers the exchanges of %s with every name changed', { timeout: 30_000 }, (group) => {
  expect(differences(group, renamed)).toEqual([]);
});

test('opens the ports of every recorded case that runs', () => {
  const wrong: string[] = [];
  for (const one of ['ports', 'routes', 'auth-flags'].flatMap((group) => cases(group))) {
    if (one.startup.outcome !== 'running') continue;
    const world = worldWith({ args: one.args, files: one.files });
    if (world === null) {
      wrong.push(`${one.id}: did not start`);
      continue;
    }
    const probed = one.probePorts ?? [10250, 10255, 10248];
    const knock = (address: string, port: number): HttpRequest => ({ ...request('GET', '/', port), address });
    const open = (address: string): string =>
      sorted(probed.filter((port) => ask(world, knock(address, port)).kind === 'http'));
    if (open('127.0.0.1') !== sorted(one.startup.listening)) wrong.push(`${one.id}: loopback ${open('127.0.0.1')}`);
    if (open('10.0.0.11') !== sorted(one.startup.listeningOnNodeIP)) wrong.push(`${one.id}: node ${open('10.0.0.11')}`);
  }
  expect(wrong).toEqual([]);
});

function sorted(ports: readonly number[] = []): string {
  return [...ports].sort((a, b) => a - b).join();
}

test('says what the recorded kubelets said when their ports could not be opened', () => {
  const [one] = cases('ports').filter((each) => each.startup.outcome === 'exited');
  const configured = configure({
    argv: (one?.args ?? []).map((text) => ({ text, at: null })),
    files: Object.fromEntries(
      Object.entries(one?.files ?? {}).map(([path, text]) => [
        path,
        { kind: 'file', text, mode: 0o644, owner: 'root', group: 'root', modifiedAt: 0 } as const,
      ]),
    ),
    version: '1.36.3',
    cgroup: 1,
    workingDirectory: '/',
  });
  if (!configured.ok) throw new Error(configured.error);
  const bound = bindListeners(configured.config, { address: '10.0.0.11', takenPorts: [] });
  expect(bound.ok).toBe(false);
  if (!bound.ok) expect(bound.error).toBe(one?.startup.error);
  const said = bound.log.map(({ source, text }) => `${source.split(':')[0]}] ${text}`);
  for (const note of one?.startup.notes ?? []) expect(said).toContain(note);
});
