import { remembering } from '../../pki/memo.ts';
import { KUBELET_CONFIGURATION } from '../fields/fields.table.ts';
import { identityError, identityOf } from './identity.ts';
import { looksLikeJson, parseJson } from './json.ts';
import type { Parsed, Tree } from './tree.ts';
import { type Remark, unmarshal, type Written } from './unmarshal.ts';
import { parseYaml } from './yaml.ts';

/** A main configuration file as decoded, or the error behind `failed to load Kubelet config file …, error `. */
export type DecodedFile =
  | {
      readonly ok: true;
      readonly tree: Tree;
      readonly written: ReadonlyMap<string, Written>;
      readonly lenient: Lenient | null;
    }
  | { readonly ok: false; readonly error: string; readonly at: Remark };

/** Why strict decoding failed where lenient decoding went on. */
export interface Lenient {
  /** The value of `err=` in the kubelet's log line. */
  readonly error: string;
  readonly remarks: readonly Remark[];
}

/**
 * Decodes the file that `--config` names: strictly, and when only strictness was hurt, leniently with a line in the
 * log. Models pkg/kubelet/kubeletconfig/util/codec/codec.go, v1.36.
 */
export function decodeConfigFile(text: string, minor: number): DecodedFile {
  return decodedFor(minor)(text);
}

/** Most starts read the file of the start before. */
const decodedFor: (minor: number) => (text: string) => DecodedFile = remembering(4, (minor) =>
  remembering(4, (text: string) => decode(text, minor)),
);

function decode(text: string, minor: number): DecodedFile {
  const json = looksLikeJson(text);
  const parsed = json ? parseJson(text) : parseYaml(text);
  if (!parsed.ok) {
    const error = json ? `couldn't get version/kind; json parse error: ${parsed.error}` : parsed.error;
    return refused(error, parsed.span);
  }
  const identity = identityOf(parsed.tree);
  if (!identity.ok) return refused(identity.error, identity.span);
  const wrong = identityError(identity.identity, text);
  if (wrong?.startsWith('failed to cast') === true)
    return { ok: false, error: wrong, at: { message: wrong, span: { from: 0, to: 0 } } };
  if (wrong !== null) return refused(wrong, { from: 0, to: 0 });
  const decoded = unmarshal(parsed.tree, KUBELET_CONFIGURATION, { minor, anyCase: false, inTextOrder: json });
  if (decoded.error !== null) return refused(decoded.error.message, decoded.error.span);
  return {
    ok: true,
    tree: parsed.tree,
    written: decoded.written,
    lenient: strictErrors(parsed, decoded.unknown, json),
  };
}

function refused(error: string, span: Remark['span']): DecodedFile {
  return { ok: false, error: `failed to decode: ${error}`, at: { message: error, span } };
}

/** YAML's duplicates come first and are one error of several lines; JSON's stand among the unknown fields. */
function strictErrors(parsed: Parsed & { ok: true }, unknown: readonly Remark[], json: boolean): Lenient | null {
  const { duplicates } = parsed;
  if (duplicates.length === 0 && unknown.length === 0) return null;
  const remarks = [...duplicates, ...unknown].sort((a, b) => a.span.from - b.span.from);
  const messages = (json ? remarks : unknown).map((remark) => remark.message);
  if (!json && duplicates.length > 0) messages.unshift(yamlDuplicates(duplicates));
  return { error: `strict decoding error: ${messages.join(', ')}`, remarks };
}

/** go-yaml's sentence for duplicate keys. */
export function yamlDuplicates(duplicates: readonly { readonly message: string }[]): string {
  return `yaml: unmarshal errors:\n${duplicates.map((duplicate) => `  ${duplicate.message}`).join('\n')}`;
}
