import { goQuote } from '../go/quote.ts';
import type { Tree } from './tree.ts';

/** A value as Go's `%#v` prints what go-yaml made of it. */
export function goSyntax(tree: Tree): string {
  switch (tree.kind) {
    case 'null':
      return 'interface {}(nil)';
    case 'bool':
      return String(tree.value);
    case 'number':
      return tree.text;
    case 'string':
      return goQuote(tree.value);
    case 'list':
      return `[]interface {}{${tree.items.map(goSyntax).join(', ')}}`;
    case 'map': {
      const last = new Map(tree.entries.map(({ key, value }) => [key, value]));
      const shown = [...last]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => `${goQuote(key)}:${goSyntax(value)}`);
      return `map[interface {}]interface {}{${shown.join(', ')}}`;
    }
  }
}
