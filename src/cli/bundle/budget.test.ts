import { expect, test } from 'vitest';
import { firstRouteFiles, forbiddenIn, terminalFiles } from './budget.ts';

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

test('with the terminal comes what the workbench does without, the interpreter included, the programs not', () => {
  const manifest = {
    'index.html': { file: 'a.js' },
    'src/browser/openSession.ts': { file: 'b.js', imports: ['_c.js'] },
    'src/ui/workbench/Workbench.tsx': { file: 'd.js' },
    '_c.js': { file: 'c.js' },
    '_e.js': { file: 'e.js' },
    '_TerminalPanel-1.js': {
      file: 'f.js',
      name: 'TerminalPanel',
      imports: ['_e.js', 'src/ui/workbench/Workbench.tsx'],
    },
    'src/shell/terminal/terminal.ts': { file: 'g.js', imports: ['_c.js'], dynamicImports: ['bash.js'] },
    'src/shell/terminal/commands.table.ts': { file: 'h.js' },
    'bash.js': { file: 'i.js' },
  };
  expect([...terminalFiles(manifest)].sort()).toEqual(['e.js', 'f.js', 'g.js', 'i.js']);
  expect(terminalFiles({ 'index.html': { file: 'a.js' } })).toEqual([]);
});

test('Node and code made of text are found in minified scripts', () => {
  expect(forbiddenIn('import{a}from"./b.js";const f=x.eval(1),retrieval=eval2(3);')).toEqual([]);
  expect(forbiddenIn('throw Error(`eval() is shut`)')).toEqual([]);
  expect(forbiddenIn('import{readFileSync as r}from"node:fs";')).toHaveLength(1);
  expect(forbiddenIn('var a=eval("1")')).toHaveLength(1);
  expect(forbiddenIn('let f=new Function("return this")')).toHaveLength(1);
});
