import { clientSubject } from '#engine/apiserver/clientSubject.ts';
import type { Cluster } from '#engine/apiserver/cluster.ts';
import type { BindingSubject } from '#engine/apiserver/policy.ts';
import type { Node } from '#engine/world/world.ts';
import { type BoundSubject, boundSubjects } from './boundSubjects.ts';
import { BAD_TOKEN_HOLDER, type Identity, STRANGER } from './identity.ts';
import { issuedOffer } from './issued.ts';
import { nodeIdentity } from './nodeCredential.ts';

/** No grid has more rows than this. */
export const MOST_IDENTITIES = 40;

/** Everybody who may knock, and how many subjects of bindings found no place. */
export interface Identities {
  readonly rows: readonly Identity[];
  readonly leftOut: number;
}

/** Those whom the node's files speak for: strangers, the learner's credentials, a bad token, the node. */
export function nearIdentities(node: Node, held: readonly Identity[]): readonly Identity[] {
  const own = nodeIdentity(node);
  return [STRANGER, ...held, BAD_TOKEN_HOLDER, ...(own === null ? [] : [own])];
}

/** Those whom the cluster knows: the API server as a kubelet's client, and whoever is bound to something about nodes. */
export function farIdentities(cluster: Cluster, day: number): Identities {
  const bound = boundSubjects(cluster).map((one) => boundIdentity(cluster, one, day));
  const found = bound.filter((one): one is Identity => one !== null);
  const server = apiServer(cluster);
  return { rows: server === null ? found : [server, ...found], leftOut: bound.length - found.length };
}

/**
 * The rows of a grid: a subject of a binding that stands there already, by a file or as the API server, is not shown twice.
 * `now` in milliseconds since the epoch.
 */
export function joinIdentities(cluster: Cluster, near: readonly Identity[], far: Identities, now: number): Identities {
  const known = [...near, ...far.rows.filter(({ id }) => id === API_SERVER)];
  const users = new Set(known.flatMap((one) => userId(cluster, one, now) ?? []));
  const rows = [...near, ...far.rows.filter(({ id }) => !users.has(id))];
  return { rows: rows.slice(0, MOST_IDENTITIES), leftOut: far.leftOut + Math.max(0, rows.length - MOST_IDENTITIES) };
}

/** As whom the API server would know somebody: the id that a binding's subject of that name has. */
function userId(cluster: Cluster, { offer }: Identity, now: number): string | null {
  const certificate = offer.certificate?.certificate ?? null;
  const token = offer.headers[0]?.[1].replace(/^Bearer /, '') ?? null;
  const subject = clientSubject(cluster, { certificate, token }, now);
  return subject === null ? null : `user ${subject.user}`;
}

const API_SERVER = 'api-server';

function apiServer({ kubeletClient }: Cluster): Identity | null {
  if (kubeletClient === undefined) return null;
  return {
    id: API_SERVER,
    name: 'the API server',
    words: 'its kubelet client certificate: kubectl logs and exec come this way',
    offer: {
      headers: [],
      certificate: { certificate: kubeletClient.certificate, name: 'apiserver-kubelet-client.crt' },
    },
    options: null,
    withheld: 'Its key lies on the control plane, not on this node.',
  };
}

/** A subject of bindings, as it would authenticate; null when nothing can be issued to it. */
function boundIdentity(cluster: Cluster, { subject, bindings }: BoundSubject, day: number): Identity | null {
  const offer = issuedOffer(cluster, subject, day);
  if (offer === null) return null;
  const by = offer.certificate === undefined ? 'a token issued to it' : 'a certificate issued to it';
  return {
    id: idOf(subject),
    name: nameOf(subject),
    words: `${subject.kind} bound by ${bindings.join(', ')}; shows ${by}`,
    offer,
    options: null,
    withheld: 'No file on this node holds its credential, so no line can be typed for it.',
  };
}

/** The user that a subject is, or the group. */
function idOf({ kind, namespace, name }: BindingSubject): string {
  if (kind === 'Group') return name === 'system:unauthenticated' ? 'user system:anonymous' : `group ${name}`;
  return kind === 'User' ? `user ${name}` : `user system:serviceaccount:${namespace}:${name}`;
}

function nameOf({ kind, namespace, name }: BindingSubject): string {
  if (kind === 'Group') return `group ${name}`;
  return kind === 'User' ? name : `${namespace}/${name}`;
}
