import { expect, test } from 'vitest';
import { firstRouteFiles, forbiddenIn } from './budget.ts';

test('the first route is the entry and its static imports, lazy chunks left out', () => {
  const manifest = {
    'index.html': { file: 'a.js', imports: ['_b.js', '_c.js'] },
    '_b.js': { file: 'b.js', imports: ['_c.js'] },
    '_c.js': { file: 'c.js', imports: ['index.html'] },
    'kit.html': { file: 'k.js', imports: ['_d.js'] },
    'lazy.ts': { file: 'd.js', imports: ['_b.js'] },
  };
  expect([...firstRouteFiles(manifest)].sort()).toEqual(['a.js', 'b.js', 'c.js']);
});

test('Node and code made of text are found in minified scripts', () => {
  expect(forbiddenIn('import{a}from"./b.js";const f=x.eval(1),retrieval=eval2(3);')).toEqual([]);
  expect(forbiddenIn('import{readFileSync as r}from"node:fs";')).toHaveLength(1);
  expect(forbiddenIn('var a=eval("1")')).toHaveLength(1);
  expect(forbiddenIn('let f=new Function("return this")')).toHaveLength(1);
});
