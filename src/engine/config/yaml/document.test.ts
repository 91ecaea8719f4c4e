import { expect, test } from 'vitest';
import { firstDocument } from './document.ts';
import type { Node } from './node.ts';

/** A document in a few signs: lists in brackets, maps in braces, `=name` for an alias. */
function shape(node: Node | null): string {
  switch (node?.kind) {
    case undefined:
      return 'nothing';
    case 'scalar':
      return node.isImplicit ? node.value : `${node.tag}'${node.value}'`;
    case 'sequence':
      return `[${node.items.map(shape).join(' ')}]`;
    case 'mapping':
      return `{${node.pairs.map(({ key, value }) => `${shape(key)}:${shape(value)}`).join(' ')}}`;
    case 'alias':
      return `=${node.name}`;
  }
}

function outcome(text: string): string {
  try {
    return shape(firstDocument(text));
  } catch (failure) {
    return failure instanceof Error ? failure.message : '';
  }
}

/** What go.yaml.in/yaml/v2 2.4.3 made of each text. */
test.each([
  ['a: 1\nb:\n- x\n- y: z\n', '{a:1 b:[x {y:z}]}'],
  ['a: [1, b: c, "d"]\n', "{a:[1 {b:c} 'd']}"],
  ['? a\n: b\n', '{a:b}'],
  ['a: &x 1\nb: *x\n', '{a:1 b:=x}'],
  ['a: !!str 1\nb: !c d\n', "{a:tag:yaml.org,2002:str'1' b:!c'd'}"],
  ['%TAG !e! tag:e,\n---\na: !e!x b\n', "{a:tag:e,x'b'}"],
  ['a: |\n  x\n   y\n\nb: >-\n  x\n  y\n', "{a:'x\n y\n' b:'x y'}"],
  ['a: x\n  y\n\n  z\nb: "p\\\n  q \\x41"\n', "{a:x y\nz b:'pq A'}"],
  ['--- a\n--- b\n', 'a'],
  ['\ufeffa: 1', '{a:1}'],
  ['# nothing\n', 'nothing'],
  ['  a:\nb: c\n', '{a:}'],
  ['g: {\n  A: true\n}\n', '{g:{A:true}}'],
])('%j', (text, expected) => {
  expect(outcome(text)).toBe(expected);
});

test.each([
  ['a:\n  m: W\n- 1\n- 2\nf: {N: true}\n', 'yaml: line 2: did not find expected key'],
  ['a: }- \nb: 1\n', 'yaml: did not find expected node content'],
  ['a: %:\nb: 1\n', 'yaml: found character that cannot start any token'],
  ['x: - 1\ny: 1\n', 'yaml: block sequence entries are not allowed in this context'],
  ['a: {b: f<<: alse}]\nc: 1\n', "yaml: did not find expected ',' or '}'"],
  ['r:\n  - key: a\n  effect: N\nz: 1\n', "yaml: line 2: did not find expected '-' indicator"],
  ['a: 1\nx', "yaml: line 3: could not find expected ':'"],
  ['a:\n  b: 1\n  c\nd: 2\n', "yaml: line 4: could not find expected ':'"],
  ['z:\n  a b\n  c: 2\n', 'yaml: line 3: mapping values are not allowed in this context'],
  // A forbidden character is minded with the 512 bytes that it is read with, before what is wrong in front of it.
  ['a: b: c\n\u0007', 'yaml: control characters are not allowed'],
  [`a: b: c\n${'#'.repeat(600)}\u0007`, 'yaml: mapping values are not allowed in this context'],
])('refuses %j', (text, words) => {
  expect(outcome(text)).toBe(words);
});
