import fc from 'fast-check';
import { expect, test } from 'vitest';
import { READ_HELP } from '../help/read.data.ts';
import { flagsOf } from './flag.ts';
import { parseFlags } from './parse.ts';

const GET = flagsOf(READ_HELP.get ?? '');
const parsed = (...words: string[]) => parseFlags(words, GET);
const errorOf = (...words: string[]) => {
  const result = parsed(...words);
  return result.ok ? null : result.error;
};

test('reads flags before, behind and among the parameters', () => {
  const line = parsed(
    'pods',
    '-ojson',
    'web',
    '-l',
    'app=web',
    '--watch',
    '-L',
    'a,b',
    '--label-columns=c',
    '--',
    '-x',
  );
  expect(line).toMatchObject({ ok: true, parameters: ['pods', 'web', '-x'], dashAt: 2 });
  if (!line.ok) return;
  expect(line.values.text('output')).toBe('json');
  expect(line.values.text('selector')).toBe('app=web');
  expect(line.values.on('watch')).toBe(true);
  expect(line.values.list('label-columns')).toEqual(['a', 'b', 'c']);
  expect(line.values.number('chunk-size')).toBe(500);
  expect(line.values.isSet('chunk-size')).toBe(false);
});

test('complains in pflag’s words', () => {
  expect(errorOf('--foo')).toBe('unknown flag: --foo');
  expect(errorOf('-wq')).toBe("unknown shorthand flag: 'q' in -q");
  expect(errorOf('--selector')).toBe('flag needs an argument: --selector');
  expect(errorOf('-wo')).toBe("flag needs an argument: 'o' in -o");
  expect(errorOf('--=x')).toBe('bad flag syntax: --=x');
  expect(errorOf('-w=maybe')).toBe(
    'invalid argument "maybe" for "-w, --watch" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
  );
  expect(errorOf('--chunk-size=1.5')).toContain('strconv.ParseInt: parsing "1.5": invalid syntax');
});

test('a flag that may stand alone takes no word behind it', () => {
  const line = parseFlags(['--dry-run', 'x'], flagsOf("    --dry-run='none':\n"));
  expect(line).toMatchObject({ ok: true, parameters: ['x'] });
  if (line.ok) expect(line.values.text('dry-run')).toBe('unchanged');
});

test('no words throw', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('-', '--', '-o', '--output', '-ow', '--watch=', '-L', '-L="', '--=', '-😀'),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => parseFlags(words, GET) !== undefined),
    { numRuns: 200 },
  );
});
