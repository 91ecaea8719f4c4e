import type { EffectiveConfiguration } from '#engine/config/effective.ts';
import type { Files } from '#engine/host/files.ts';
import { writeText } from '#engine/host/files.ts';
import type { Answer, HttpRequest } from '#engine/kubelet/exchange.ts';
import type { Connection } from '#engine/kubelet/stage.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';

/** The moment of the recorded lines. */
export const NOW = 1795511412000;

const CONFIG: EffectiveConfiguration = { fromFile: true, settings: {}, flags: {}, gates: {}, configz: {} };

/** A node `node01` whose kubelet listens on 10250 and 10248, with the given files. */
export function testWorld(texts: Readonly<Record<string, string>>, clientCA: string | null, serving: string): World {
  let files: Files = {};
  for (const [path, text] of Object.entries(texts)) files = writeText(files, path, text, NOW);
  return {
    format: 1,
    now: NOW,
    nodes: {
      node01: {
        name: 'node01',
        host: {
          hostname: 'node01',
          address: '10.0.0.11',
          files,
          units: {},
          journal: [],
          cgroup: 2,
          sysctls: {},
          runtimeSockets: [],
          bootedAt: 0,
          nextPid: 1,
          takenPorts: [],
        },
        kubelet: {
          version: '1.36.3',
          state: 'running',
          starts: [],
          restarts: 0,
          restartAt: null,
          lastExit: null,
          process: {
            pid: 1,
            version: '1.36.3',
            startedAt: 0,
            argv: [],
            environment: {},
            nodeName: 'node01',
            config: CONFIG,
            listeners: [
              { role: 'main', address: '0.0.0.0', port: 10250 },
              { role: 'healthz', address: '127.0.0.1', port: 10248 },
            ],
            client: null,
            clientCA: clientCA === null ? null : { path: '/etc/kubernetes/pki/ca.crt', pem: clientCA },
            serving: { kind: 'self-signed', certificate: serving, path: '/var/lib/kubelet/pki/kubelet.crt' },
            caches: { tokens: {}, decisions: {} },
            manifests: {},
            verbosity: 0,
            served: {},
          },
        },
      },
    },
    cluster: {
      reachable: true,
      revision: 1,
      endpoint: '10.0.0.10:6443',
      authorizationModes: [],
      objects: {},
      serviceAccountKey: { privateKey: '', publicKey: '' },
      clientCA: '',
    },
  };
}

/** A trace that says no more than what came back. */
export function traceOf(request: HttpRequest, answer: Answer, connection: Connection | null): RequestTrace {
  return {
    kind: 'request',
    node: 'node01',
    at: NOW,
    request,
    stages: [],
    connection,
    subject: null,
    answer,
    journal: [],
  };
}
