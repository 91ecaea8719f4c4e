import { expect, test } from 'vitest';
import { readText, walk } from '../host/files.ts';
import { permissionText } from '../host/permissions.ts';
import { hex } from '../pki/bytes.ts';
import { readChain } from '../pki/certificate.ts';
import { childrenOf, readDer, TAG, writeDer } from '../pki/der.ts';
import { digest } from '../pki/digest.ts';
import { keyPairError } from '../pki/keyPair.ts';
import { pemBlocks } from '../pki/pem.ts';
import { SIGNATURES } from '../pki/signatures.data.ts';
import { verifyClient, verifyServing } from '../pki/verify.ts';
import { parseTime } from '../time.ts';
import { BASES, fleetWorld } from './bases.ts';
import { isReady } from './ready.ts';
import { step } from './step.ts';
import type { World } from './world.ts';

const START = parseTime('2026-11-24T08:00:00Z');
const PKI = '/etc/kubernetes/pki';

function filesOf(world: World, name: string): (path: string) => string {
  const files = world.nodes[name]?.host.files ?? {};
  return (path) => readText(files, path) ?? '';
}

test('a control plane has what kubeadm init writes, with its modes', () => {
  const { world } = BASES['kubeadm-node'](START);
  const files = world.nodes.controlplane?.host.files ?? {};
  const shown = walk(files, '/etc/kubernetes').map((path) => {
    const entry = files[path];
    return `${entry === undefined ? '' : permissionText(entry)} ${path.slice('/etc/kubernetes/'.length)}`;
  });
  expect(shown).toEqual([
    '-rw------- admin.conf',
    '-rw------- controller-manager.conf',
    '-rw------- kubelet.conf',
    '-rw------- manifests/etcd.yaml',
    '-rw------- manifests/kube-apiserver.yaml',
    '-rw------- manifests/kube-controller-manager.yaml',
    '-rw------- manifests/kube-scheduler.yaml',
    '-rw-r--r-- pki/apiserver-etcd-client.crt',
    '-rw------- pki/apiserver-etcd-client.key',
    '-rw-r--r-- pki/apiserver-kubelet-client.crt',
    '-rw------- pki/apiserver-kubelet-client.key',
    '-rw-r--r-- pki/apiserver.crt',
    '-rw------- pki/apiserver.key',
    '-rw-r--r-- pki/ca.crt',
    '-rw------- pki/ca.key',
    '-rw-r--r-- pki/etcd/ca.crt',
    '-rw------- pki/etcd/ca.key',
    '-rw-r--r-- pki/etcd/healthcheck-client.crt',
    '-rw------- pki/etcd/healthcheck-client.key',
    '-rw-r--r-- pki/etcd/peer.crt',
    '-rw------- pki/etcd/peer.key',
    '-rw-r--r-- pki/etcd/server.crt',
    '-rw------- pki/etcd/server.key',
    '-rw-r--r-- pki/front-proxy-ca.crt',
    '-rw------- pki/front-proxy-ca.key',
    '-rw-r--r-- pki/front-proxy-client.crt',
    '-rw------- pki/front-proxy-client.key',
    '-rw------- pki/sa.key',
    '-rw------- pki/sa.pub',
    '-rw------- scheduler.conf',
    '-rw------- super-admin.conf',
  ]);
});

test('certificates fit their keys, and their authorities', () => {
  const { world } = BASES['kubeadm-node'](START);
  const read = filesOf(world, 'controlplane');
  const pairs = walk(world.nodes.controlplane?.host.files ?? {}, PKI).filter((path) => path.endsWith('.crt'));
  for (const path of pairs)
    expect([path, keyPairError(read(path), read(path.replace('.crt', '.key')))]).toEqual([path, null]);
  const ca = read(`${PKI}/ca.crt`);
  expect(verifyServing(read(`${PKI}/apiserver.crt`), ca, 'kubernetes.default', START)).toBeNull();
  expect(verifyServing(read(`${PKI}/etcd/server.crt`), read(`${PKI}/etcd/ca.crt`), '127.0.0.1', START)).toBeNull();
  expect(verifyClient(read(`${PKI}/apiserver-etcd-client.crt`), read(`${PKI}/etcd/ca.crt`), START).ok).toBe(true);
  expect(verifyClient(read(`${PKI}/front-proxy-client.crt`), ca, START).ok).toBe(false);
});

test('a scenario’s start signs nothing anew: all its signatures are in the book, and every one of them is right', () => {
  const { world, node } = BASES['kubeadm-cluster'](START);
  const all = Object.values(step(world, { type: 'start', node, unit: 'kubelet.service' }).world.nodes);
  const texts = all.flatMap(({ host }) =>
    Object.values(host.files).map((entry) => (entry.kind === 'file' ? entry.text : '')),
  );
  const certificates = texts.flatMap((text) => (text.includes('-----BEGIN CERT') ? readChain(text) : []));
  expect(certificates.length).toBeGreaterThan(20);
  for (const pem of texts.filter((text) => text.startsWith('-----BEGIN CERT'))) {
    for (const { type, bytes } of pemBlocks(pem)) {
      if (type !== 'CERTIFICATE') continue;
      const [signed] = childrenOf(readDer(bytes) ?? undefined, TAG.sequence) ?? [];
      const known = signed === undefined ? '' : hex(digest('SHA256', writeDer(signed))).slice(0, 32);
      expect(SIGNATURES[known]).toBeDefined();
    }
  }
});

test('bases are JSON, and the learner’s kubelet alone is not started', () => {
  for (const name of ['kubeadm-node', 'lecture-node', 'kubeadm-cluster'] as const) {
    const { world, node } = BASES[name](START);
    expect(JSON.parse(JSON.stringify(world))).toEqual(world);
    const ready = Object.keys(world.nodes).filter((machine) => isReady(world, machine));
    expect(ready).toEqual(Object.keys(world.nodes).filter((machine) => machine !== node));
    expect(world.cluster).toMatchObject({ reachable: true, authorizationModes: ['Node', 'RBAC'] });
  }
});

test('a fleet has its nodes, and each reports', () => {
  const { world } = fleetWorld(5, START);
  expect(Object.keys(world.nodes)).toEqual(['controlplane', 'node01', 'node02', 'node03', 'node04', 'node05']);
  expect(Object.keys(world.cluster.reports ?? {})).toHaveLength(5);
  expect(world.nodes.node05?.kubelet.process?.serving).toMatchObject({ kind: 'self-signed' });
});

test('a base by other names knows nobody by the usual ones', () => {
  const names = { workers: ['quay07', 'quay08'], user: 'tomas' };
  for (const name of ['kubeadm-node', 'lecture-node', 'kubeadm-cluster'] as const) {
    const { world, node } = BASES[name](START, names);
    expect(node).toBe('quay07');
    const all = JSON.stringify(step(world, { type: 'start', node, unit: 'kubelet.service' }).world);
    expect(all).not.toMatch(/\b(node01|node02|bob)\b/);
    const read = filesOf(world, node);
    const known = verifyClient(read('/root/tomas.crt'), read(`${PKI}/ca.crt`), START);
    expect(known).toMatchObject({ ok: true, leaf: { commonName: 'tomas', organizations: ['dev'] } });
    const [own] = readChain(read('/var/lib/kubelet/pki/kubelet-client-current.pem'));
    expect(own?.certificate.commonName).toBe('system:node:quay07');
  }
});
