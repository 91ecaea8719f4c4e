import { goQuote } from '../go/quote.ts';
import { type Entry, type Span, sortedEntries, type Tree } from './tree.ts';
import { kindName } from './unmarshal.ts';

/** Group, version and kind of an object. */
export interface Identity {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export type IdentityResult =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly error: string; readonly span: Span };

const STRUCT =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

/** Kinds of the kubelet's scheme, by group and version. */
const REGISTERED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'kubelet.config.k8s.io/v1beta1',
    [
      'KubeletConfiguration',
      'SerializedNodeConfigSource',
      'CredentialProviderConfig',
      'ImagePullIntent',
      'ImagePulledRecord',
    ],
  ],
  ['kubelet.config.k8s.io/v1', ['CredentialProviderConfig']],
]);

const SCHEME = 'pkg/kubelet/apis/config/scheme/scheme.go:33';

/** What a tree says it is. Keys are found in any case here. Models apimachinery/pkg/runtime/serializer/json/meta.go, v1.36. */
export function identityOf(tree: Tree): IdentityResult {
  const refuse = (value: string, target: string, span: Span): IdentityResult => ({
    ok: false,
    error: `couldn't get version/kind; json parse error: json: cannot unmarshal ${value} into Go ${target}`,
    span,
  });
  if (tree.kind === 'null') return { ok: true, identity: { group: '', version: '', kind: '' } };
  if (tree.kind !== 'map') return refuse(kindName(tree), `value of type ${STRUCT}`, tree.span);
  const found = { apiversion: '', kind: '' };
  for (const entry of sortedEntries(tree)) {
    const key = entry.key.toLowerCase();
    if (key !== 'apiversion' && key !== 'kind') continue;
    if (entry.value.kind === 'string') found[key] = entry.value.value;
    else if (entry.value.kind !== 'null')
      return refuse(kindName(entry.value), `struct field .${fieldName(entry)} of type string`, entry.value.span);
  }
  const parts = found.apiversion.split('/');
  if (parts.length > 2) {
    return { ok: false, error: `unexpected GroupVersion string: ${found.apiversion}`, span: tree.span };
  }
  const [first = '', second] = parts;
  return {
    ok: true,
    identity: { group: second === undefined ? '' : first, version: second ?? first, kind: found.kind },
  };
}

function fieldName(entry: Entry): string {
  return entry.key.toLowerCase() === 'kind' ? 'kind' : 'apiVersion';
}

/** `group/version`, or the version alone for the core group. */
function groupVersion(identity: Identity): string {
  return identity.group === '' ? identity.version : `${identity.group}/${identity.version}`;
}

/** How Go prints a group, version and kind. */
export function identityText(identity: Identity): string {
  return `${identity.group}/${identity.version}, Kind=${identity.kind}`;
}

/** Whether this is the one kind that a kubelet is configured with. */
export function isKubeletConfiguration(identity: Identity): boolean {
  return groupVersion(identity) === 'kubelet.config.k8s.io/v1beta1' && identity.kind === 'KubeletConfiguration';
}

/** Why an object is no KubeletConfiguration, null when it is one. `text` is the whole file. */
export function identityError(identity: Identity, text: string): string | null {
  if (identity.kind === '') return `Object 'Kind' is missing in '${text}'`;
  if (identity.version === '') return `Object 'apiVersion' is missing in '${text}'`;
  if (isKubeletConfiguration(identity)) return null;
  const at = groupVersion(identity);
  if (REGISTERED.get(at)?.includes(identity.kind) !== true) {
    return `no kind ${goQuote(identity.kind)} is registered for version ${goQuote(at)} in scheme "${SCHEME}"`;
  }
  const version = identity.version === 'v1beta1' ? 'v1beta1' : identity.version;
  return `failed to cast object to KubeletConfiguration, unexpected type: ${identity.group}/${version}, Kind=${identity.kind}`;
}
