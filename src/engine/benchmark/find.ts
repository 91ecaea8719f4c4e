import { sortedEntries, type Tree } from '../config/decode/tree.ts';
import { parseYaml } from '../config/decode/yaml.ts';

/** What was found of a word or a path; null when it is not there. An error is printed, and the test fails. */
export type Found =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly error: string };

/**
 * Looks for a flag in what a command printed. The first one counts, although the kubelet lets the last one win; and
 * with a space instead of `=` the value goes unseen and is taken for `true`. Models check/test.go flagTestItem.findValue.
 */
export function findFlag(output: string, flag: string): string | null {
  const at = output.indexOf(flag);
  if (at < 0) return null;
  const value = /^(?:=|: *)*([^\s]*)/.exec(output.slice(at + flag.length))?.[1] ?? '';
  if (value !== '') return value;
  return flag.startsWith('--') ? 'true' : flag;
}

/** Looks for a path in a YAML or JSON text. Models check/test.go pathTestItem.findValue over client-go's jsonpath. */
export function findPath(text: string, path: string, isList: boolean): Found {
  const parsed = parseYaml(text);
  if (!parsed.ok) {
    return { ok: false, error: `failed to load YAML or JSON from input "${text}": ${parsed.error}` };
  }
  const tree = path.split('.').reduce<Tree | null>((at, key) => (at === null ? null : below(at, key)), parsed.tree);
  if (tree === null) return { ok: true, value: null };
  if (!isList) return { ok: true, value: shown(tree) || null };
  if (tree.kind === 'null') return { ok: true, value: null };
  if (tree.kind !== 'list') {
    return {
      ok: false,
      error: `unable to parse path expression "{range .${path}[:]}{}{','}{end}": ${shown(tree)} is not array or slice`,
    };
  }
  return { ok: true, value: tree.items.map((item) => `${shown(item)},`).join('') || null };
}

function below(tree: Tree, key: string): Tree | null {
  if (tree.kind !== 'map') return null;
  return tree.entries.findLast((entry) => entry.key === key)?.value ?? null;
}

/** A value as Go prints it. */
function shown(tree: Tree): string {
  switch (tree.kind) {
    case 'null':
      return '<nil>';
    case 'bool':
      return String(tree.value);
    case 'number':
      return tree.text;
    case 'string':
      return tree.value;
    case 'list':
      return `[${tree.items.map(shown).join(' ')}]`;
    case 'map':
      return `map[${sortedEntries(tree)
        .map(({ key, value }) => `${key}:${shown(value)}`)
        .join(' ')}]`;
  }
}
