import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, sectionOf } from './document.ts';

test('headings, paragraphs, lists, tables', () => {
  const text = '# A\n\none\ntwo\n\n## B\n- x\n- y\n  goes on\n\n| a | b |\n|---|---|\n| `1` | 2 |\n\n## C\nlast\n';
  const blocks = blocksOf(text);
  expect(blocks).toEqual([
    { kind: 'heading', level: 1, text: 'A' },
    { kind: 'paragraph', text: 'one two' },
    { kind: 'heading', level: 2, text: 'B' },
    { kind: 'list', items: ['x', 'y goes on'] },
    { kind: 'table', head: ['a', 'b'], rows: [['`1`', '2']] },
    { kind: 'heading', level: 2, text: 'C' },
    { kind: 'paragraph', text: 'last' },
  ]);
  expect(sectionOf(blocks, 'B')).toEqual(blocks.slice(3, 5));
  expect(sectionOf(blocks, 'A')).toEqual(blocks.slice(1));
  expect(sectionOf(blocks, 'D')).toEqual([]);
});

test('the real documents are read whole, and every table is as wide as its head', () => {
  const blocks = ['fidelity', 'not-modelled'].flatMap((name) => blocksOf(readFileSync(`docs/${name}.md`, 'utf8')));
  const stray = blocks.filter((block) => block.kind === 'paragraph' && /^[-|#]/.test(block.text));
  expect(stray).toEqual([]);
  for (const block of blocks) {
    if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.head.length);
  }
  for (const title of ['What was recorded from what', 'What the comparison lets pass', 'What is not modelled'])
    expect(sectionOf(blocks, title).length, title).toBeGreaterThan(0);
});

test('any text is a document', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-#|`\n a:]*$/)), (text) => {
      expect(Array.isArray(blocksOf(text))).toBe(true);
    }),
  );
});
