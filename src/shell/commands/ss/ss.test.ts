import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { lsof } from '../lsof/lsof.ts';
import { netstat } from '../netstat/netstat.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { ssLines } from './columns.ts';
import { ss } from './ss.ts';

const pid = WARM.nodes.node01?.kubelet.process?.pid ?? 0;
const run = (line: string, change = {}) => runLine(ss, line, WARM, change).stdout;

/** Rows of a real machine, and what its `ss -tlnp` made of them into a pipe and on a terminal of 80. */
const ROWS = [
  [null, 'State', 'Recv-Q', 'Send-Q', 'Local Address:', 'Port', 'Peer Address:', 'Port', 'Process'],
  [null, 'LISTEN', '0     ', '4096  ', '127.0.0.1:', '2379', '0.0.0.0:', '*', ' users:(("etcd",pid=12881,fd=8))'],
  [null, 'LISTEN', '0     ', '4096  ', '127.0.0.1:', '19003', '0.0.0.0:', '*', ' users:(("gs",pid=20631,fd=8))'],
  [null, 'LISTEN', '0     ', '4096  ', '*:', '6443', '*:', '*', ' users:(("kube-apiserver",pid=12931,fd=5))'],
];

test('columns are laid out as ss does', () => {
  expect(ssLines(ROWS, Number.POSITIVE_INFINITY)).toEqual([
    'State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess                         ',
    'LISTEN 0      4096       127.0.0.1:2379       0.0.0.0:*    users:(("etcd",pid=12881,fd=8))',
    'LISTEN 0      4096       127.0.0.1:19003      0.0.0.0:*    users:(("gs",pid=20631,fd=8))  ',
    'LISTEN 0      4096               *:6443             *:*    users:(("kube-apiserver",pid=12931,fd=5))',
  ]);
  expect(ssLines(ROWS, 80)[3]).toBe(
    'LISTEN    0         4096                     *:6443                   *:*        users:(("kube-apiserver",pid=12931,fd=5))                                      ',
  );
});

test('the kubelet’s ports are there while it runs, all addresses as one socket', () => {
  expect(run('-Htlnp sport = :10250').trim()).toMatch(
    new RegExp(`^LISTEN 0 {6}4096 +\\*:10250 +\\*:\\* users:\\(\\("kubelet",pid=${pid},fd=\\d+\\)\\)$`),
  );
  expect(run('-tln')).toContain('127.0.0.1:10248');
  const stopped = worldAfter(WARM, [{ type: 'stop', node: 'node01', unit: 'kubelet.service' }]);
  expect(runLine(ss, '-tln', stopped).stdout).not.toContain('10250');
});

test('on the control plane the static pods listen too', () => {
  const { stdout } = runLine(ss, '-tlnp', WARM, { node: 'controlplane' });
  expect(stdout).toMatch(/\*:6443 .*"kube-apiserver"/);
  expect(stdout).toMatch(/127\.0\.0\.1:2379 .*"etcd"/);
});

test('netstat and lsof tell of the same sockets', () => {
  expect(runLine(netstat, '-tlnp', WARM).stdout).toContain(
    `tcp6       0      0 :::10250                :::*                    LISTEN      ${`${pid}/kubelet`.padEnd(19)} \n`,
  );
  expect(runLine(lsof, '-i :10250', WARM).stdout).toMatch(
    new RegExp(`\\nkubelet ${pid} root   21u  IPv6  \\d+      0t0  TCP \\*:10250 \\(LISTEN\\)\\n$`),
  );
  expect(runLine(lsof, '-i :1', WARM)).toMatchObject({ stdout: '', exitCode: 1 });
});

test('any rows and arguments are laid out', () => {
  const cell = fc.option(fc.string({ maxLength: 30 }));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 200 }),
      (rows, screen) => ssLines(rows, screen).length === rows.length,
    ),
    { numRuns: 100 },
  );
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3 }), (words) =>
      [ss, netstat, lsof].every((one) => Number.isInteger(one.run(words, contextOf(WARM)).exitCode)),
    ),
    { numRuns: 40 },
  );
});
