import { configure } from '../../config/configure.ts';
import type { Files } from '../../host/files.ts';
import type { JournalLine } from '../../host/journal.ts';
import type { JsonObject } from '../../json.ts';
import type { World } from '../../world/world.ts';
import type { Answer, HttpAnswer, HttpRequest } from '../exchange.ts';
import { bindListeners } from '../listeners/bind.ts';
import type { KubeletProcess } from '../process.ts';
import type { Journey } from '../stage.ts';
import { connect } from '../stages/connect.ts';
import { handle } from '../stages/handle.ts';
import { route } from '../stages/route.ts';

/** What a test wants its node to be. Everything has a default. */
export interface Wishes {
  readonly args?: readonly string[];
  /** Path → text; `/etc/kubernetes/config.yaml` is what `--config` names when no `args` are given. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines added to the configuration file. */
  readonly config?: string;
  readonly manifests?: Readonly<Record<string, string>>;
  readonly objects?: Readonly<Record<string, JsonObject>>;
  readonly journal?: readonly JournalLine[];
  readonly nodeName?: string;
  readonly version?: string;
  readonly now?: number;
  readonly startedAt?: number;
}

/** 2026-11-24T09:09:29.910Z. */
export const START = 1_795_511_369_910;

/** For tests: a world with one node whose kubelet runs; null where it would not start. */
export function worldWith(wishes: Wishes): World | null {
  const startedAt = wishes.startedAt ?? START;
  const version = wishes.version ?? '1.36.3';
  const file = (text: string): Files[string] => ({
    kind: 'file',
    text,
    mode: 0o644,
    owner: 'root',
    group: 'root',
    modifiedAt: startedAt,
  });
  const config = `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfailCgroupV1: false\nreadOnlyPort: 10255\n${wishes.config ?? ''}`;
  const texts = { '/etc/kubernetes/config.yaml': config, ...wishes.files };
  const files: Files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, file(text)]));
  const args = wishes.args ?? ['--config=/etc/kubernetes/config.yaml'];
  const argv = args.map((text) => ({ text, at: null }));
  const configured = configure({ argv, files, version, cgroup: 1, workingDirectory: '/' });
  if (!configured.ok) return null;
  const host = { address: '10.0.0.11', takenPorts: [] };
  const bound = bindListeners(configured.config, host);
  if (!bound.ok) return null;
  const process: KubeletProcess = {
    pid: 812,
    version,
    startedAt,
    argv: [{ text: '/usr/bin/kubelet', at: null }, ...argv],
    environment: {},
    nodeName: wishes.nodeName ?? (configured.config.flags['hostname-override']?.text || 'node01'),
    config: configured.config,
    listeners: bound.listeners,
    client: {
      server: 'https://10.0.0.10:6443',
      subject: { user: 'system:node:node01', groups: ['system:nodes'], extra: {} },
    },
    clientCA: null,
    serving: { kind: 'none', reason: 'pending-csr' },
    caches: { tokens: {}, decisions: {} },
    manifests: wishes.manifests ?? {},
    verbosity: 0,
    served: {},
  };
  return {
    format: 1,
    now: wishes.now ?? startedAt + 5000,
    nodes: {
      node01: {
        name: 'node01',
        host: {
          ...host,
          hostname: 'node01',
          files,
          units: {},
          journal: wishes.journal ?? [],
          cgroup: 1,
          sysctls: {},
          runtimeSockets: [],
          bootedAt: startedAt - 1_000_000,
          nextPid: 900,
        },
        kubelet: {
          version,
          state: 'running',
          process,
          restarts: 0,
          starts: [startedAt],
          restartAt: null,
          lastExit: null,
        },
      },
    },
    cluster: {
      revision: 1,
      reachable: true,
      endpoint: '10.0.0.10:6443',
      authorizationModes: [],
      objects: wishes.objects ?? {},
      serviceAccountKey: { privateKey: '', publicKey: '' },
      clientCA: '',
    },
  };
}

/** For tests: a request's journey through connect, route and handle, as if everything between let it through. */
export function travel(world: World, request: HttpRequest): Journey & { readonly answer: Answer } {
  let journey: Journey = {
    world,
    node: 'node01',
    request,
    process: null,
    listener: null,
    connection: null,
    route: null,
    subject: null,
    caches: null,
    records: [],
    answer: null,
    log: [],
  };
  for (const stage of [connect, route, handle]) {
    const { record, carry, answer, log = [] } = stage(journey);
    journey = { ...journey, ...carry, records: [...journey.records, record], log: [...journey.log, ...log] };
    if (answer !== undefined) return { ...journey, answer };
  }
  throw new Error('handle did not answer');
}

/** For tests: a request to a port of the node by method and path. */
export function request(
  method: string,
  path: string,
  port = 10250,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): HttpRequest {
  const scheme = port === 10250 ? 'https' : 'http';
  const base: HttpRequest = { address: '127.0.0.1', port, scheme, method, path, headers: Object.entries(headers) };
  return body === undefined ? base : { ...base, body };
}

/** For tests: the HTTP answer to a GET, or to the method given. */
export function get(
  world: World | null,
  path: string,
  method = 'GET',
  port = 10250,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  if (world === null) throw new Error('the kubelet did not start');
  const { answer } = travel(world, request(method, path, port, headers));
  if (answer.kind !== 'http') throw new Error(`answered ${answer.kind}`);
  return answer;
}
