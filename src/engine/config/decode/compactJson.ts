import { sortedEntries, type Tree } from './tree.ts';

/** A tree as Go marshals it on the way from YAML: no blanks, keys sorted. */
export function compactJson(tree: Tree): string {
  switch (tree.kind) {
    case 'null':
      return 'null';
    case 'bool':
      return String(tree.value);
    case 'number':
      return tree.text;
    case 'string':
      return JSON.stringify(tree.value);
    case 'list':
      return `[${tree.items.map(compactJson).join(',')}]`;
    case 'map':
      return `{${sortedEntries(tree)
        .map(({ key, value }) => `${JSON.stringify(key)}:${compactJson(value)}`)
        .join(',')}}`;
  }
}
