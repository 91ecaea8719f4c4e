import { readJwt } from '#engine/apiserver/jwt.ts';
import { GRACE } from '#engine/controlplane/reports.ts';
import { lastAttempt } from '#engine/controlplane/runtime.ts';
import { readCertificates } from '#engine/pki/certificate.ts';
import type { Node, World } from '#engine/world/world.ts';

/** Something that time alone will bring, and when it has happened: milliseconds since the epoch. */
export interface Upcoming {
  readonly label: string;
  readonly at: number;
}

/** Where a node keeps certificates that matter to it. */
const CERTIFICATES = /^\/(?:var\/lib\/kubelet\/pki|etc\/kubernetes\/pki)\/.*\.(?:crt|pem)$/;
/** Files that hold nothing but a token, by their names. */
const TOKENS = /(?:^|[./-])token$/;
/** Longer texts are no tokens. */
const LONGEST_TOKEN = 8_192;

/** What a learner who lets time pass is waiting for, the soonest first. Nothing that lies behind. */
export function upcoming(world: World): readonly Upcoming[] {
  const { reports = {} } = world.cluster;
  const found = Object.values(world.nodes).flatMap((node) => [
    ...restartOf(node),
    ...programsOf(node),
    ...kubeletOf(node),
    ...renewalsOf(node),
    ...expiriesOf(node),
  ]);
  const silent = Object.entries(reports).flatMap(([name, { until }]) =>
    until === null ? [] : [{ label: `the API server holds ${name} for NotReady`, at: until + GRACE }],
  );
  return [...found, ...silent]
    .filter(({ at }) => at > world.now)
    .toSorted((left, right) => left.at - right.at || (left.label < right.label ? -1 : 1));
}

function restartOf({ name, kubelet: { state, restartAt } }: Node): readonly Upcoming[] {
  if (state !== 'waiting' || restartAt === null) return [];
  return [{ label: `systemd starts the kubelet on ${name} again`, at: restartAt }];
}

/** What the control plane's programs on a node are waiting for: to be started again, to serve, to end. */
function programsOf({ name, runtime }: Node): readonly Upcoming[] {
  return Object.values(runtime?.pods ?? {}).flatMap(({ program: run }) => {
    if (run === null) return [];
    const attempt = lastAttempt(run);
    const serves = attempt?.state === 'starting' ? attempt.readyAt : null;
    return [
      ...(run.nextAt === null ? [] : [{ label: `the kubelet on ${name} starts ${run.program} again`, at: run.nextAt }]),
      ...(serves === null ? [] : [{ label: `${run.program} on ${name} is ready`, at: serves }]),
      ...(attempt?.end == null ? [] : [{ label: `${run.program} on ${name} ends`, at: attempt.end.at }]),
    ];
  });
}

/** When a running kubelet looks after its certificates, and the first of what it remembers that it will forget. */
function kubeletOf({ name, kubelet: { process } }: Node): readonly Upcoming[] {
  if (process === null) return [];
  const first = (
    remembered: Readonly<Record<string, { readonly until: number }>>,
    what: string,
  ): readonly Upcoming[] => {
    const ends = Object.values(remembered).map(({ until }) => until);
    return ends.length === 0 ? [] : [{ label: `the kubelet on ${name} forgets ${what}`, at: Math.min(...ends) }];
  };
  const { client, serving } = process.managers ?? {};
  return [
    ...renewalOf(client?.nextAt, `the kubelet on ${name} looks after its client certificate`),
    ...renewalOf(serving?.nextAt, `the kubelet on ${name} looks after its serving certificate`),
    ...first(process.caches.tokens, 'what it was told about a token'),
    ...first(process.caches.decisions, 'what it was told about a right'),
  ];
}

/** What a running kubelet will ask the API server for by itself. */
function renewalsOf({ name, kubelet: { process } }: Node): readonly Upcoming[] {
  const managers = process?.managers ?? {};
  const label = (what: string, waits: boolean) =>
    waits
      ? `the kubelet on ${name} waits no longer for its ${what} certificate`
      : `the kubelet on ${name} asks for a ${what} certificate`;
  return [
    { manager: managers.client, what: 'client' },
    { manager: managers.serving, what: 'serving' },
  ].flatMap(({ manager, what }) =>
    manager === undefined ? [] : [{ label: label(what, manager.request !== null), at: manager.nextAt }],
  );
}

function renewalOf(at: number | null | undefined, label: string): readonly Upcoming[] {
  return typeof at === 'number' ? [{ label, at }] : [];
}

/** Certificates and tokens among a node's files; of files that end at one moment one is told, for they end together. */
function expiriesOf({ name, host }: Node): readonly Upcoming[] {
  const ends = new Map<number, string[]>();
  for (const [path, entry] of Object.entries(host.files)) {
    const at = entry.kind === 'file' ? endOf(path, entry.text) : null;
    // A moment later it has happened.
    if (at !== null) ends.set(at + 1000, [...(ends.get(at + 1000) ?? []), path]);
  }
  return [...ends].map(([at, [first = '', ...others]]) => ({ label: together(first, others.length, name), at }));
}

function together(path: string, others: number, node: string): string {
  if (others === 0) return `${path} on ${node} expires`;
  return `${path} and ${others} more file${others === 1 ? '' : 's'} on ${node} expire`;
}

function endOf(path: string, text: string): number | null {
  if (CERTIFICATES.test(path)) return readCertificates(text)[0]?.notAfter ?? null;
  if (!TOKENS.test(path) || text.length > LONGEST_TOKEN) return null;
  const ends = readJwt(text.trim())?.claims.exp;
  return typeof ends === 'number' ? ends * 1000 : null;
}
