import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from './context.fixture.ts';
import { NODE_PROGRAMS } from './nodePrograms.table.ts';
import { WARM } from './nodeWorld.fixture.ts';

const programs = new Map(NODE_PROGRAMS.map((program) => [program.name, program]));
const run = (line: string, world = WARM) => {
  const [name = '', ...rest] = line.split(' ');
  const program = programs.get(name);
  if (program === undefined) throw new Error(`no such program: ${name}`);
  return runLine(program, rest.join(' '), world);
};

test('no name is given twice, and a manual names its program', () => {
  expect(programs.size).toBe(NODE_PROGRAMS.length);
  for (const { name, manual } of NODE_PROGRAMS) if (manual !== undefined) expect(manual.toLowerCase()).toContain(name);
});

test('ssh leads to other nodes and says what ssh says of the rest', () => {
  expect(run('ssh controlplane').then).toMatchObject({
    kind: 'enter',
    frame: { node: 'controlplane', workingDirectory: '/root' },
  });
  expect(run('ssh root@10.0.0.10').then).toMatchObject({ frame: { node: 'controlplane' } });
  expect(run('ssh nope')).toMatchObject({
    stderr: 'ssh: Could not resolve hostname nope: Name or service not known\n',
    exitCode: 255,
  });
  expect(run('ssh 10.0.0.99')).toMatchObject({
    stderr: 'ssh: connect to host 10.0.0.99 port 22: No route to host\n',
    exitCode: 255,
  });
  expect(run('ssh bob@controlplane')).toMatchObject({
    stderr: 'bob@controlplane: Permission denied (publickey).\n',
    exitCode: 255,
  });
});

test('editors open a file beside the terminal', () => {
  expect(run('vim +3 /var/lib/kubelet/config.yaml').then).toEqual({
    kind: 'edit',
    node: 'node01',
    path: '/var/lib/kubelet/config.yaml',
  });
  expect(run('nano new.txt').then).toMatchObject({ path: '/root/new.txt' });
  for (const line of ['vi', 'vi /etc/kubernetes', 'vi a b', 'vi /no/such/file', 'nano /etc/kubernetes']) {
    expect(run(line)).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/./) });
  }
});

test('the kubelet tells its version and flags', () => {
  expect(run('kubelet --version').stdout).toBe('Kubernetes v1.36.3\n');
  expect(run('kubelet --help').stdout).toMatch(/\n {6}--anonymous-auth {3,}/);
  expect(run('kubelet --fail-swap-on=false').stderr).toContain('not modelled');
});

test('another kubelet is installed by apt-get, and only that', () => {
  const older = run('apt-get install -y --allow-downgrades kubelet=1.34.9-1.1');
  expect(older.events).toEqual([{ type: 'upgrade', node: 'node01', version: '1.34.9' }]);
  expect(run('kubelet --version', worldAfter(WARM, older.events)).stdout).toBe('Kubernetes v1.34.9\n');
  expect(run('apt-get install -y kubelet=1.34.9-1.1')).toMatchObject({ exitCode: 100, events: [] });
  expect(run('apt-get install -y kubelet=1.2.3-1.1').stderr).toBe(
    "E: Version '1.2.3-1.1' for 'kubelet' was not found\n",
  );
  expect(run('apt update').stderr).toContain('portside: ');
});

test('service hands on to systemctl; the machine is never ended', () => {
  expect(run('service kubelet restart').events).toMatchObject([{ type: 'restart', unit: 'kubelet.service' }]);
  expect(run('service kubelet status').stdout).toContain('● kubelet.service');
  expect(run('service nope start')).toMatchObject({ exitCode: 5 });
  expect(run('reboot')).toMatchObject({ exitCode: 1, events: [] });
});

test('no program throws, whatever its arguments; what fails while it is read changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NODE_PROGRAMS),
      fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
      (program, words) => {
        const { exitCode, events } = program.run(words, contextOf(WARM));
        const completed = program.complete?.([...words, ''], contextOf(WARM)) ?? [];
        return (
          Number.isInteger(exitCode) &&
          Array.isArray(completed) &&
          (exitCode === 0 || events.length === 0 || exitCode === 1)
        );
      },
    ),
    { numRuns: 150 },
  );
});
