import { expect, test } from 'vitest';
import { DESCRIBE_STYLE, layOut, TABLE_STYLE, tabbed } from './tabWriter.ts';

test('columns are as wide as their widest cell, and at least six', () => {
  expect(tabbed('NAME\tAGE\nx\t1s\nlonger-name\t2m\n', TABLE_STYLE)).toBe(
    'NAME          AGE\nx             1s\nlonger-name   2m\n',
  );
  expect(tabbed('A\tB\n', TABLE_STYLE)).toBe('A     B\n');
});

test('a line without a cell parts the blocks of a column', () => {
  expect(tabbed('a:\t1\nlong name:\t2\nheading\n  b:\t3\n', DESCRIBE_STYLE)).toBe(
    'a:          1\nlong name:  2\nheading\n  b:  3\n',
  );
});

test('an empty last cell leaves the padding before it', () => {
  expect(tabbed('a\tb\nx\t\n', DESCRIBE_STYLE)).toBe('a  b\nx  \n');
});

test('a writer that goes on keeps its widths', () => {
  const first = layOut('NAME\tAGE\nlonger-name\t1s\n', TABLE_STYLE);
  expect(layOut('x\t2s\n', { ...TABLE_STYLE, remembered: first.widths }).text).toBe('x             2s\n');
});
