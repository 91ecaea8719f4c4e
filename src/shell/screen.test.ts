import { expect, test } from 'vitest';
import { asScreen } from './screen.ts';

test.each([
  ['HTTP/1.1 200 OK\r\nDate: x\r\n\r\nok', 'HTTP/1.1 200 OK\nDate: x\n\nok'],
  ['\r  0  0\r100 12\n', '100 12\n'],
  ['abcdef\rxy', 'xycdef'],
  ['', ''],
])('%j shows as %j', (text, shown) => {
  expect(asScreen(text)).toBe(shown);
});
