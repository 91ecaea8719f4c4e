import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEnvironmentFile } from './environmentFile.ts';
import { SYSTEMD_VERSIONS } from './version.table.ts';

function read(text: string): readonly string[] {
  return parseEnvironmentFile(text).entries.map(({ name, value }) => `${name}=${value}`);
}

// What load_env_file of libsystemd-shared 252 returned.
test.each([
  ['A=1\nB = 2 \n', ['A=1', 'B=2']],
  ['A="a b" c\n', ['A=a bc']],
  ["A='x\ny'\nB=2", ['A=x\ny', 'B=2']],
  ['A=a\\\nb\n', ['A=ab']],
  ['A="a\\\nb"\n', ['A=ab']],
  ['A="a\\nb \\$X \\" \\\\"\n', ['A=a\\nb $X " \\']],
  [';x\nA=1#c\n', ['A=1#c']],
  ['A\nB=1\n', ['B=1']],
  ['export A=1\n', ['export A=1']],
  ['A=\n', ['A=']],
  ['A="open\nB=2\n', ['A=open\nB=2\n']],
  ['A=x  \\ \n', ['A=x   ']],
  ['A=a\\  \nB=2', ['A=a ', 'B=2']],
  ['  A=1', ['A=1']],
  ['A=1\r\nB=2\r\n', ['A=1', 'B=2']],
  ['A= "q" \n', ['A=q']],
  ['A=\'a\'"b"c\n', ['A=abc']],
  ['A=x "y z" w\n', ['A=x "y z" w']],
  ['A=a\\\\b\n', ['A=a\\b']],
  ['A="x\\', ['A=x']],
  ['A=x\\', ['A=x']],
  ['A', []],
  ['=1\n', []],
  ['1A=2\n', ['1A=2']],
  ['A=\\"q\\"\n', ['A="q"']],
  ['A="x"  y  \n', ['A=xy']],
  ['A=" x "  \n', ['A= x ']],
  ['A=`x`\n', ['A=`x`']],
  ['\ufeffA=1\n', ['\ufeffA=1']],
  ['A="a" #c\n', ['A=a#c']],
])('%j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('a comment that ends in a backslash hides the next line before systemd 254', () => {
  const text = '#c\\\nA=1\nB=2\n';
  const names = SYSTEMD_VERSIONS.map((systemd) => parseEnvironmentFile(text, systemd).entries.map(({ name }) => name));
  expect(names).toEqual([['B'], ['A', 'B']]);
});

test('says where names stand, which lines it drops and which quote is open', () => {
  const file = parseEnvironmentFile('# c\n  A=1\nnothing\nB="x\ny');
  expect(file.entries).toMatchObject([
    { name: 'A', line: 2, column: 3 },
    { name: 'B', line: 4, column: 1 },
  ]);
  expect(file.dropped).toEqual([{ text: 'nothing', line: 3, column: 1 }]);
  expect(file.open).toEqual({ quote: '"', line: 4, column: 3 });
});

test('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'A=1 "\'\\\n\r#;\0$🙂') }), (text) => {
      for (const { name } of parseEnvironmentFile(text).entries) expect(name).not.toContain('\n');
    }),
  );
});
