import type { Cluster } from '#engine/apiserver/cluster.ts';
import type { BindingSubject } from '#engine/apiserver/policy.ts';
import { issueToken, type ServiceAccountName } from '#engine/apiserver/tokens.ts';
import type { Offer } from '#engine/kubelet/requestGrid.ts';
import { issueCertificate } from '#engine/pki/issue.ts';
import { poolKey, poolKeyTo } from '#engine/pki/keyPool.ts';

/** Milliseconds. */
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** The whole day of a moment: credentials are issued at its start, so that one day's are always the same. */
export function dayOf(now: number): number {
  return Math.floor(now / DAY) * DAY;
}

/**
 * What a subject of a binding would show: a ServiceAccount a token of its own, a member of the ServiceAccounts' groups some
 * account's token, everybody else a certificate of the cluster's CA. `day` is when it was issued, milliseconds since the epoch.
 * Null when the CA's key is not at hand.
 */
export function issuedOffer(cluster: Cluster, subject: BindingSubject, day: number): Offer | null {
  const account = accountOf(cluster, subject);
  if (account !== null) {
    const token = issueToken(cluster, account, day, YEAR / 1000);
    return { headers: [['Authorization', `Bearer ${token}`]] };
  }
  const privateKey = poolKeyTo(cluster.clientCA);
  if (privateKey === null) return null;
  const certificate = issueCertificate({
    ...namesOf(subject),
    notBefore: day - DAY,
    notAfter: day + YEAR,
    serial: '4242',
    privateKey: poolKey(9),
    purpose: 'client',
    issuer: { certificate: cluster.clientCA, privateKey },
  });
  return { headers: [], certificate: { certificate, name: subject.name } };
}

const ACCOUNTS = 'system:serviceaccounts';

function accountOf(cluster: Cluster, { kind, namespace, name }: BindingSubject): ServiceAccountName | null {
  if (kind === 'ServiceAccount') return { namespace, name };
  if (kind !== 'Group' || (name !== ACCOUNTS && !name.startsWith(`${ACCOUNTS}:`))) return null;
  const home = name.slice(ACCOUNTS.length + 1);
  const accounts = Object.keys(cluster.objects)
    .filter((key) => key.startsWith(home === '' ? 'ServiceAccount/' : `ServiceAccount/${home}/`))
    .sort();
  const [, where = home || 'default', account = 'default'] = accounts[0]?.split('/') ?? [];
  return { namespace: where, name: account };
}

function namesOf({ kind, name }: BindingSubject): {
  readonly commonName: string;
  readonly organizations: readonly string[];
} {
  if (kind === 'User') {
    return { commonName: name, organizations: name.startsWith('system:node:') ? ['system:nodes'] : [] };
  }
  // Whom the authenticators recognise is in that group without being told.
  return { commonName: 'somebody', organizations: name === 'system:authenticated' ? [] : [name] };
}
