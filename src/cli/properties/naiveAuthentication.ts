/**
 * The kubelet's authentication chain once more, as plainly as it can be told: from the facts about a credential, not from
 * its bytes. It shares nothing with the engine, so that both do not make the same mistake.
 */

/** A certificate as `openssl x509` describes it. Times in milliseconds. */
export interface CertificateFacts {
  readonly commonName: string;
  readonly organizations: readonly string[];
  /** Common name of the authority that signed it. */
  readonly authority: string;
  readonly from: number;
  readonly until: number;
  readonly usages: readonly string[];
}

/** A token: whose it is, from when and until when; null for one that nobody issued. */
export interface TokenFacts {
  readonly namespace: string;
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

/** What a client shows. */
export interface Shown {
  readonly certificate: CertificateFacts | null;
  /** The scheme's word, the text between it and the token, the token's facts; null without the header. */
  readonly authorization: { readonly scheme: string; readonly gap: string; readonly token: TokenFacts | null } | null;
  /** A WebSocket's protocols; null when the request is no WebSocket. `text` is one of another kind. */
  readonly protocols: readonly ('text' | { readonly token: TokenFacts | null })[] | null;
}

/** How the kubelet is set, and how its surroundings are. */
export interface Doorkeeper {
  readonly anonymous: boolean;
  readonly webhook: boolean;
  /** The authorities in clientCAFile; null when it is not set. */
  readonly authorities: readonly CertificateFacts[] | null;
  readonly apiServerUp: boolean;
  readonly now: number;
}

type Verdict = 'error' | 'nothing' | { readonly user: string; readonly groups: readonly string[] };

/** `401`, or the user and the groups, as `bob [dev system:authenticated]`. */
export function whoIsNaively(shown: Shown, door: Doorkeeper): string {
  const verdicts = [byCertificate(shown, door), byHeader(shown, door), byProtocol(shown, door)];
  for (const verdict of verdicts) {
    if (typeof verdict === 'object')
      return `${verdict.user} [${[...verdict.groups, 'system:authenticated'].join(' ')}]`;
  }
  if (verdicts.includes('error')) return '401';
  return door.anonymous ? 'system:anonymous [system:unauthenticated]' : '401';
}

function byCertificate({ certificate }: Shown, { authorities, now }: Doorkeeper): Verdict {
  if (certificate === null || authorities === null) return 'nothing';
  const authority = authorities.find(({ commonName }) => commonName === certificate.authority);
  if (authority === undefined || !isCurrent(authority, now) || !isCurrent(certificate, now)) return 'error';
  if (certificate.usages.length > 0 && !certificate.usages.includes('TLS Web Client Authentication')) return 'error';
  if (certificate.commonName === '') return 'nothing';
  return { user: certificate.commonName, groups: certificate.organizations };
}

function isCurrent({ from, until }: CertificateFacts, now: number): boolean {
  return from <= now && now <= until;
}

function byHeader({ authorization }: Shown, door: Doorkeeper): Verdict {
  if (!door.webhook || authorization === null) return 'nothing';
  if (authorization.scheme.toLowerCase() !== 'bearer') return 'nothing';
  if (authorization.gap !== ' ') return 'nothing';
  return byToken(authorization.token, door);
}

function byProtocol({ protocols }: Shown, door: Doorkeeper): Verdict {
  if (!door.webhook || protocols === null) return 'nothing';
  const tokens = protocols.filter((protocol) => protocol !== 'text');
  const [first] = tokens;
  if (first === undefined) return 'nothing';
  // One token, and a protocol beside it to agree on.
  if (tokens.length > 1 || protocols.length === 1) return 'error';
  return byToken(first.token, door);
}

/** Clocks may differ by a minute, says the library that reads tokens. */
const TOLERANCE = 60_000;

function byToken(token: TokenFacts | null, { apiServerUp, now }: Doorkeeper): Verdict {
  if (!apiServerUp || token === null) return 'error';
  if (now < token.from - TOLERANCE || now > token.until + TOLERANCE) return 'error';
  const { namespace, name } = token;
  return {
    user: `system:serviceaccount:${namespace}:${name}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
  };
}
