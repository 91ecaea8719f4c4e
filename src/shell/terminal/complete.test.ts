import { expect, test, vi } from 'vitest';
import { desk } from './typing.fixture.ts';

// The interpreter is a megabyte of script, which a busy machine may take seconds to read.
vi.setConfig({ testTimeout: 20_000 });

const cases: readonly (readonly [line: string, from: number, common: string])[] = [
  ['systemc', 0, 'systemctl'],
  ['cat /var/lib/kubelet/con', 4, '/var/lib/kubelet/config.yaml'],
  ['cat ~/admin.c', 4, '~/admin.crt'],
  ['cat $HOME/admin.c', 4, '$HOME/admin.crt'],
  ['cat "/etc/hostn', 4, '"/etc/hostname'],
  ['echo $HOSTN', 5, '$HOSTNAME'],
  ['echo a > /etc/hostn', 9, '/etc/hostname'],
  ['echo a >>/etc/hostn', 9, '/etc/hostname'],
  ['ls /x; systemc', 7, 'systemctl'],
  ['a=1 b=2 systemc', 8, 'systemctl'],
  ['ls | sudo systemc', 10, 'systemctl'],
  ['sudo systemctl resta', 15, 'restart'],
  ['if true; then systemc', 14, 'systemctl'],
  ['x=$(systemc', 4, 'systemctl'],
  ['cd /etc/kuber', 3, '/etc/kubernetes/'],
  ['./s', 0, './s'],
];

const shared = desk();

test.each(cases)('%s', async (line, from, common) => {
  const { terminal, world, type } = await shared;
  await type('touch s; mkdir -p "my dir"');
  expect(terminal.complete(line, line.length, world())).toMatchObject({ from, common });
});

test('names with blanks are escaped, and only directories follow cd', async () => {
  const { terminal, world, type } = await desk();
  await type('mkdir /tmp/d; cd /tmp/d; mkdir "my dir"; touch "my file" other');
  const inserts = (line: string) =>
    terminal.complete(line, line.length, world()).candidates.map(({ insert }) => insert);
  expect(inserts('cat my')).toEqual(['my\\ dir/', 'my\\ file']);
  expect(inserts('cat "my')).toEqual(['"my dir/', '"my file']);
  expect(inserts('cd ')).toEqual(['my\\ dir/']);
});

test('functions, aliases and kubectl behind its short name complete', async () => {
  const { terminal, world, type } = await desk();
  await type('frobnicate() { :; }; alias frobnify=ls');
  const labels = (line: string) => terminal.complete(line, line.length, world()).candidates.map(({ label }) => label);
  expect(labels('frob')).toEqual(['frobnicate', 'frobnify']);
  expect(labels('k ge')).toEqual(labels('kubectl ge'));
});
