import { expect, test } from 'vitest';
import { parseYaml } from './yaml.ts';

function outcome(text: string): string {
  const parsed = parseYaml(text);
  return parsed.ok ? 'fine' : parsed.error;
}

/** What go.yaml.in/yaml/v2 2.4.3 said of each text. */
test.each([
  ['a:\n  m: W\n- 1\n- 2\nf: {N: true}\n', 'yaml: line 2: did not find expected key'],
  ['c:\n- 1\n- "x"\n  mode: W\nf: 1\n', 'yaml: line 3: did not find expected key'],
  ['a: }- \nb: 1\n', 'yaml: did not find expected node content'],
  ['a: %:\nb: 1\n', 'yaml: found character that cannot start any token'],
  ['x: - 1\ny: 1\n', 'yaml: block sequence entries are not allowed in this context'],
  ['a: {b: f<<: alse}]\nc: 1\n', "yaml: did not find expected ',' or '}'"],
  ['r:\n  - key: a\n  effect: N\nz: 1\n', "yaml: line 2: did not find expected '-' indicator"],
  ['a: 1\nx', "yaml: line 3: could not find expected ':'"],
  ['a:\n  b: 1\n  c\nd: 2\n', "yaml: line 4: could not find expected ':'"],
  ['a: 1\nb\nc: 2\n', "yaml: line 3: could not find expected ':'"],
  ['z:\n  a b\n  c: 2\n', 'yaml: line 3: mapping values are not allowed in this context'],
  // An indented first document ends where the text steps out of it; the rest is not read.
  ['  a:\nb: c\n', 'fine'],
  ['g: {\n  A: true\n}\n', 'fine'],
])('%j', (text, words) => {
  expect(outcome(text)).toBe(words);
});
