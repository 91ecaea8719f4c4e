import { expect, test } from 'vitest';
import { objectAt, objectsAt, textAt } from '../apiserver/json.ts';
import { readText } from '../host/files.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import { readCertificates } from '../pki/certificate.ts';
import { verifyServing } from '../pki/verify.ts';
import { rfc3339 } from '../time.ts';
import { BASES } from '../world/bases.ts';
import type { WorldEvent } from '../world/event.ts';
import { step } from '../world/step.ts';
import type { World } from '../world/world.ts';
import { certificateMoment } from './certified.ts';
import { requestKey, requestsOf } from './store.ts';

const NOW = 1_795_521_600_000;
const DAY = 86_400_000;
const CONFIG = '/var/lib/kubelet/config.yaml';
const SERVER = '/var/lib/kubelet/pki/kubelet-server-current.pem';
const CLIENT = '/var/lib/kubelet/pki/kubelet-client-current.pem';

const after = (world: World, ...events: readonly WorldEvent[]): World =>
  events.reduce((current, event) => step(current, event).world, world);
const wait = (milliseconds: number): WorldEvent => ({ type: 'advance', milliseconds });
const started = (change: (config: string) => string): World => {
  const { world } = BASES['kubeadm-node'](NOW);
  const text = change(readText(world.nodes.node01?.host.files ?? {}, CONFIG) ?? '');
  return after(
    world,
    { type: 'write', node: 'node01', path: CONFIG, text },
    { type: 'start', node: 'node01', unit: KUBELET_UNIT },
  );
};
const bootstrapping = () => started((text) => `${text}serverTLSBootstrap: true\n`);
const processOf = (world: World) => world.nodes.node01?.kubelet.process;
const journal = (world: World) => world.nodes.node01?.host.journal.map(({ text }) => text) ?? [];
const requests = (world: World) => requestsOf(world.cluster.objects).map(([, object]) => object);

function decided(world: World, type: 'Approved' | 'Denied'): World {
  const [request] = requests(world).slice(-1);
  const name = textAt(objectAt(request ?? {}, 'metadata'), 'name');
  const at = rfc3339(world.now);
  const condition = {
    type,
    status: 'True',
    reason: 'KubectlDeny',
    message: 'No.',
    lastUpdateTime: at,
    lastTransitionTime: at,
  };
  const objects = { ...world.cluster.objects, [requestKey(name)]: { ...request, status: { conditions: [condition] } } };
  return after({ ...world, cluster: { ...world.cluster, objects } }, wait(1));
}

test('serverTLSBootstrap: a request is posted and pends; once approved the kubelet serves the certificate without a restart', () => {
  const world = bootstrapping();
  const [request] = requests(world);
  expect(objectAt(request ?? {}, 'spec')).toMatchObject({
    signerName: 'kubernetes.io/kubelet-serving',
    username: 'system:node:node01',
    groups: ['system:nodes', 'system:authenticated'],
    usages: ['digital signature', 'key encipherment', 'server auth'],
  });
  expect(textAt(objectAt(request ?? {}, 'metadata'), 'name')).toMatch(/^csr-[b-z2-9]{5}$/);
  expect(processOf(world)?.serving).toEqual({ kind: 'none', reason: 'pending-csr' });
  const mended = decided(world, 'Approved');
  const pem = readText(mended.nodes.node01?.host.files ?? {}, SERVER) ?? '';
  expect(processOf(mended)?.serving).toMatchObject({ kind: 'approved', path: SERVER });
  expect(processOf(mended)?.pid).toBe(processOf(world)?.pid);
  expect(readCertificates(pem)[0]).toMatchObject({
    commonName: 'system:node:node01',
    dnsNames: ['node01'],
    ipAddresses: ['10.0.0.11'],
    extKeyUsages: ['serverAuth'],
  });
  expect(verifyServing(pem, mended.cluster.clientCA, '10.0.0.11', mended.now)).toBeNull();
  const dated = Object.keys(mended.nodes.node01?.host.files ?? {}).filter((path) => /kubelet-server-\d/.test(path));
  expect(dated).toEqual(['/var/lib/kubelet/pki/kubelet-server-2026-11-24-12-00-00.pem']);
  // Started again it finds what it was issued, and asks for nothing.
  const again = after(mended, { type: 'restart', node: 'node01', unit: KUBELET_UNIT });
  expect(processOf(again)?.serving.kind).toBe('approved');
  expect(requests(again)).toHaveLength(1);
});

test('denied, deleted and timed out requests are told of as client-go tells them, and posted anew', () => {
  const world = bootstrapping();
  const denied = after(decided(world, 'Denied'), wait(3000));
  expect(journal(denied).at(-1)).toBe(
    '"Certificate request was not signed" err="cannot watch on the certificate signing request: certificate signing request is denied, reason: KubectlDeny, message: No." logger="kubernetes.io/kubelet-serving.UnhandledError"',
  );
  expect(requests(denied)).toHaveLength(2);
  const late = after(world, wait(903_000));
  expect(journal(late).at(-1)).toContain('err="timed out waiting for the condition"');
  expect(requests(late)).toHaveLength(2);
  const name = textAt(objectAt(requests(world)[0] ?? {}, 'metadata'), 'name');
  const deleted = after(world, {
    type: 'delete',
    object: { kind: 'CertificateSigningRequest', namespace: '', name },
  });
  expect(journal(deleted).at(-1)).toContain(`csr \\"${name}\\" was deleted`);
});

test('requests that nobody answers go after a day, and waiting for months comes to an end', () => {
  const months = after(bootstrapping(), wait(60 * DAY));
  expect(requests(months).length).toBeLessThan(100);
  expect(certificateMoment(months)).toBeGreaterThan(months.now);
});

test('rotateCertificates: the client certificate is renewed in time, without anybody, and the node stays ready', () => {
  const world = started((text) => text);
  const before = processOf(world)?.client?.certificate?.until ?? 0;
  const later = after(world, wait(before - NOW - 20 * DAY));
  expect(processOf(later)?.client?.certificate?.until).toBeGreaterThan(before);
  expect(processOf(later)?.client?.subject?.user).toBe('system:node:node01');
  expect(readCertificates(readText(later.nodes.node01?.host.files ?? {}, CLIENT) ?? '')[0]?.notAfter).toBe(
    processOf(later)?.client?.certificate?.until,
  );
  expect(journal(later)).toContain(
    '"Certificate rotation detected, shutting down client connections to start using new credentials"',
  );
  const past = after(later, wait(30 * DAY));
  expect(past.cluster.reports?.node01?.until).toBeNull();
});

test('without rotation the certificate runs out: the API server knows the kubelet no more', () => {
  const world = started((text) => text.replace('rotateCertificates: true', 'rotateCertificates: false'));
  const until = processOf(world)?.client?.certificate?.until ?? 0;
  const still = after(world, wait(until - NOW));
  expect(processOf(still)?.client?.subject?.user).toBe('system:node:node01');
  const gone = after(still, wait(1000));
  expect(processOf(gone)?.client?.subject).toBeNull();
  expect(gone.cluster.reports?.node01?.until).not.toBeNull();
});

test('with nobody who signs, a rotating kubelet ends five minutes after its certificate did', () => {
  const { signer: _, ...cluster } = started((text) => text).cluster;
  const world = { ...started((text) => text), cluster };
  const until = processOf(world)?.client?.certificate?.until ?? 0;
  const nodes = { node01: world.nodes.node01 } as World['nodes'];
  const gone = after({ ...world, nodes }, wait(until - NOW + 600_000));
  expect(journal(gone).some((line) => line.startsWith('"No valid client certificate is found'))).toBe(true);
});

test('a request that does not fit its signer fails, with the reason', () => {
  const world = bootstrapping();
  const [request] = requests(world);
  const name = textAt(objectAt(request ?? {}, 'metadata'), 'name');
  const spec = { ...objectAt(request ?? {}, 'spec'), usages: ['client auth'] };
  const objects = { ...world.cluster.objects, [requestKey(name)]: { ...request, spec } };
  const failed = decided({ ...world, cluster: { ...world.cluster, objects } }, 'Approved');
  const [condition] = objectsAt(objectAt(requests(failed)[0] ?? {}, 'status'), 'conditions').slice(-1);
  expect(condition).toMatchObject({
    type: 'Failed',
    reason: 'SignerValidationFailure',
    message: 'usages did not match [digital signature key encipherment server auth]',
  });
});
