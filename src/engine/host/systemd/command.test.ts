// biome-ignore-all lint/suspicious/noTemplateCurlyInString: systemd's own syntax
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Files, writeText } from '../files.ts';
import type { LoadedUnit } from '../unit.ts';
import { commandOf } from './command.ts';
import { loadUnit } from './load.ts';
import { SYSTEMD_VERSIONS } from './version.table.ts';

const UNIT = '/usr/lib/systemd/system/kubelet.service';
const DROP_IN = '/etc/systemd/system/kubelet.service.d/10.conf';
const ENV = '/etc/default/kubelet';

type Texts = Readonly<Record<string, string>>;

function disk(texts: Texts): Files {
  const all = { '/etc/hostname': 'node01\n', ...texts };
  return Object.entries(all).reduce<Files>((files, [path, text]) => writeText(files, path, text, 1000), {});
}

function load(files: Files): LoadedUnit {
  return loadUnit(files, 'kubelet.service', 1000).unit;
}

function run(texts: Texts): ReturnType<typeof commandOf> {
  const files = disk(texts);
  return commandOf(load(files), files);
}

/** The words behind argv[0], or why there are none. */
function words(texts: Texts): readonly string[] | string {
  const command = run(texts);
  return command.ok
    ? command.argv.slice(1).map((argument) => argument.text)
    : `${command.phase} ${command.result} ${command.exitCode}`;
}

const service = (lines: string): Texts => ({ [UNIT]: `[Service]\n${lines}\n` });
const SET = 'Environment="A=1 2" "Q=x \'y z\'" E=';

test.each<[what: string, texts: Texts, expected: readonly string[] | string]>([
  ['plain words', service('ExecStart=/usr/bin/kubelet --a=1   --b'), ['--a=1', '--b']],
  ['a continuation', service('ExecStart=/usr/bin/kubelet \\\n  --a=1 \\\n  --b'), ['--a=1', '--b']],
  [
    'comments within a continuation',
    service('ExecStart=/usr/bin/kubelet \\\n# no\n --a \\\n  ; nor this\n  --b'),
    ['--a', '--b'],
  ],
  ['a continuation that a blank line ends', service('ExecStart=/usr/bin/kubelet --a \\\n\n --b'), ['--a']],
  ['a backslash with a blank behind it', service('ExecStart=/usr/bin/kubelet --a \\ \n --b'), ['--a', '\\']],
  ['a continuation with no blank before it', service('ExecStart=/usr/bin/kubelet --a\\\n--b'), ['--a', '--b']],
  ['a hash behind a word is no comment', service('ExecStart=/usr/bin/kubelet --a # c'), ['--a', '#', 'c']],
  ['blanks round the equals sign', service('ExecStart = /usr/bin/kubelet --a'), ['--a']],
  ['Windows line ends', { [UNIT]: '[Service]\r\nExecStart=/usr/bin/kubelet --a \\\r\n --b\r\n' }, ['--a', '--b']],
  ['double quotes', service('ExecStart=/usr/bin/kubelet "--a=x y" --b="1 2"'), ['--a=x y', '--b=1 2']],
  ['single quotes', service("ExecStart=/usr/bin/kubelet '--a=x y' b'c'd"), ['--a=x y', 'bcd']],
  ['C escapes', service('ExecStart=/usr/bin/kubelet a\\x20b \\"q\\" "c\\td"'), ['a b', '"q"', 'c\td']],
  ['an unknown escape', service('ExecStart=/usr/bin/kubelet --a=\\d+'), ['--a=\\d+']],
  ['an empty word', service('ExecStart=/usr/bin/kubelet "" --a=""'), ['', '--a=']],
  [
    'specifiers',
    service('ExecStart=/usr/bin/kubelet %n %N %p %H %% %q 100%'),
    ['kubelet.service', 'kubelet', 'kubelet', 'node01', '%', 'node01', '100%'],
  ],
  ['a whole-word variable is split', service(`${SET}\nExecStart=/usr/bin/kubelet $A`), ['1', '2']],
  ['a braced variable is not', service(`${SET}\nExecStart=/usr/bin/kubelet \${A}`), ['1 2']],
  ['quotes do not keep a variable whole', service(`${SET}\nExecStart=/usr/bin/kubelet "$A"`), ['1', '2']],
  ['quotes inside a value', service(`${SET}\nExecStart=/usr/bin/kubelet $Q`), ['x', 'y z']],
  ['a bare variable within a word stays', service(`${SET}\nExecStart=/usr/bin/kubelet --a=$A`), ['--a=$A']],
  ['a braced one within a word', service(`${SET}\nExecStart=/usr/bin/kubelet --a=\${A}`), ['--a=1 2']],
  [
    'empty and unset: bare gives nothing, braced an empty word',
    service(`${SET}\nExecStart=/usr/bin/kubelet $E $U \${E} \${U} x`),
    ['', '', 'x'],
  ],
  ['a doubled dollar', service(`${SET}\nExecStart=/usr/bin/kubelet $$A --p=$$\${A}`), ['$A', '--p=$1 2']],
  ['a colon turns variables off', service(`${SET}\nExecStart=:/usr/bin/kubelet $A \${A}`), ['$A', '${A}']],
  ['other prefixes', service('ExecStart=-+/usr/bin/kubelet --a'), ['--a']],
  ['at: the second word is argv[0]', service('ExecStart=@/usr/bin/kubelet name --a'), ['--a']],
  ['a bare program name', service('ExecStart=kubelet --a'), ['--a']],
  [
    'a later line of Environment= wins',
    service('Environment=A=1\nEnvironment=A=2\nExecStart=/usr/bin/kubelet $A'),
    ['2'],
  ],
  [
    'an empty Environment= clears',
    service('Environment=A=1\nEnvironment=\nEnvironment=B=2\nExecStart=/usr/bin/kubelet $A $B'),
    ['2'],
  ],
  [
    'UnsetEnvironment=',
    service('Environment=A=1 B=2\nUnsetEnvironment=A B=3\nExecStart=/usr/bin/kubelet $A $B'),
    ['2'],
  ],
  [
    'a broken assignment keeps those before it',
    service('Environment=A=1 "B=2\nExecStart=/usr/bin/kubelet $A $B'),
    ['1'],
  ],
  [
    'a dollar in Environment= is only a character',
    service('Environment=A=1 "B=$A"\nExecStart=/usr/bin/kubelet $B'),
    ['$A'],
  ],
  ['a specifier in Environment=', service('Environment=A=%H\nExecStart=/usr/bin/kubelet $A'), ['node01']],
  [
    'a file beats Environment=, whatever the order',
    { ...service(`EnvironmentFile=${ENV}\nEnvironment=A=unit\nExecStart=/usr/bin/kubelet $A`), [ENV]: 'A=file\n' },
    ['file'],
  ],
  [
    'a later file beats an earlier one',
    {
      ...service(`EnvironmentFile=${ENV}\nEnvironmentFile=/b\nExecStart=/usr/bin/kubelet $A`),
      [ENV]: 'A=1\n',
      '/b': 'A=2\n',
    },
    ['2'],
  ],
  [
    'a pattern, in order',
    {
      ...service('EnvironmentFile=/d/*.env\nExecStart=/usr/bin/kubelet $A $B'),
      '/d/2.env': 'A=2\n',
      '/d/1.env': 'A=1\nB=1\n',
      '/d/.3.env': 'A=3',
    },
    ['2', '1'],
  ],
  [
    'an empty EnvironmentFile= clears',
    { ...service(`EnvironmentFile=${ENV}\nEnvironmentFile=\nExecStart=/usr/bin/kubelet $A`), [ENV]: 'A=1\n' },
    [],
  ],
  [
    'a quoted line of a file',
    { ...service(`EnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet $A`), [ENV]: 'A="--x=1 --y=\'2 3\'"\n' },
    ['--x=1', '--y=2 3'],
  ],
  [
    'a shell word in a file names a variable that is none',
    { ...service(`EnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet $A`), [ENV]: 'export A=1\n' },
    [],
  ],
  [
    'an optional file that is not there',
    service(`EnvironmentFile=-${ENV}\nExecStart=/usr/bin/kubelet --a $A`),
    ['--a'],
  ],
  ['a file that is not there', service(`EnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet`), 'spawn resources 0'],
  [
    'a drop-in that forgets the reset',
    { ...service('ExecStart=/usr/bin/kubelet'), [DROP_IN]: '[Service]\nExecStart=/usr/bin/kubelet --a\n' },
    'refused  0',
  ],
  [
    'a drop-in that resets',
    { ...service('ExecStart=/usr/bin/kubelet'), [DROP_IN]: '[Service]\nExecStart=\nExecStart=/usr/bin/kubelet --a\n' },
    ['--a'],
  ],
  [
    'a drop-in with no section',
    { ...service('ExecStart=/usr/bin/kubelet'), [DROP_IN]: 'ExecStart=\nExecStart=/usr/bin/kubelet --a\n' },
    [],
  ],
  ['a binary that is not there', service('ExecStart=/usr/local/bin/kubelet'), 'exec exit-code 203'],
  [
    'a variable is not put into the path',
    service('Environment=K=kubelet\nExecStart=/usr/bin/${K}'),
    'exec exit-code 203',
  ],
  ['a stranger', service('User=kube\nExecStart=/usr/bin/kubelet'), 'exec exit-code 217'],
  [
    'a directory that is not there',
    service('WorkingDirectory=/nowhere\nExecStart=/usr/bin/kubelet'),
    'exec exit-code 200',
  ],
  [
    'a masked unit',
    { ...service('ExecStart=/usr/bin/kubelet'), '/etc/systemd/system/kubelet.service': '' },
    'refused  0',
  ],
  ['no unit', {}, 'refused  0'],
  ['two commands on one line', service('ExecStart=/usr/bin/kubelet --a ; /usr/bin/true'), 'refused  0'],
  ['oneshot may have two', service('Type=oneshot\nExecStart=/usr/bin/kubelet --a ; /usr/bin/true'), ['--a']],
  ['a semicolon as a word', service('ExecStart=/usr/bin/kubelet \\; ";" a;'), [';', ';', 'a;']],
])('%s', (_, texts, expected) => {
  expect(words(texts)).toEqual(expected);
});

test('every word knows the physical line that wrote it', () => {
  const command = run({
    [UNIT]: `[Service]\nEnvironment="A=--a=1 --b" \\\n  B=--c\nEnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet \\\n# why\n  --d \${B} \\\n  $A $X\n`,
    [ENV]: '# extra\nX=--e\n',
  });
  expect(command.ok && command.argv).toEqual([
    { text: '/usr/bin/kubelet', at: { file: UNIT, line: 5, column: 11 } },
    { text: '--d', at: { file: UNIT, line: 7, column: 3 } },
    { text: '--c', at: { file: UNIT, line: 3, column: 3 }, variable: 'B' },
    { text: '--a=1', at: { file: UNIT, line: 2, column: 13 }, variable: 'A' },
    { text: '--b', at: { file: UNIT, line: 2, column: 13 }, variable: 'A' },
    { text: '--e', at: { file: ENV, line: 2, column: 1 }, variable: 'X' },
  ]);
});

test('the unit is as it was loaded, the environment files are as they are now', () => {
  const before = disk({ ...service(`EnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet $A`), [ENV]: 'A=old\n' });
  const unit = load(before);
  const after = writeText(
    writeText(before, UNIT, '[Service]\nExecStart=/usr/bin/kubelet --new\n', 2000),
    ENV,
    'A=new\n',
    2000,
  );
  const command = commandOf(unit, after);
  expect(command.ok && command.argv.map((argument) => argument.text)).toEqual(['/usr/bin/kubelet', 'new']);
});

test('says what systemd says', () => {
  const texts = (command: ReturnType<typeof commandOf>): readonly string[] =>
    [...command.log, ...command.child.log].map((line) => line.text);
  expect(texts(run(service(`EnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet`)))).toEqual([
    'kubelet.service: Failed to load environment files: No such file or directory',
    "kubelet.service: Failed to run 'start' task: No such file or directory",
  ]);
  expect(texts(run(service('ExecStart=/usr/bin/kubelt')))).toEqual([
    "kubelet.service: Unable to locate executable '/usr/bin/kubelt': No such file or directory",
    'kubelet.service: Failed at step EXEC spawning /usr/bin/kubelt: No such file or directory',
  ]);
  expect(texts(run(service('ExecStart=/usr/bin/kubelet $Z ${Y} $Z')))).toEqual([
    'kubelet.service: Referenced but unset environment variable evaluates to an empty string: Y, Z',
  ]);
  expect(texts(run({ ...service(`EnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet`), [ENV]: '1A=2\n' }))).toEqual([
    `kubelet.service: Ignoring invalid environment assignment '1A=2': ${ENV}`,
  ]);
});

test('what goes wrong behind the fork is said by the process, under the name of its program', () => {
  const missing = run(service('ExecStart=/opt/kubernetes/kubelet-next'));
  expect(missing).toMatchObject({ phase: 'exec', log: [], child: { identifier: '(let-next)' } });
  expect(missing.child.log).toHaveLength(2);
  const before = run(service(`EnvironmentFile=${ENV}\nExecStart=/usr/bin/kubelet`));
  expect(before).toMatchObject({ phase: 'spawn', child: { log: [] } });
});

test('an older systemd has other words', () => {
  const [old] = SYSTEMD_VERSIONS;
  const files = disk(service('ExecStart=/usr/bin/kubelt $Z'));
  expect(commandOf(load(files), files, old).child.log[0]?.text).toBe(
    'kubelet.service: Failed to locate executable /usr/bin/kubelt: No such file or directory',
  );
  const fine = disk(service('ExecStart=/usr/bin/kubelet $Z'));
  expect(commandOf(load(fine), fine, old).child.log).toEqual([]);
});

test('any texts give a command line or a reason', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '[Service]\n',
        'ExecStart=',
        'Environment=',
        'EnvironmentFile=',
        'A=',
        '/usr/bin/kubelet',
        ENV,
        '$A',
        '${A}',
        ' ',
        '"',
        "'",
        '\\',
        '\n',
        '%n',
        '-',
        '@',
        ';',
        '🙂',
        'constructor',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, text, (unit, dropIn, environment) => {
      const command = run({ [UNIT]: `[Service]\n${unit}`, [DROP_IN]: dropIn, [ENV]: environment });
      expect(JSON.parse(JSON.stringify(command))).toEqual(command);
      if (command.ok) expect(command.argv.every((argument) => (argument.at?.line ?? 1) > 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
