import { clientSubject } from '../apiserver/clientSubject.ts';
import type { Cluster } from '../apiserver/cluster.ts';
import { ANONYMOUS } from '../apiserver/subject.ts';
import { goQuote } from '../config/go/quote.ts';
import { klogLine } from '../config/klog.ts';
import { writeText } from '../host/files.ts';
import type { LogLine } from '../host/journal.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import type { CertificateManager, KubeletProcess } from '../kubelet/process.ts';
import { readCertificates } from '../pki/certificate.ts';
import { poolKey } from '../pki/keyPool.ts';
import { rfc3339 } from '../time.ts';
import { journalLines, withHost, withJournal, withKubelet, withNode } from '../world/change.ts';
import { endProcess } from '../world/service.ts';
import type { Node, World } from '../world/world.ts';
import { type Attempted, look, post, roused } from './attempt.ts';
import { controlled, nextCleaning } from './controllers.ts';
import { currentPath, endOfPatience, firstManagers, type Kind, lastGood, rotates, rotationOf } from './managers.ts';

/** A node with the cluster around it, while its kubelet acts. */
interface Acting {
  readonly node: Node;
  readonly cluster: Cluster;
}

/**
 * The world after its kubelets and the controller manager did what is due about certificates: requests are posted, approved, signed
 * and fetched, what has run out is no longer accepted. The same world when nothing is due.
 * Models client-go/util/certificate and pkg/controller/certificates, v1.36.
 */
export function certified(before: World, after: World): World {
  const back = after.cluster.reachable && !before.cluster.reachable;
  let world = after;
  // A request, its approval and its certificate take three turns.
  for (let turn = 0; turn < 4; turn += 1) {
    const previous = world;
    for (const name in world.nodes) {
      const node = world.nodes[name];
      if (node?.kubelet.process) world = cared(world, node, before, turn === 0, turn === 0 && back);
    }
    const cluster = controlled(world.cluster, world.now);
    if (cluster !== world.cluster) world = { ...world, cluster };
    if (world === previous) break;
  }
  return world;
}

/** When something about certificates is next due in a world; null when nothing is. */
export function certificateMoment(world: World): number | null {
  const cleaning = nextCleaning(world.cluster);
  let soonest = cleaning > world.now ? cleaning : Number.POSITIVE_INFINITY;
  for (const name in world.nodes) {
    const process = world.nodes[name]?.kubelet.process;
    if (process) soonest = Math.min(soonest, momentOf(process, world.now));
  }
  return soonest === Number.POSITIVE_INFINITY ? null : soonest;
}

function momentOf(process: KubeletProcess, now: number): number {
  const { client, managers, serving } = process;
  const until = client?.certificate?.until;
  const patience = endOfPatience(process);
  const out = serving.kind === 'approved' ? readCertificates(serving.certificate)[0]?.notAfter : undefined;
  const moments = [
    managers?.client?.nextAt,
    managers?.serving?.nextAt,
    until === undefined ? undefined : until + 1,
    patience,
  ];
  let soonest = Number.POSITIVE_INFINITY;
  for (const moment of [...moments, out === undefined ? undefined : out + 1]) {
    // What has passed was acted upon, save what a manager has still to do.
    if (typeof moment === 'number' && moment > now) soonest = Math.min(soonest, moment);
  }
  return soonest;
}

/** What is due on one node. */
function cared(world: World, node: Node, before: World, first: boolean, back: boolean): World {
  const { now } = world;
  let acting: Acting = { node: presenting(node, before, world), cluster: world.cluster };
  const { process } = acting.node.kubelet;
  if (process !== null && process.managers === undefined) {
    acting = { ...acting, node: withProcess(acting.node, { managers: firstManagers(process, node.host, now) }) };
  }
  const asked = turned(acting, 'client', now, back);
  // Who is just being given a client certificate asks for the other with it.
  acting = first && asked !== acting ? asked : turned(asked, 'serving', now, back);
  const ended = first ? exited(acting.node, before.now, now) : acting.node;
  const cluster = acting.cluster;
  return withNode(cluster === world.cluster ? world : { ...world, cluster }, ended);
}

function withProcess(node: Node, change: Partial<KubeletProcess>): Node {
  const { process } = node.kubelet;
  return process === null ? node : withKubelet(node, { process: { ...process, ...change } });
}

/** The node with whom the API server takes its kubelet for at this moment: its certificate runs out, the API server trusts another CA. */
function presenting(node: Node, before: World, { cluster, now }: World): Node {
  const client = node.kubelet.process?.client;
  const process = node.kubelet.process;
  if (process === null || !client || client.certificate === undefined) return node;
  const out = now > client.certificate.until;
  const same = before.cluster.clientCA === cluster.clientCA;
  const wasOut = before.now > client.certificate.until;
  if (same && out === wasOut) return node;
  const shown = clientSubject(cluster, { certificate: client.certificate.pem, token: null }, now);
  const subject = out && rotates(process) ? ANONYMOUS : shown;
  if (subject === client.subject || (subject?.user === client.subject?.user && same)) return node;
  return withProcess(node, { client: { ...client, subject } });
}

/** A manager's turn: it looks at its request, or asks when that is due. */
function turned(acting: Acting, kind: Kind, now: number, back: boolean): Acting {
  const { process } = acting.node.kubelet;
  const held = process?.managers?.[kind];
  if (!process || held === undefined) return acting;
  const manager = back ? roused(held, now) : held;
  const attempted = attempt(acting, kind, process, manager, now);
  if (attempted === null)
    return manager === held ? acting : { ...acting, node: withManager(acting.node, kind, manager) };
  const { certificate, cluster } = attempted;
  const next = withManager(acting.node, kind, attempted.manager);
  const told = logged(next, attempted.log, now);
  return { node: certificate === null ? told : received(told, kind, attempted, certificate, cluster, now), cluster };
}

function attempt(
  acting: Acting,
  kind: Kind,
  process: KubeletProcess,
  manager: CertificateManager,
  now: number,
): Attempted | null {
  const { node, cluster } = acting;
  if (manager.request !== null) return look(kind, process, manager, cluster, now);
  return now >= manager.nextAt ? post(kind, process, manager, node.host, cluster, now) : null;
}

function withManager(node: Node, kind: Kind, manager: CertificateManager): Node {
  return withProcess(node, { managers: { ...node.kubelet.process?.managers, [kind]: manager } });
}

/** The node whose kubelet got its certificate: written beside its key, in use from now on without a restart. */
function received(
  node: Node,
  kind: Kind,
  { manager }: Attempted,
  certificate: string,
  cluster: Cluster,
  now: number,
): Node {
  const { process } = node.kubelet;
  const client = process?.client;
  if (process === null || !client) return node;
  const path = currentPath(kind, process);
  const text = certificate + poolKey(manager.request?.key ?? 0);
  const dated = path.replace('current', rfc3339(now).replace(/[T:]/g, '-').replace('Z', ''));
  const files = writeText(writeText(node.host.files, dated, text, now, 0o600), path, text, now, 0o600);
  const until = readCertificates(certificate)[0]?.notAfter ?? now;
  const { bootstrapToken: _token, ...known } = client;
  const subject = clientSubject(cluster, { certificate, token: null }, now);
  const change: Partial<KubeletProcess> =
    kind === 'client'
      ? { client: { ...known, subject, certificate: { pem: certificate, until } } }
      : { serving: { kind: 'approved', certificate, path } };
  const holding = withProcess(withHost(node, { files }), change);
  const holder = holding.kubelet.process ?? process;
  const nextAt = rotationOf(kind, holder, node.host, now);
  // One that does not please is asked for again, but not at the same moment.
  const rested = { ...manager, request: null, failures: 0, nextAt: Math.max(nextAt, now + 1000) };
  const lines = kind === 'client' ? [klogLine('I', 'transport.go:147', ROTATED)] : [];
  return logged(withManager(holding, kind, rested), lines, now);
}

const ROTATED = 'Certificate rotation detected, shutting down client connections to start using new credentials';

/** The node whose kubelet had no client certificate for five minutes: it ends where the API server answers, else it complains. */
function exited(node: Node, since: number, now: number): Node {
  const { process } = node.kubelet;
  const end = process === null ? null : endOfPatience(process);
  if (process === null || end === null || end <= since || end > now || !process.client) return node;
  const { certificate } = process.client;
  if (certificate !== undefined && now <= certificate.until) return node;
  const healthy = process.managers?.client?.healthy ?? false;
  const text = healthy
    ? 'No valid client certificate is found and the server is responsive, exiting.'
    : 'No valid client certificate is found but the server is not responsive. A restart may be necessary to retrieve new initial credentials.';
  // The real one says so every ten seconds from now on.
  if (node.host.journal.some((line) => line.pid === process.pid && line.text.startsWith(goQuote(text)))) return node;
  const last = rfc3339(lastGood(process.client, process.startedAt)).replace('T', ' ').replace('Z', ' +0000 UTC');
  const line = klogLine('E', healthy ? 'transport.go:120' : 'transport.go:123', text, [
    ['lastCertificateAvailabilityTime', last],
    ['shutdownThreshold', '5m0s'],
  ]);
  const told = logged(node, [line], now);
  return healthy ? endProcess(told, now, 1, null) : told;
}

function logged(node: Node, lines: readonly LogLine[], now: number): Node {
  const { process } = node.kubelet;
  if (process === null || lines.length === 0) return node;
  return withJournal(
    node,
    journalLines(lines, { at: now, unit: KUBELET_UNIT, identifier: 'kubelet', pid: process.pid }),
  );
}
