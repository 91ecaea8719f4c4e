import { isObject, type Json } from '#engine/json.ts';
/**
 * All that the comparison lets pass, and why. Nothing else is normalised: what no row names must be equal to the letter.
 * The functions below are the rows at work; `compare.ts` may use no others.
 */
export const NORMALISATIONS = [
  {
    what: '<hex64>',
    rule: 'in a body stands for any 64 hex digits',
    reason: 'ids of containers and execs are made at random',
  },
  {
    what: 'headers',
    rule: 'the set of names and values is compared; names without case, order free; UNRECORDED_HEADERS left out',
    reason: 'the recorder kept a map and left out what changes with the second, the connection or the request',
  },
  {
    what: 'json',
    rule: 'keys of the top object, `kind`, and namespace/name of the items in order',
    reason: 'pods, statistics and node data hold uids, times and measurements',
  },
  {
    what: 'metrics',
    rule: 'every family of `includes` is there, none is outside `known`; without an entry only the format is judged',
    reason: 'values are measurements, and families come and go with what happened before the scrape',
  },
  {
    what: 'startsWith',
    rule: 'the body begins so',
    reason:
      '/statusz and /flagz go on with build strings, times and process ids; /logs/ lists the files of that machine',
  },
  {
    what: 'notes',
    rule: 'the set of journal lines that NOTE_KINDS names, without time, pid and source line',
    reason:
      'listeners start side by side, so order varies; other lines speak of that machine; line numbers vary by build',
  },
  {
    what: 'after',
    rule: 'a death after the port opened is judged by outcome, exit code, error and notes',
    reason: 'how long the port was open is chance: two goroutines race',
  },
  {
    what: 'curl, moments',
    rule: "dates in GMT, the kubelet's start in its headers, and seconds since the epoch in a certificate's name",
    reason: 'the recorded kubelet made its certificate and started at a second of its own',
  },
  {
    what: 'curl, progress',
    rule: 'average and current speed, and the bytes of one read behind `{ [… bytes data]`',
    reason: 'speed is a measurement, and a certificate made anew may be a few bytes longer or shorter',
  },
  {
    what: 'curl, long bodies',
    rule: 'a body that the recorder cut at 1500 characters is judged by its format alone, and the size of its first piece not at all',
    reason: 'the recording holds no more of it; families are judged by the exchanges',
  },
  {
    what: 'kubectl, ages and moments',
    rule: 'ages in tables with the spaces before and behind them, moments in RFC 3339, RFC 1123 and in front of lines of a log, seconds in metrics',
    reason: 'they tell how long the recorder took',
  },
  {
    what: 'kubectl, names made at random',
    rule: 'what stands behind `csr-`, uids and hashes of pods, ids of 64 hex digits, the mark of a certificate, resource versions',
    reason: 'they are random, hashes of what is, or count what else happened',
  },
  {
    what: 'kubectl, versions',
    rule: 'the version that a build tells of itself',
    reason: 'what was recorded is a build without one: docs/decisions/0005-recorded-build.md',
  },
  {
    what: 'apiserver, what is made anew',
    rule: 'uids, versions, moments, tokens, names from `generateName` and their like in volumes; `managedFields` is left out',
    reason:
      'they are random or tell when the recorder ran, and who manages which field is not modelled: docs/not-modelled.md',
  },
  {
    what: 'apiserver, which binding allowed',
    rule: 'a reason that begins `RBAC: allowed by` is judged so far',
    reason: 'several bindings may allow, and the real authorizer takes them in the random order of a Go map',
  },
] as const;

/** Headers that the recordings do not hold. Lower case. */
const UNRECORDED_HEADERS: ReadonlySet<string> = new Set([
  'date',
  'content-length',
  'connection',
  'transfer-encoding',
  'audit-id',
  'last-modified',
  'process-start-time-unix',
]);

/** Lines that the recorder kept as notes, in every version recorded. */
const NOTE_KINDS: readonly RegExp[] = [
  /^Flag --\S+ has been deprecated, /,
  /^server\.go\] "Starting to listen( read-only)?" /,
  /^server\.go\] "Adding debug handlers to kubelet server"$/,
  /^codec\.go\] "Using lenient decoding as strict decoding failed" /,
];

/** A journal line as a note (`server.go] "Starting to listen" …`), or null when it is none. `source` is klog's `server.go:193`. */
export function noteOf(source: string, text: string): string | null {
  const file = source.replace(/:\d+$/, '');
  const note = file === '' ? text : `${file}] ${text}`;
  return NOTE_KINDS.some((kind) => kind.test(note)) ? note : null;
}

/** Headers as sorted `name: value` lines, without the unrecorded ones. */
export function headerLines(headers: Iterable<readonly [string, string]>): readonly string[] {
  return [...headers]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !UNRECORDED_HEADERS.has(name))
    .map(([name, value]) => `${name}: ${value}`)
    .sort();
}

/** Whether a body is the recorded one, `<hex64>` standing for any 64 hex digits. */
export function sameBody(recorded: string, body: string): boolean {
  if (!recorded.includes('<hex64>')) return recorded === body;
  const pattern = recorded
    .split('<hex64>')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('[0-9a-f]{64}');
  return new RegExp(`^${pattern}$`).test(body);
}

/** What a JSON body's shape is compared by; null when the body is not a JSON object. */
export function jsonShape(body: string): { keys: string[]; kind: unknown; items: string[] | null } | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const list = value.items;
  const items = Array.isArray(list) ? list.map(nameOfItem) : null;
  return { keys: Object.keys(value).sort(), kind: value.kind, items };
}

function nameOfItem(item: unknown): string {
  const metadata = isRecord(item) ? item.metadata : null;
  return isRecord(metadata) ? `${String(metadata.namespace)}/${String(metadata.name)}` : '?';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SAMPLE = /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{.*\})? [-+0-9.eEInfNa]+( \d+)?$/;

/** The families of a body in Prometheus' text format; null when a line is not of that format. */
export function metricFamilies(body: string): ReadonlySet<string> | null {
  const families = new Set<string>();
  for (const line of body.split('\n')) {
    if (line.startsWith('# TYPE ')) families.add(line.split(' ')[2] ?? '');
    else if (line !== '' && !line.startsWith('#') && !SAMPLE.test(line)) return null;
  }
  return families;
}

/** So much the recorder kept of what a command printed. */
const KEPT = 1500;

/** What a command printed. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** What a curl line printed, without what varies. `recorded` is the recorded body, which tells whether it was cut. */
export function steadyCurl({ stdout, stderr }: Output, recorded: string): Output {
  if (recorded.length < KEPT) return { stdout: moments(stdout), stderr: progress(moments(stderr)) };
  // The last line of a body that was cut may be half a line.
  const lines = stdout.slice(0, stdout.lastIndexOf('\n') + 1);
  const body = metricFamilies(lines) === null ? 'not metrics' : 'metrics';
  const sizes = progress(moments(stderr)).replace(/(< \n\{ )\[\d+ bytes/, '$1[<size> bytes');
  return { stdout: body, stderr: sizes };
}

function moments(text: string): string {
  return text
    .replace(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g, '<date>')
    .replace(/[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} GMT/g, '<date>')
    .replace(/(Process-Start-Time-Unix: )\d+/g, '$1<seconds>')
    .replace(/(CN=\S+@)\d{10}/g, '$1<seconds>');
}

function progress(text: string): string {
  return text
    .replace(/(\r100.*) +\S+ +\S+ (--:--:-- --:--:-- --:--:--) +\S+\n/g, '$1 <speed> $2\n')
    .replace(/(TLS handshake, Certificate \(11\):\n\{ )\[\d+ bytes/g, '$1[<size> bytes');
}

/** Fields of the API server's objects that are new each time. */
const MADE_ANEW: ReadonlySet<string> = new Set([
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'deletionTimestamp',
  'token',
  'expirationTimestamp',
  'lastUpdateTime',
  'lastTransitionTime',
]);

/** A body of the API server without what is made anew. */
export function steadyObject(value: Json): Json {
  if (typeof value === 'string') {
    return value
      .replace(/kube-api-access-\w{5}/g, 'kube-api-access-*')
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '*')
      .replace(/X509SHA256=\w+/g, 'X509SHA256=*')
      .replace(/JTI=\S+/g, 'JTI=*')
      .replace(/^(RBAC: allowed by ).*/s, '$1*')
      .replace(/^g-\w{5}$/, 'g-*');
  }
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => steadyObject(item));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'managedFields');
  return Object.fromEntries(
    kept.map(([key, item]) => [key, MADE_ANEW.has(key) && typeof item === 'string' ? '*' : steadyObject(item)]),
  );
}

/** What a kubectl line printed, without what varies. `recorded` is the recorded text, which tells where it was cut. */
export function steadyKubectl({ stdout, stderr }: Output, recorded: string): Output {
  const kept = recorded.length < KEPT ? stdout : stdout.slice(0, KEPT);
  const steady = steadyText(kept);
  // What was cut may end anywhere in a text whose ids are of other lengths.
  return { stdout: recorded.length < KEPT ? steady : steady.slice(0, KEPT / 2), stderr: steadyText(stderr) };
}

function steadyText(text: string): string {
  return text
    .replace(/v0\.0\.0-master\+\$Format:%H\$|v\d+\.\d+\.\d+(?:[-+][\w.]+)?/g, '<version>')
    .replace(/Kustomize Version: \S+/g, 'Kustomize Version: <version>')
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>')
    .replace(/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000/g, '<time>')
    .replace(/^(process_start_time_seconds) \S+$/gm, '$1 <seconds>')
    .replace(/^E\d{4} [\d:.]+ +\d+ /gm, 'E<time> ')
    .replace(/(resourceVersion"?: )"\d+"/g, '$1"<number>"')
    .replace(/\bcsr-[a-z0-9]{5}\b/g, 'csr-<random>')
    .replace(/\b[0-9a-f]{64}\b/g, '<hex64>')
    .replace(/\b[0-9a-f]{32}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uid>')
    .replace(/\(\d+[smhd](?:\d+[smhd])? ago\)/g, '(<age> ago)')
    .replace(/\bAGE +/g, 'AGE ')
    .replace(/(?<=\s)\d+[smhd](?:\d+[smhd])?(?:(?= *\n)| +)/g, '<age> ');
}
