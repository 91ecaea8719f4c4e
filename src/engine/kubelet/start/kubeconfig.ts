import { looksLikeJson, parseJson } from '../../config/decode/json.ts';
import { linesOf, placeAt } from '../../config/decode/lines.ts';
import { type MapNode, type Span, sortedEntries, type Tree } from '../../config/decode/tree.ts';
import { parseYaml } from '../../config/decode/yaml.ts';
import { goQuote } from '../../config/go/quote.ts';
import { type Files, isDirectory, readText } from '../../host/files.ts';
import type { Place } from '../../host/place.ts';
import { decodeBase64 } from '../../pki/bytes.ts';
import { remembering } from '../../pki/memo.ts';

/** A certificate or key that a kubeconfig names: its text, and the file it stands in when it is not inline. */
export interface Credential {
  readonly text: string;
  readonly path: string | null;
}

/** How a kubeconfig's current context leads to an API server. */
export interface Kubeconfig {
  readonly server: string;
  readonly authority: Credential | null;
  readonly certificate: Credential | null;
  readonly key: Credential | null;
  readonly token: string | null;
}

/** A kubeconfig that was read, or why it cannot be used: client-go's words and the line to blame. */
export type ReadKubeconfig =
  | { readonly ok: true; readonly kubeconfig: Kubeconfig }
  | { readonly ok: false; readonly error: string; readonly at?: Place };

const NOTHING = 'no configuration has been provided, try setting KUBERNETES_MASTER environment variable';

/** A complaint about a kubeconfig, and where in its text. */
interface Complaint {
  readonly error: string;
  readonly span: Span | null;
}

/**
 * Reads a kubeconfig as far as a kubelet uses it: the current context's cluster and user. Takes any text. Paths in it
 * are relative to its own folder.
 * Models client-go/tools/clientcmd (loader.go, client_config.go, validation.go), v0.36.
 */
export function readKubeconfig(files: Files, path: string): ReadKubeconfig {
  const text = readText(files, absolute(path, '/'));
  if (text === null) {
    return isDirectory(files, absolute(path, '/'))
      ? { ok: false, error: `error loading config file "${path}": read ${path}: is a directory` }
      : { ok: false, error: `stat ${path}: no such file or directory` };
  }
  const blame = (error: string, span: Span | null): ReadKubeconfig => ({
    ok: false,
    error,
    ...(span === null ? {} : { at: placeAt(path, linesOf(text), span.from) }),
  });
  const unreadable = (error: string, span: Span) => blame(`error loading config file "${path}": ${error}`, span);
  const parsed = looksLikeJson(text) ? parseJson(text) : parseYaml(text);
  if (!parsed.ok) return unreadable(parsed.error, parsed.span);
  const misshapen = shapeComplaint(parsed.tree);
  if (misshapen !== null) return unreadable(misshapen.error, misshapen.span ?? parsed.tree.span);

  const contextName = textOf(parsed.tree, 'current-context');
  const context = named(parsed.tree, 'contexts', contextName, 'context');
  if (contextName !== '' && context === null) {
    return blame(
      `context was not found for specified context: ${contextName}`,
      child(parsed.tree, 'current-context')?.span ?? null,
    );
  }
  const [clusterName, userName] = [textOf(context, 'cluster'), textOf(context, 'user')];
  const cluster = named(parsed.tree, 'clusters', clusterName, 'cluster');
  const user = named(parsed.tree, 'users', userName, 'user');
  const reader = new CredentialReader(files, absolute(path, '/'));
  const certificate = reader.read(user, 'client-certificate');
  const key = reader.read(user, 'client-key');
  const authority = reader.read(cluster, 'certificate-authority');
  const complaints = [
    ...userComplaints(userName, user, certificate, key),
    ...clusterComplaints(clusterName, cluster, authority),
  ];
  if (complaints.length > 0) {
    const errors = complaints.map(({ error }) => error);
    return blame(
      `invalid configuration: ${errors.length === 1 ? errors.join('') : `[${errors.join(', ')}]`}`,
      complaints.find(({ span }) => span !== null)?.span ?? null,
    );
  }
  const token = textOf(user, 'token');
  return {
    ok: true,
    kubeconfig: {
      server: textOf(cluster, 'server'),
      authority: authority.credential,
      certificate: certificate.credential,
      key: key.credential,
      token: token === '' ? null : token,
    },
  };
}

/** A field that names a credential: what was found, and what is wrong with it. */
interface ReadCredential {
  readonly credential: Credential | null;
  /** The path that could not be opened. */
  readonly missing: string | null;
  readonly twice: boolean;
  readonly span: Span | null;
}

/** Reads `NAME` (a path) and `NAME-data` (base64, which wins) of a cluster or user. */
class CredentialReader {
  private readonly files: Files;
  private readonly folder: string;

  constructor(files: Files, path: string) {
    this.files = files;
    this.folder = path.slice(0, path.lastIndexOf('/')) || '/';
  }

  read(owner: Tree | null, name: string): ReadCredential {
    const data = inline(textOf(owner, `${name}-data`));
    const written = textOf(owner, name);
    const path = written === '' ? '' : absolute(written, this.folder);
    const text = path === '' ? null : readText(this.files, path);
    const span = child(owner, name)?.span ?? child(owner, `${name}-data`)?.span ?? null;
    const missing = path !== '' && text === null && !isDirectory(this.files, path) ? path : null;
    const credential = data !== '' ? { text: data, path: null } : path === '' ? null : { text: text ?? '', path };
    return { credential, missing, twice: data !== '' && path !== '', span };
  }
}

/** The bytes of a `-data` field; '' when it is none. */
const inline: (text: string) => string = remembering(32, (text) => decodeBase64(text.replace(/[\r\n]/g, '')) ?? '');

function userComplaints(
  name: string,
  user: Tree | null,
  certificate: ReadCredential,
  key: ReadCredential,
): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (certificate.credential !== null) {
    if (certificate.twice) {
      complaints.push({
        error: `client-cert-data and client-cert are both specified for ${name}. client-cert-data will override.`,
        span: certificate.span,
      });
    }
    if (key.twice) {
      complaints.push({
        error: `client-key-data and client-key are both specified for ${name}; client-key-data will override`,
        span: key.span,
      });
    }
    if (key.credential === null) {
      complaints.push({
        error: `client-key-data or client-key must be specified for ${name} to use the clientCert authentication method.`,
        span: certificate.span,
      });
    }
    complaints.push(...unopened('client-cert', name, certificate), ...unopened('client-key', name, key));
  }
  const basic = textOf(user, 'username') !== '' || textOf(user, 'password') !== '';
  if (basic && textOf(user, 'token') !== '') {
    const error = `more than one authentication method found for ${name}; found [token basicAuth], only one is allowed`;
    complaints.push({ error, span: user?.span ?? null });
  }
  return complaints;
}

function clusterComplaints(name: string, cluster: Tree | null, authority: ReadCredential): readonly Complaint[] {
  if (cluster === null || cluster.kind !== 'map' || cluster.entries.length === 0) {
    return [{ error: NOTHING, span: null }];
  }
  const complaints: Complaint[] = [];
  if (textOf(cluster, 'server') === '') {
    complaints.push({ error: `no server found for cluster ${goQuote(name)}`, span: cluster.span });
  }
  if (authority.twice) {
    complaints.push({
      error: `certificate-authority-data and certificate-authority are both specified for ${name}. certificate-authority-data will override.`,
      span: authority.span,
    });
  }
  return [...complaints, ...unopened('certificate-authority', name, authority)];
}

function unopened(what: string, name: string, { missing, span }: ReadCredential): readonly Complaint[] {
  if (missing === null) return [];
  return [
    { error: `unable to read ${what} ${missing} for ${name} due to open ${missing}: no such file or directory`, span },
  ];
}

const LISTS = { clusters: 'NamedCluster', users: 'NamedAuthInfo', contexts: 'NamedContext' };

/** What keeps a decoded text from being a kubeconfig: values of other types where it has lists, maps and texts. */
function shapeComplaint(tree: Tree): Complaint | null {
  if (tree.kind === 'null') return null;
  if (tree.kind !== 'map') {
    const error =
      `couldn't get version/kind; json parse error: json: cannot unmarshal ${goType(tree)} into Go value of type ` +
      'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
    return { error, span: tree.span };
  }
  const unknown = unknownKind(tree);
  if (unknown !== null) return unknown;
  for (const [key, type] of Object.entries(LISTS)) {
    const list = child(tree, key);
    if (list === null || list.kind === 'null') continue;
    const wrong = (value: Tree, field: string, go: string): Complaint => ({
      error: `json: cannot unmarshal ${goType(value)} into Go struct field ${field} of type ${go}`,
      span: value.span,
    });
    if (list.kind !== 'list') return wrong(list, `Config.${key}`, `[]v1.${type}`);
    const odd = list.items.find((item) => item.kind !== 'map' && item.kind !== 'null');
    if (odd !== undefined) return wrong(odd, `Config.${key}`, `v1.${type}`);
  }
  const current = child(tree, 'current-context');
  if (current !== null && current.kind !== 'string' && current.kind !== 'null') {
    const error = `json: cannot unmarshal ${goType(current)} into Go struct field Config.current-context of type string`;
    return { error, span: current.span };
  }
  return null;
}

/** A kind or a version that is written and is another one; what is left out is taken to be right. */
function unknownKind(tree: Tree): Complaint | null {
  const kind = textOf(tree, 'kind') || 'Config';
  const version = textOf(tree, 'apiVersion') || 'v1';
  if (kind === 'Config' && version === 'v1') return null;
  const scheme = 'in scheme "pkg/runtime/scheme.go:111"';
  return {
    error: `no kind ${goQuote(kind)} is registered for version ${goQuote(version)} ${scheme}`,
    span: child(tree, kind === 'Config' ? 'apiVersion' : 'kind')?.span ?? null,
  };
}

function goType(tree: Tree): string {
  return tree.kind === 'list' ? 'array' : tree.kind === 'map' ? 'object' : tree.kind;
}

/** The `inner` map of the item of that name in a list of the kubeconfig. */
function named(config: Tree, list: string, name: string, inner: string): Tree | null {
  const items = child(config, list);
  if (items?.kind !== 'list') return null;
  const item = items.items.find((candidate) => textOf(candidate, 'name') === name && name !== '');
  return item === undefined ? null : (child(item, inner) ?? { kind: 'map', entries: [], span: item.span });
}

function child(tree: Tree | null, key: string): Tree | null {
  if (tree?.kind !== 'map') return null;
  return entryOf(tree, key)?.value ?? null;
}

function entryOf(map: MapNode, key: string) {
  return sortedEntries(map).find((entry) => entry.key === key);
}

function textOf(tree: Tree | null, key: string): string {
  const value = child(tree, key);
  return value?.kind === 'string' ? value.value : '';
}

/** A path made absolute and clean: `filepath.Join`, when it does not begin with a slash. */
function absolute(path: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}
