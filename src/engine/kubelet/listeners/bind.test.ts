import { expect, test } from 'vitest';
import { configure } from '../../config/configure.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import { bindListeners, parseTaken } from './bind.ts';
import { listenersOf } from './listeners.ts';

function configuration(lines: string): EffectiveConfiguration {
  const text = `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfailCgroupV1: false\n${lines}`;
  const file = { kind: 'file', text, mode: 0o644, owner: 'root', group: 'root', modifiedAt: 0 } as const;
  const argv = [{ text: '--config=/c.yaml', at: null }];
  const configured = configure({
    argv,
    files: { '/c.yaml': file },
    version: '1.36.3',
    cgroup: 1,
    workingDirectory: '/',
  });
  if (!configured.ok) throw new Error(configured.error);
  return configured.config;
}

const HOST = { address: '10.0.0.11', takenPorts: [] };

test('opens healthz and the main port by default', () => {
  expect(listenersOf(configuration(''))).toEqual([
    { role: 'main', address: '0.0.0.0', port: 10250 },
    { role: 'healthz', address: '127.0.0.1', port: 10248 },
  ]);
});

test('the read-only port does not need the main one', () => {
  const roles = listenersOf(configuration('enableServer: false\nreadOnlyPort: 10255\nhealthzPort: 0\n'));
  expect(roles.map(({ role }) => role)).toEqual(['read-only']);
});

test('a main port that another program holds ends the process', () => {
  const bound = bindListeners(configuration(''), { ...HOST, takenPorts: ['127.0.0.1:10250'] });
  expect(bound).toMatchObject({
    ok: false,
    exitCode: 1,
    error: 'Failed to listen and serve: listen tcp 0.0.0.0:10250: bind: address already in use',
  });
});

test('an address that is not the host’s ends the process', () => {
  const bound = bindListeners(configuration('address: 10.0.0.99\n'), HOST);
  expect(bound).toMatchObject({
    ok: false,
    error: 'Failed to listen and serve: listen tcp 10.0.0.99:10250: bind: cannot assign requested address',
  });
});

test('a health endpoint bound to the name localhost answers at loopback', () => {
  const healthz = listenersOf(configuration('healthzBindAddress: localhost\n')).find(({ role }) => role === 'healthz');
  expect(healthz).toEqual({ role: 'healthz', address: '127.0.0.1', port: 10248 });
});

test('a taken healthz port is only logged', () => {
  const bound = bindListeners(configuration(''), { ...HOST, takenPorts: ['0.0.0.0:10248'] });
  expect(bound.ok && bound.listeners.map(({ role }) => role)).toEqual(['main']);
  expect(bound.log.at(-1)?.text).toBe(
    '"Failed to start healthz server" err="listen tcp 127.0.0.1:10248: bind: address already in use"',
  );
});

test('cipher suites without the one that HTTP/2 demands end the process', () => {
  const suites = 'tlsCipherSuites: [TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]\n';
  const bound = bindListeners(configuration(suites), HOST);
  expect(!bound.ok && bound.error).toContain('http2: TLSConfig.CipherSuites is missing');
  expect(bindListeners(configuration(`${suites}enableServer: false\n`), HOST).ok).toBe(true);
  expect(bindListeners(configuration(`${suites}tlsMinVersion: VersionTLS13\n`), HOST).ok).toBe(true);
});

test('reads taken ports in the forms of ss', () => {
  expect(parseTaken('[::1]:80')).toEqual({ address: '::1', port: 80 });
  expect(parseTaken('*:80')).toEqual({ address: '0.0.0.0', port: 80 });
});
