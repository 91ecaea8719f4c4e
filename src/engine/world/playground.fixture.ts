import { readText, writeText } from '../host/files.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import { KUBEADM_DROP_IN } from '../kubeadm/package.ts';
import type { HttpRequest } from '../kubelet/exchange.ts';
import { BASES, type Base } from './bases.ts';
import type { WorldEvent } from './event.ts';
import { step } from './step.ts';
import type { Node, World } from './world.ts';

/** The moment at which all tests of worlds begin. */
export const NOON = 1_795_521_600_000;

export const NODE = 'node01';
export const CONFIG = '/var/lib/kubelet/config.yaml';
export const UNIT = '/usr/lib/systemd/system/kubelet.service';
export const DROP_IN = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
export const CA = '/etc/kubernetes/pki/ca.crt';

const bases: Readonly<Record<Exclude<keyof typeof BASES, 'fleet'>, Base>> = {
  'kubeadm-node': BASES['kubeadm-node'](NOON),
  'lecture-node': BASES['lecture-node'](NOON),
  'kubeadm-cluster': BASES['kubeadm-cluster'](NOON),
};

/** A base whose kubelet has not been started. */
export function base(name: Exclude<keyof typeof BASES, 'fleet'> = 'kubeadm-node'): Base {
  return bases[name];
}

/** The world after these events. */
export function after(world: World, ...events: readonly WorldEvent[]): World {
  return events.reduce((now, event) => step(now, event).world, world);
}

export const reload: WorldEvent = { type: 'daemon-reload', node: NODE };
export const start: WorldEvent = { type: 'start', node: NODE, unit: KUBELET_UNIT };
export const stop: WorldEvent = { type: 'stop', node: NODE, unit: KUBELET_UNIT };
export const restart: WorldEvent = { type: 'restart', node: NODE, unit: KUBELET_UNIT };
export const write = (path: string, text: string): WorldEvent => ({ type: 'write', node: NODE, path, text });
export const wait = (seconds: number): WorldEvent => ({ type: 'advance', milliseconds: seconds * 1000 });

/** A base's kubelet, started. */
export function started(name: Exclude<keyof typeof BASES, 'fleet'> = 'kubeadm-node'): World {
  return after(base(name).world, start);
}

/** The one node of a base. */
export function nodeOf(world: World): Node {
  const node = world.nodes[NODE];
  if (node === undefined) throw new Error(`the world has no ${NODE}`);
  return node;
}

export function textOf(world: World, path: string): string {
  return readText(nodeOf(world).host.files, path) ?? '';
}

/** A request to the main port, without credentials unless given. */
export function asking(change: Partial<HttpRequest> = {}): HttpRequest {
  return { address: '127.0.0.1', port: 10250, scheme: 'https', method: 'GET', path: '/pods', headers: [], ...change };
}

/** A learner's certificate: `admin`, `bob`, `intruder`. */
export function certificate(world: World, name: string): NonNullable<HttpRequest['certificate']> {
  const path = `/root/${name}.crt`;
  return { certificate: textOf(world, path), name: path };
}

/** What a request carries to say who it is; each may be missing. */
export interface Offered {
  readonly certificate: 'none' | 'admin' | 'bob' | 'intruder' | 'rubbish';
  readonly token: 'none' | 'prometheus' | 'rubbish' | 'malformed';
}

export function credentials(world: World, offered: Offered): Partial<HttpRequest> {
  const token = textOf(world, '/root/prometheus.token').trim();
  const header = { none: null, prometheus: `Bearer ${token}`, rubbish: 'Bearer abc', malformed: 'Bearer' }[
    offered.token
  ];
  return {
    headers: header === null ? [] : [['Authorization', header]],
    ...(offered.certificate === 'none' ? {} : { certificate: certificate(world, offered.certificate) }),
  };
}

/** What a configuration may say of the settings that decide about requests. */
export interface Settings {
  readonly anonymous: boolean;
  readonly webhook: boolean;
  readonly clientCA: boolean;
  readonly mode: 'Webhook' | 'AlwaysAllow';
  readonly rest: readonly string[];
  readonly flags: readonly string[];
}

/** Further lines that a `config.yaml` may hold. */
export const FURTHER_LINES = [
  'readOnlyPort: 10255',
  'enableDebuggingHandlers: false',
  'enableServer: false',
  'address: 127.0.0.1',
  'healthzPort: 0',
  'tlsMinVersion: VersionTLS13',
  'serverTLSBootstrap: true',
  'rotateCertificates: false',
  'port: 10260',
  'tlsCertFile: /root/bob.crt',
  'maxPods: -3',
  'noSuchField: 1',
  'enableSystemLogHandler: false',
] as const;

/** Flags that may be put behind `--config` in `10-kubeadm.conf`. */
export const FLAGS = [
  '--anonymous-auth=true',
  '--anonymous-auth=false',
  '--authorization-mode=AlwaysAllow',
  '--authorization-mode=Webhook',
  '--client-ca-file=/etc/kubernetes/pki/ca.crt',
  '--client-ca-file=',
  '--authentication-token-webhook=false',
  '--authentication-token-webhook=true',
  '--read-only-port=10255',
  '--v=4',
] as const;

/** A `config.yaml` that says these settings. */
export function configText({ anonymous, webhook, clientCA, mode, rest }: Settings): string {
  return `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous: {enabled: ${anonymous}}
  webhook: {enabled: ${webhook}}
  x509: {clientCAFile: ${clientCA ? CA : '""'}}
authorization: {mode: ${mode}}
cgroupDriver: systemd
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
staticPodPath: /etc/kubernetes/manifests
${[...new Set(rest)].map((line) => `${line}\n`).join('')}`;
}

/** A node configured so, its kubelet restarted on it (and perhaps failed). */
export function configured(settings: Settings): World {
  const config = '--config=/var/lib/kubelet/config.yaml';
  const dropIn = KUBEADM_DROP_IN.replace(config, [config, ...settings.flags].join(' '));
  const { world, node } = base();
  let files = world.nodes[node]?.host.files ?? {};
  files = writeText(files, CONFIG, configText(settings), world.now);
  files = writeText(files, DROP_IN, dropIn, world.now);
  const host = { ...nodeOf(world).host, files };
  return after({ ...world, nodes: { [node]: { ...nodeOf(world), host } } }, reload, restart);
}
