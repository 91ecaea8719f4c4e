import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Files, writeText } from '../files.ts';
import { assemble } from './assemble.ts';
import { changedFiles, changedOnDisk } from './changed.ts';
import { findUnit, loadUnit } from './load.ts';

const UNIT = '/usr/lib/systemd/system/kubelet.service';
const GOOD = '[Service]\nExecStart=/usr/bin/kubelet\n';

function disk(texts: Readonly<Record<string, string>>, now = 1000): Files {
  return Object.entries(texts).reduce<Files>((files, [path, text]) => writeText(files, path, text, now), {});
}

/** What loading a lone fragment says. */
function say(text: string): readonly string[] {
  return loadUnit(disk({ [UNIT]: text }), 'kubelet.service', 1000).log.map((line) => line.text.replace(UNIT, 'unit'));
}

const NO_COMMAND = 'kubelet.service: Service has no ExecStart=, ExecStop=, or SuccessAction=. Refusing.';
const FATAL = 'kubelet.service: Unit configuration has fatal error, unit will not be started.';

// What `systemd-analyze verify` of systemd 252 printed for each text.
test.each<[string, string[]]>([
  [
    'Foo=bar\n[Unit]\n indented\n[Service]\nExecStart=/usr/bin/kubelet',
    ['unit:1: Assignment outside of section. Ignoring.', "unit:3: Missing '=', ignoring line."],
  ],
  [
    `${GOOD}ExecStrat=/bin/true\nenvironment=A=1\nX-foo=1`,
    [
      "unit:3: Unknown key 'ExecStrat' in section [Service], ignoring.",
      "unit:4: Unknown key 'environment' in section [Service], ignoring.",
    ],
  ],
  [
    `${GOOD}[Foo]\nA=1\n[X-Foo]\nB=1\n[Broken\nfoo=1`,
    ["unit:3: Unknown section 'Foo'. Ignoring.", "unit:7: Invalid section header '[Broken'"],
  ],
  [
    `${GOOD}=value\nExecStart\nEnvironment="A=1`,
    [
      "unit:3: Missing key name before '=', ignoring line.",
      "unit:4: Missing '=', ignoring line.",
      'unit:5: Invalid syntax, ignoring: "A=1',
    ],
  ],
  ['[Service] # c\nExecStart=/bin/true', ["unit:1: Invalid section header '[Service] # c'"]],
  [`${GOOD}[Ser"vice]`, ["unit:3: Bad characters in section header '[Ser\"vice]'"]],
  [`${GOOD}[`, ["unit:3: Invalid section header '['"]],
  [
    `${GOOD}[]\nA=1\n[Socket]\nB=1`,
    ["unit:3: Unknown section ''. Ignoring.", "unit:5: Unknown section 'Socket'. Ignoring."],
  ],
  ['[service]\nExecStart=/bin/true', ["unit:1: Unknown section 'service'. Ignoring.", NO_COMMAND]],
  [`${GOOD}Foo=a \\\n  b\\\n`, ["unit:5: Unknown key 'Foo' in section [Service], ignoring."]],
  [
    `${GOOD}Foo=a \\\n# c\n  b\nBaz\\\n=1`,
    [
      "unit:5: Unknown key 'Foo' in section [Service], ignoring.",
      "unit:7: Unknown key 'Baz' in section [Service], ignoring.",
    ],
  ],
  [
    '[Service]\r\nExecStart=/bin/true\r\nFoo=1\r\n\r\nBar=1\rBaz=1\0Qux=1\n',
    [
      "unit:3: Unknown key 'Foo' in section [Service], ignoring.",
      "unit:5: Unknown key 'Bar' in section [Service], ignoring.",
      "unit:6: Unknown key 'Baz' in section [Service], ignoring.",
      "unit:7: Unknown key 'Qux' in section [Service], ignoring.",
    ],
  ],
  [
    '\ufeff# hi\n[Service]\nExecStart=/bin/true\nFoo=1\n\ufeffX=2\n',
    [
      'unit:1: Assignment outside of section. Ignoring.',
      "unit:4: Unknown key 'Foo' in section [Service], ignoring.",
      "unit:5: Unknown key '\ufeffX' in section [Service], ignoring.",
    ],
  ],
  [
    '\n\ufeff[Service]\nExecStart=/bin/true\n\ufeffX=2\n',
    ["unit:4: Unknown key '\ufeffX' in section [Service], ignoring."],
  ],
  [
    '[Service]\nExecStart =/bin/true\n  Foo Bar = b=c\nExec Start=1\n;c\n -x=1\n',
    [
      "unit:3: Unknown key 'Foo Bar' in section [Service], ignoring.",
      "unit:4: Unknown key 'Exec Start' in section [Service], ignoring.",
      "unit:6: Unknown key '-x' in section [Service], ignoring.",
    ],
  ],
  [
    `${GOOD}Restart=allways\nRestartSec=10 quux\nEnvironment=A=1 B\nEnvironmentFile=rel\nUser=\nType=fancy\nStartLimitBurst=x\nStartLimitInterval=zz`,
    [
      'unit:3: Failed to parse service restart specifier, ignoring: allways',
      'unit:4: Failed to parse sec value, ignoring: 10 quux',
      'unit:5: Invalid environment assignment, ignoring: B',
      'unit:6: EnvironmentFile= path is not absolute, ignoring: rel',
      'unit:8: Failed to parse service type, ignoring: fancy',
      'unit:9: Failed to parse unsigned value, ignoring: x',
      'unit:10: Failed to parse sec value, ignoring: zz',
    ],
  ],
  [
    `${GOOD}Environment=1A=2 "B C"=3 D= =E\nEnvironmentFile=-rel\nEnvironmentFile=/a b\nEnvironmentFile=-`,
    [
      'unit:3: Invalid environment assignment, ignoring: 1A=2',
      'unit:3: Invalid environment assignment, ignoring: B C=3',
      'unit:3: Invalid environment assignment, ignoring: =E',
      'unit:4: EnvironmentFile= path is not absolute, ignoring: rel',
      'unit:6: EnvironmentFile= path is not absolute, ignoring: ',
    ],
  ],
  [
    `${GOOD}EnvironmentFile=/a/../b\nEnvironmentFile=-/a//b/\nEnvironmentFile="/x"\nEnvironmentFile=- /x`,
    [
      'unit:3: EnvironmentFile= path is not normalized, ignoring: /a/../b',
      'unit:5: EnvironmentFile= path is not absolute, ignoring: "/x"',
      'unit:6: EnvironmentFile= path is not absolute, ignoring:  /x',
    ],
  ],
  [
    `${GOOD}RestartSec=-1\nRestartSec=\nRestart=\nWorkingDirectory=rel`,
    [
      'unit:3: Failed to parse sec value, ignoring: -1',
      'unit:4: Failed to parse sec value, ignoring: ',
      'unit:5: Failed to parse service restart specifier, ignoring: ',
      'unit:6: WorkingDirectory= path is not absolute: rel',
      FATAL,
    ],
  ],
  [
    `${GOOD}RemainAfterExit=maybe\nTimeoutStopSec=x\nTimeoutSec=x\nWorkingDirectory=-rel\n[Install]\nFoo=1`,
    [
      'unit:3: Failed to parse boolean value, ignoring: maybe',
      'unit:4: Failed to parse time value, ignoring: x',
      'unit:5: Failed to parse TimeoutSec= parameter, ignoring: x',
      'unit:6: WorkingDirectory= path is not absolute, ignoring: rel',
      "unit:8: Unknown key 'Foo' in section [Install], ignoring.",
    ],
  ],
  ['[Service]\n', [NO_COMMAND]],
  ['\n', [NO_COMMAND]],
  ['[Service]\nExecStart=\n', [NO_COMMAND]],
  [
    `${GOOD}ExecStart=/bin/false\n`,
    [
      'kubelet.service: Service has more than one ExecStart= setting, which is only allowed for Type=oneshot services. Refusing.',
    ],
  ],
  [
    '[Service]\nExecStart=/bin/true \\q \\x\n',
    ['unit:2: Ignoring unknown escape sequences: "\\q"', 'unit:2: Ignoring unknown escape sequences: "\\x"'],
  ],
  ...commands([
    ['./rel/x b', ['unit:2: Neither a valid executable name nor an absolute path: ./rel/x', FATAL]],
    ['@/bin/true', ['unit:2: Empty executable name or zeroeth argument: @/bin/true', FATAL]],
    ['-@/bin/true', ['unit:2: Empty executable name or zeroeth argument, ignoring: -@/bin/true', NO_COMMAND]],
    ['-', ["unit:2: Empty path in command line, ignoring: '-'", NO_COMMAND]],
    [':', ["unit:2: Empty path in command line: ':'", FATAL]],
    ['/bin/', ['unit:2: Executable path specifies a directory: /bin/', FATAL]],
    ['-/bin/', ['unit:2: Executable path specifies a directory, ignoring: /bin/', NO_COMMAND]],
    ['--/bin/true', ['unit:2: Neither a valid executable name nor an absolute path, ignoring: -/bin/true', NO_COMMAND]],
    ['+!/bin/true', ['unit:2: Neither a valid executable name nor an absolute path: !/bin/true', FATAL]],
    ['!!!/bin/true', ['unit:2: Neither a valid executable name nor an absolute path: !/bin/true', FATAL]],
    ['|/bin/true', ['unit:2: Neither a valid executable name nor an absolute path: |/bin/true', FATAL]],
    ['-/bin/true "x', ['unit:2: Unbalanced quoting, ignoring: "-/bin/true "x"', NO_COMMAND]],
    ["/bin/true 'x", ['unit:2: Unbalanced quoting, ignoring: "/bin/true \'x"', FATAL]],
    ['/bin/true "\\q', ['unit:2: Unbalanced quoting, ignoring: "/bin/true "\\q"', FATAL]],
    ['"" x', ['unit:2: Empty path in command line: \'"" x\'', FATAL]],
    [';', [NO_COMMAND]],
    ['/bin/true ; "x', ['unit:2: Unbalanced quoting, ignoring: ""x"']],
    ['/bin/a\\tb', ['unit:2: Executable name contains special characters: /bin/a\tb', FATAL]],
    ['/bin/true a ; @/bin/true', ['unit:2: Empty executable name or zeroeth argument: @/bin/true', FATAL]],
    ['/bin/true a b\\q c', ['unit:2: Ignoring unknown escape sequences: "b\\q"']],
    ['@-:+/bin/true x', []],
    ['/bin/tr\\x75e', []],
  ]),
])('says of %j', (text, expected) => {
  expect(say(text)).toEqual(expected);
});

function commands(rows: readonly (readonly [string, string[]])[]): [string, string[]][] {
  return rows.map(([command, expected]) => [`[Service]\nExecStart=${command}\n`, expected]);
}

test('finds fragment and drop-ins in systemd’s order, the stronger directory masking by file name', () => {
  const files = disk({
    [UNIT]: GOOD,
    '/etc/systemd/system/kubelet.service.d/10.conf': '[Service]\nEnvironment=A=etc\n',
    '/usr/lib/systemd/system/kubelet.service.d/10.conf': '[Service]\nEnvironment=A=lib\n',
    '/run/systemd/system/kubelet.service.d/15.conf': '',
    '/usr/lib/systemd/system/service.d/05.conf': '',
    '/etc/systemd/system/service.d/10.conf': '',
    '/etc/systemd/system/kubelet.service.d/B.conf': '',
    '/etc/systemd/system/kubelet.service.d/a.conf': '',
    '/etc/systemd/system/kubelet.service.d/.hidden.conf': '',
    '/etc/systemd/system/kubelet.service.d/notes.txt': '',
    '/etc/systemd/system/kubelet.service.d/deep/20.conf': '',
  });
  expect(findUnit(files, 'kubelet.service')).toEqual({
    fragment: UNIT,
    dropIns: [
      '/usr/lib/systemd/system/service.d/05.conf',
      '/etc/systemd/system/kubelet.service.d/10.conf',
      '/run/systemd/system/kubelet.service.d/15.conf',
      '/etc/systemd/system/kubelet.service.d/B.conf',
      '/etc/systemd/system/kubelet.service.d/a.conf',
    ],
  });
});

test('dash prefixes have drop-ins of their own', () => {
  const files = disk({
    '/etc/systemd/system/foo-.service.d/1.conf': '',
    '/etc/systemd/system/foo-bar-.service.d/2.conf': '',
  });
  expect(findUnit(files, 'foo-bar-baz.service').dropIns).toHaveLength(2);
});

test('tells a missing, a masked, a bad and a broken unit apart', () => {
  const state = (texts: Readonly<Record<string, string>>): string =>
    assemble(loadUnit(disk(texts), 'kubelet.service', 1000).unit, 'node01').state;
  expect(state({})).toBe('not-found');
  expect(state({ [UNIT]: GOOD, '/etc/systemd/system/kubelet.service': '' })).toBe('masked');
  expect(state({ [UNIT]: '[Service]\n' })).toBe('bad-setting');
  expect(state({ [UNIT]: '[Service\n' })).toBe('error');
  expect(state({ [UNIT]: GOOD })).toBe('loaded');
});

test('a drop-in that systemd gives up counts up to there, and the unit still loads', () => {
  const dropIn = '/etc/systemd/system/kubelet.service.d/10.conf';
  const { unit, log } = loadUnit(
    disk({ [UNIT]: GOOD, [dropIn]: '[Service]\nEnvironment=A=1\nExecStart=/bin/true "x\nEnvironment=B=1\n' }),
    'kubelet.service',
    1000,
  );
  expect(log.map((line) => line.text)).toEqual([`${dropIn}:3: Unbalanced quoting, ignoring: "/bin/true "x"`]);
  expect(unit.directives.map(({ value }) => value)).toEqual(['/usr/bin/kubelet', 'A=1']);
  expect(assemble(unit, 'node01').state).toBe('loaded');
});

test('a loaded unit knows that its files changed, and which', () => {
  const dropIn = '/etc/systemd/system/kubelet.service.d/10.conf';
  const files = disk({ [UNIT]: GOOD });
  const { unit } = loadUnit(files, 'kubelet.service', 1000);
  expect(changedOnDisk(unit, files)).toBe(false);
  const edited = writeText(files, UNIT, `${GOOD}# c\n`, 1000);
  expect(changedOnDisk(unit, edited)).toBe(true);
  expect(changedFiles(unit, edited)).toEqual([UNIT]);
  const added = writeText(files, dropIn, '', 1000);
  expect(changedOnDisk(unit, added)).toBe(true);
  expect(changedFiles(unit, added)).toEqual([dropIn]);
  expect(changedOnDisk(unit, writeText(files, UNIT, GOOD, 2000))).toBe(true);
  expect(changedOnDisk(unit, {})).toBe(true);
});

test('systemd does not notice a new fragment in a stronger directory, a reload would', () => {
  const files = disk({ [UNIT]: GOOD });
  const { unit } = loadUnit(files, 'kubelet.service', 1000);
  const shadowed = writeText(files, '/etc/systemd/system/kubelet.service', GOOD, 2000);
  expect(changedOnDisk(unit, shadowed)).toBe(false);
  expect(changedFiles(unit, shadowed)).toEqual(['/etc/systemd/system/kubelet.service', UNIT]);
});

test('loads any text', () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          '[Service]',
          'ExecStart=',
          '/bin/x',
          ' ',
          '"',
          "'",
          '\\',
          '\n',
          '%',
          '$',
          '=',
          '-',
          '@',
          ';',
          '#',
          '[',
          '\r',
          '\0',
          '🙂',
          '__proto__=1',
        ),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, (fragment, dropIn) => {
      const files = disk({ [UNIT]: fragment, '/etc/systemd/system/kubelet.service.d/x.conf': dropIn });
      const { unit, log } = loadUnit(files, 'kubelet.service', 1);
      expect(JSON.parse(JSON.stringify(unit))).toEqual(unit);
      for (const { about } of log) expect(about?.line ?? 1).toBeGreaterThan(0);
    }),
  );
});
