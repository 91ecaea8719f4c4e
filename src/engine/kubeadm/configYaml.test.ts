import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { instanceConfigYaml, kubeadmFlagsEnv, kubeletConfigYaml } from './configYaml.ts';

test('writes what kubeadm 1.36 writes', () => {
  const text = kubeletConfigYaml();
  expect(
    text.startsWith('apiVersion: kubelet.config.k8s.io/v1beta1\nauthentication:\n  anonymous:\n    enabled: false\n'),
  ).toBe(true);
  expect(text.endsWith('syncFrequency: 0s\nvolumeStatsAggPeriod: 0s\n')).toBe(true);
  expect(text).not.toContain('readOnlyPort');
  const keys = Object.keys(parse(text));
  expect(keys).toEqual([...keys].sort());
  expect(parse(text)).toMatchObject({
    authentication: {
      webhook: { cacheTTL: '0s', enabled: true },
      x509: { clientCAFile: '/etc/kubernetes/pki/ca.crt' },
    },
    authorization: { mode: 'Webhook' },
    clusterDNS: ['10.96.0.10'],
    healthzPort: 10248,
    rotateCertificates: true,
  });
});

test('takes its parameters', () => {
  const text = kubeletConfigYaml({
    clientCAFile: '/ca.crt',
    clusterDNS: ['10.0.0.10', 'fd00::10'],
    clusterDomain: 'example.org',
    resolvConf: '/run/systemd/resolve/resolv.conf',
    staticPodPath: '/pods',
  });
  expect(parse(text)).toMatchObject({
    authentication: { x509: { clientCAFile: '/ca.crt' } },
    clusterDNS: ['10.0.0.10', 'fd00::10'],
    clusterDomain: 'example.org',
    resolvConf: '/run/systemd/resolve/resolv.conf',
    staticPodPath: '/pods',
  });
  expect(text).toContain('\nresolvConf: /run/systemd/resolve/resolv.conf\nrotateCertificates: true\n');
});

test('writes the small files', () => {
  expect(kubeadmFlagsEnv()).toBe('KUBELET_KUBEADM_ARGS=""\n');
  expect(kubeadmFlagsEnv(['--hostname-override=w1', '--node-ip=::1'])).toBe(
    'KUBELET_KUBEADM_ARGS="--hostname-override=w1 --node-ip=::1"\n',
  );
  expect(instanceConfigYaml()).toBe('containerRuntimeEndpoint: "unix:///run/containerd/containerd.sock"\n');
});
