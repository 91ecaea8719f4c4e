import type { Json } from '#engine/json.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import type { HttpRequest } from '#engine/kubelet/exchange.ts';

/** A value that a setting may be given. */
export interface SettingValue {
  readonly value: Json;
  /** Why one should hesitate, where it opens more than one request. */
  readonly danger?: string;
  /** What stops working. */
  readonly cost?: string;
}

/** A setting that decides about requests, with its twin flag. */
export interface SettingChoice {
  readonly path: string;
  readonly flag: string;
  readonly values: readonly SettingValue[];
  /** Of which requests it can decide; all when absent. */
  readonly when?: (request: HttpRequest) => boolean;
}

const NO_STREAMS = 'kubectl logs, exec and port-forward to this node end with it.';

/** The port of health and the read-only port ask nobody who they are. */
const asksWho = ({ port }: HttpRequest): boolean => port !== 10248 && port !== 10255;

/** Each setting that a search may write, with the values worth trying. */
export const SETTINGS: readonly SettingChoice[] = [
  {
    path: 'authentication.anonymous.enabled',
    flag: 'anonymous-auth',
    values: [
      { value: false },
      {
        value: true,
        danger: 'Whoever reaches the port and shows nothing is taken for system:anonymous then, not sent away.',
      },
    ],
    when: asksWho,
  },
  {
    path: 'authentication.webhook.enabled',
    flag: 'authentication-token-webhook',
    values: [{ value: true }, { value: false, cost: 'Nobody checks tokens then: no ServiceAccount is known here.' }],
    when: asksWho,
  },
  {
    path: 'authentication.x509.clientCAFile',
    flag: 'client-ca-file',
    values: [
      { value: KUBEADM_PATHS.clientCA },
      { value: '', cost: `No certificate counts then, the API server’s neither. ${NO_STREAMS}` },
    ],
    when: asksWho,
  },
  {
    path: 'authorization.mode',
    flag: 'authorization-mode',
    values: [
      { value: 'Webhook' },
      {
        value: 'AlwaysAllow',
        danger: 'AlwaysAllow asks nobody: whoever gets past authentication may do everything, exec included.',
      },
    ],
    when: asksWho,
  },
  {
    path: 'readOnlyPort',
    flag: 'read-only-port',
    values: [
      { value: 0 },
      { value: 10255, danger: 'Port 10255 gives pods and figures to whoever reaches it, and never asks who that is.' },
    ],
    when: ({ port }) => port === 10255,
  },
  {
    path: 'enableDebuggingHandlers',
    flag: 'enable-debugging-handlers',
    values: [{ value: true }, { value: false, cost: NO_STREAMS }],
    when: ({ port }) => port === 10250,
  },
  {
    path: 'enableSystemLogHandler',
    flag: 'enable-system-log-handler',
    values: [{ value: true }],
    when: ({ path }) => path.startsWith('/logs'),
  },
  {
    path: 'tlsMinVersion',
    flag: 'tls-min-version',
    values: [{ value: 'VersionTLS12' }, { value: 'VersionTLS13' }],
    when: ({ scheme }) => scheme === 'https',
  },
  {
    path: 'address',
    flag: 'address',
    values: [
      { value: '0.0.0.0' },
      { value: '127.0.0.1', cost: `The API server no longer reaches this kubelet. ${NO_STREAMS}` },
    ],
    when: ({ port }) => port !== 10248,
  },
  {
    path: 'healthzBindAddress',
    flag: 'healthz-bind-address',
    values: [{ value: '127.0.0.1' }, { value: '0.0.0.0', danger: 'Health is told to the whole network then.' }],
    when: ({ port }) => port === 10248,
  },
  {
    path: 'healthzPort',
    flag: 'healthz-port',
    values: [{ value: 10248 }, { value: 0, cost: 'Nothing tells kubeadm or a probe whether this kubelet is well.' }],
    when: ({ port }) => port === 10248,
  },
  {
    path: 'enableServer',
    flag: 'enable-server',
    values: [{ value: true }, { value: false, cost: `The kubelet opens no port of its API at all. ${NO_STREAMS}` }],
    when: ({ port }) => port !== 10248,
  },
];
