import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '#engine/json.ts';

/** A request as it was sent to a real kubelet. `cert` names a pair of `pki/`; `token` a service account or any text. */
export interface RecordedRequest {
  readonly port: number;
  readonly scheme: 'http' | 'https';
  readonly method: string;
  readonly path: string;
  readonly cert?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tlsMax?: '1.0' | '1.1' | '1.2' | '1.3';
}

/** What came back. The fields exclude each other as conformance/recordings/README.md says. */
export interface RecordedResponse {
  readonly status?: number;
  readonly http?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly json?: { readonly keys: readonly string[]; readonly kind?: string; readonly items?: readonly string[] };
  readonly metrics?: string;
  readonly startsWith?: string;
  readonly tls?: string;
  readonly connect?: string;
  readonly raw?: string;
}

/** One case: a node's files and flags, and all that the kubelet then did. */
export interface RecordedCase {
  readonly id: string;
  readonly group: string;
  readonly kubernetes: string;
  readonly clock: string;
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly cluster: string;
  readonly probePorts?: readonly number[];
  readonly startup: {
    readonly outcome: 'running' | 'exited';
    readonly exitCode?: number;
    readonly error?: string;
    readonly after?: 'listening';
    readonly notes: readonly string[];
    readonly listening?: readonly number[];
    readonly listeningOnNodeIP?: readonly number[];
  };
  readonly configz?: JsonObject;
  readonly exchanges: readonly { readonly request: RecordedRequest; readonly response: RecordedResponse }[];
}

/** Families of a metrics endpoint: those that must be there, and those that may. */
export interface MetricFamilies {
  readonly includes: readonly string[];
  readonly known: readonly string[];
}

/** What a certificate of `pki/` says, as `openssl x509` prints it. */
export interface Credential {
  /** `O = dev, CN = bob` */
  readonly subject: string;
  readonly issuer: string;
  /** `Nov 24 08:18:13 2026 GMT` */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly extendedKeyUsage: readonly string[];
}

/** A folder of recordings, read into memory. Maps are keyed by file name without its folder. */
export interface Recordings {
  readonly cases: readonly RecordedCase[];
  /** `base` → the text of `clusters/base.yaml`. */
  readonly clusters: ReadonlyMap<string, string>;
  /** `web.yaml` → its text. */
  readonly manifests: ReadonlyMap<string, string>;
  /** `bob.crt` → PEM. */
  readonly pki: ReadonlyMap<string, string>;
  /** `bob` → what `bob.crt` says. */
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly metrics: ReadonlyMap<string, MetricFamilies>;
}

/** Reads a folder of recordings. Throws when the folder or one of its parts is missing or not JSON. */
export function readRecordings(directory: string): Recordings {
  const cases = names(join(directory, 'cases'), '.jsonl').flatMap((name) => {
    const lines = readFileSync(join(directory, 'cases', name), 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as RecordedCase);
  });
  const table = (name: string): unknown => JSON.parse(readFileSync(join(directory, name), 'utf8'));
  const clusters = texts(join(directory, 'clusters'), '.yaml');
  return {
    cases,
    clusters: new Map([...clusters].map(([name, text]) => [name.replace(/\.yaml$/, ''), text])),
    manifests: texts(join(directory, 'manifests'), '.yaml'),
    pki: texts(join(directory, 'pki'), ''),
    credentials: new Map(Object.entries(table('credentials.json') as Record<string, Credential>)),
    metrics: new Map(Object.entries(table('metrics.json') as Record<string, MetricFamilies>)),
  };
}

function names(directory: string, ending: string): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .sort();
}

function texts(directory: string, ending: string): ReadonlyMap<string, string> {
  return new Map(names(directory, ending).map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}
