import { issueCertificate } from '#engine/pki/issue.ts';
import { parseTime } from '#engine/time.ts';
import type { Credential, RecordedCase, Recordings } from './recording.ts';

/** What the world of the recordings is called elsewhere. Longer names come first: a path before the word within it. */
const PLACES: readonly (readonly [old: string, renamed: string])[] = [
  ['/var/lib/kubelet/config.yaml', '/opt/agent/settings.yaml'],
  ['/etc/kubernetes/kubelet.conf.d', '/opt/agent/more.d'],
  ['/etc/kubernetes/kubelet.conf', '/opt/agent/api.conf'],
  ['/etc/kubernetes/pki', '/srv/trust'],
  ['/etc/kubernetes/manifests', '/srv/static'],
];

/** Whole words: identities, groups, nodes, pods, containers, namespaces, certificate files. */
const WORDS: Readonly<Record<string, string>> = {
  node01: 'dock-7',
  node02: 'dock-8',
  'web-node01': 'shop-dock-7',
  web: 'shop',
  nginx: 'front',
  DB_PASSWORD: 'TILL_PIN',
  default: 'harbour',
  monitoring: 'watch',
  prometheus: 'lookout',
  bob: 'wim',
  alice: 'zora',
  carol: 'nell',
  dev: 'riggers',
  ops: 'stewards',
  'kubernetes-super-admin': 'harbour-master',
  'kube-apiserver-kubelet-client': 'tower',
  'expired-admin': 'late-master',
  'future-admin': 'early-master',
  'server-only': 'berth-only',
  'no-eku': 'plain',
  'intruder-ca': 'pirate-ca',
};

/** Service accounts share their names with endpoints (`logs`, `stats`): they are renamed only where an account is meant. */
const ACCOUNT =
  /\b(default[/:]|name: )(viewer|nobody|admin|runner|stats|logs|health|star|allstar|starmetrics|othernode|thisnode|wronggroup|nonresource|proxystar|namespaced)(?=["},\s]|$)/g;

const WORD = new RegExp(
  `(?<![\\w-])(${Object.keys(WORDS)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\w-])`,
  'g',
);

/** A text with every name of the recordings replaced, consistently. */
export function renameText(text: string): string {
  const placed = PLACES.reduce((before, [old, renamed]) => before.replaceAll(old, renamed), text);
  const accounts = placed.replace(ACCOUNT, (_all, before: string, name: string) => `${before}${name}-2`);
  return accounts.replace(WORD, (word) => WORDS[word] ?? word);
}

/** A case under other names: node, pod, container, namespace, identities, paths. */
export function renameCase(recorded: RecordedCase): RecordedCase {
  const { kubernetes, clock, cluster, group, ...named } = recorded;
  return { ...(JSON.parse(renameText(JSON.stringify(named))) as typeof named), kubernetes, clock, cluster, group };
}

/** Recordings under other names, every certificate issued anew for its new holder by its new authority. */
export function renameRecordings(recordings: Recordings): Recordings {
  const texts = (map: ReadonlyMap<string, string>) =>
    new Map([...map].map(([name, text]) => [renameText(name), renameText(text)] as const));
  return {
    cases: recordings.cases.map(renameCase),
    clusters: new Map([...recordings.clusters].map(([name, text]) => [name, renameText(text)])),
    manifests: texts(recordings.manifests),
    pki: reissue(recordings),
    credentials: recordings.credentials,
    metrics: recordings.metrics,
  };
}

/** `bob.crt` → `wim.crt`, with the same dates, usages and kind of issuer. Keys stay: they have no names. */
function reissue(recordings: Recordings): ReadonlyMap<string, string> {
  const issued = new Map<string, string>();
  const file = (name: string, ending: string): string => `${renameText(name)}.${ending}`;
  const issue = (name: string, credential: Credential): void => {
    const key = recordings.pki.get(`${name}.key`) ?? '';
    const [issuerName] = [...recordings.credentials].find(([, { subject }]) => subject === credential.issuer) ?? [name];
    if (issuerName !== name && !issued.has(file(issuerName, 'crt'))) {
      const issuer = recordings.credentials.get(issuerName);
      if (issuer !== undefined) issue(issuerName, issuer);
    }
    const subject = credential.subject.split(', ').map((part) => part.split(' = '));
    const values = (type: string): string[] =>
      subject.flatMap(([kind, value]) => (kind === type && value !== undefined ? [renameText(value)] : []));
    issued.set(file(name, 'key'), key);
    issued.set(
      file(name, 'crt'),
      issueCertificate({
        commonName: values('CN')[0] ?? '',
        organizations: values('O'),
        notBefore: parseTime(credential.notBefore),
        notAfter: parseTime(credential.notAfter),
        serial: String(1000 + issued.size),
        privateKey: key,
        purpose: issuerName === name ? 'authority' : 'client',
        extKeyUsages: credential.extendedKeyUsage.map((usage) =>
          usage.includes('Client') ? 'clientAuth' : 'serverAuth',
        ),
        ...(issuerName !== name && {
          issuer: {
            certificate: issued.get(file(issuerName, 'crt')) ?? '',
            privateKey: recordings.pki.get(`${issuerName}.key`) ?? '',
          },
        }),
      }),
    );
  };
  for (const [name, credential] of recordings.credentials) issue(name, credential);
  return issued;
}
