import fc from 'fast-check';
import type { Cluster } from '#engine/apiserver/cluster.ts';
import { issueToken } from '#engine/apiserver/tokens.ts';
import type { HttpRequest } from '#engine/kubelet/exchange.ts';
import { encodeBase64Url, utf8Bytes } from '#engine/pki/bytes.ts';
import { parseTime } from '#engine/time.ts';
import { pem } from '../conformance/recordedHost.ts';
import { readRecordings } from '../conformance/recording.ts';
import type { CertificateFacts, Shown, TokenFacts } from './naiveAuthentication.ts';

export const recordings = readRecordings('conformance/recordings/1.36');

/** When the recordings were made. */
export const NOW = parseTime('2026-11-24T09:00:00Z');

const HOUR = 3_600_000;

/** Pairs of `pki/` that clients show. */
const CERTIFICATES = [
  ...['bob', 'alice', 'two-groups', 'admin', 'node02', 'apiserver-kubelet-client'],
  ...['intruder', 'expired', 'future', 'server-only', 'no-eku', 'empty-cn'],
];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Nov 24 08:18:13 2026 GMT` in milliseconds. */
function moment(text: string): number {
  const [month = '', day = '', time = '', year = ''] = text.split(/ +/);
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  return parseTime(`${year}-${number}-${day.padStart(2, '0')}T${time}Z`);
}

/** What openssl said of a certificate of `pki/`. */
export function factsOf(name: string): CertificateFacts {
  const said = recordings.credentials.get(name);
  if (said === undefined) throw new Error(`nobody described ${name}`);
  const parts = said.subject.split(', ').map((part) => part.split(' = '));
  const values = (of: string): readonly string[] => parts.flatMap(([key, value]) => (key === of ? [value ?? ''] : []));
  return {
    commonName: values('CN')[0] ?? '',
    organizations: values('O'),
    authority: said.issuer.replace('CN = ', ''),
    from: moment(said.notBefore),
    until: moment(said.notAfter),
    usages: said.extendedKeyUsage,
  };
}

/** A credential twice: as facts, and as what goes over the wire. */
export interface Credential {
  readonly shown: Shown;
  /** PEM; null without a certificate. */
  readonly certificate: string | null;
  readonly headers: HttpRequest['headers'];
}

const ACCOUNTS = [
  { namespace: 'default', name: 'bot' },
  { namespace: 'kube-system', name: 'default' },
];

export const ACCOUNT_OBJECTS = Object.fromEntries(
  ACCOUNTS.map(({ namespace, name }) => [
    `ServiceAccount/${namespace}/${name}`,
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace, name } },
  ]),
);

interface Token {
  readonly text: string;
  readonly facts: TokenFacts | null;
}

/** Credentials of all kinds and mixtures. `cluster` issues the tokens: good ones, and one that ran out. */
export function credentials(cluster: Cluster): fc.Arbitrary<Credential> {
  const issued = ACCOUNTS.flatMap((account): readonly Token[] => [
    { text: issueToken(cluster, account, NOW, 3600), facts: { ...account, from: NOW, until: NOW + HOUR } },
    {
      text: issueToken(cluster, account, NOW - 2 * HOUR, 3600),
      facts: { ...account, from: NOW - 2 * HOUR, until: NOW - HOUR },
    },
  ]);
  const [first] = issued;
  const tampered = { text: `${first?.text.slice(0, -6) ?? ''}AAAAAA`, facts: null };
  const token = fc.constantFrom<Token>(
    ...issued,
    tampered,
    { text: 'junk', facts: null },
    { text: '__proto__', facts: null },
  );
  const certificate = fc.constantFrom(
    null,
    null,
    ...CERTIFICATES.map((name) => ({ text: pem(recordings, `${name}.crt`), facts: factsOf(name) })),
  );
  const authorization = fc.option(
    fc.record({
      scheme: fc.constantFrom('Bearer', 'Bearer', 'bearer', 'BEARER', 'Basic', 'Token', 'Bearer:'),
      gap: fc.constantFrom(' ', ' ', ' ', '  ', ''),
      token,
    }),
  );
  const protocols = fc.option(fc.array(fc.oneof(fc.constant('text' as const), token), { maxLength: 3 }), { freq: 2 });
  return fc.record({ certificate, authorization, protocols }).map((made) => ({
    shown: {
      certificate: made.certificate?.facts ?? null,
      authorization: made.authorization && { ...made.authorization, token: made.authorization.token.facts },
      protocols: made.protocols?.map((one) => (one === 'text' ? one : { token: one.facts })) ?? null,
    },
    certificate: made.certificate?.text ?? null,
    headers: [
      ...(made.authorization === null
        ? []
        : [
            [
              'Authorization',
              made.authorization.scheme + made.authorization.gap + made.authorization.token.text,
            ] as const,
          ]),
      ...(made.protocols === null ? [] : webSocket(made.protocols)),
    ],
  }));
}

function webSocket(protocols: readonly ('text' | Token)[]): HttpRequest['headers'] {
  const words = protocols.map((one) =>
    one === 'text'
      ? 'v5.channel.k8s.io'
      : `base64url.bearer.authorization.k8s.io.${encodeBase64Url(utf8Bytes(one.text))}`,
  );
  return [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Protocol', words.join(', ')],
  ];
}
