import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { kubeBench } from './kubeBench.ts';

const run = (line: string, world = WARM, change = {}) => runLine(kubeBench, line, world, change);

test('a report has results, remediations and sums', () => {
  const { stdout, exitCode } = run('run --targets node');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^\[INFO\] 4 Worker Node Security Configuration\n\[INFO\] 4\.1 Worker Node Configuration Files\n\[FAIL\] 4\.1\.1 Ensure/,
  );
  expect(stdout).toContain(
    '== Remediations node ==\n4.1.1 On each worker node:\nchmod 600 /lib/systemd/system/kubelet.service\n',
  );
  expect(stdout).toContain('== Summary node ==\n16 checks PASS\n3 checks FAIL\n6 checks WARN\n0 checks INFO\n\n');
});

test('checks and groups are chosen, parts left out', () => {
  expect(run('run --targets=node -c 4.2.1,4.2.2 --noremediations --nosummary --nototals').stdout).toBe(
    `[INFO] 4 Worker Node Security Configuration
[INFO] 4.2 Kubelet
[PASS] 4.2.1 Ensure that the --anonymous-auth argument is set to false (Automated)
[PASS] 4.2.2 Ensure that the --authorization-mode argument is not set to AlwaysAllow (Automated)

`,
  );
  expect(run('run -s node --group 4.1 --noresults --noremediations --nototals').stdout).toMatch(
    /6 checks PASS\n2 checks/,
  );
  expect(run('run -s node --exit-code 42').exitCode).toBe(42);
});

test('JSON is JSON, a terminal gets colours', () => {
  const { Totals, Controls } = JSON.parse(run('run -s node --json').stdout);
  expect(Totals).toEqual({ total_pass: 16, total_fail: 3, total_warn: 6, total_info: 0 });
  expect(Controls[0].tests[1].results[0]).toMatchObject({
    test_number: '4.2.1',
    status: 'PASS',
    expected_result: "'{.authentication.anonymous.enabled}' is equal to 'false'",
  });
  const terminal = { stdin: true, stdout: true, columns: 80 };
  expect(run('run -s node', WARM, { terminal }).stdout).toContain('\u001b[31m[FAIL] \u001b[0m4.1.1');
});

test('while no kubelet runs, its checks say why they did not run', () => {
  const stopped = worldAfter(WARM, [{ type: 'stop', node: 'node01', unit: 'kubelet.service' }]);
  const { stdout } = run('run -s node', stopped);
  expect(stdout).toContain('[FAIL] 4.2.1 ');
  expect(stdout).toContain('\n4.2.4 audit test did not run: failed to run: "/bin/ps -fC $kubeletbin"');
});

test.each([
  ['', 'portside: of kube-bench'],
  ['run', 'portside: of kube-bench'],
  ['run --targets master', 'portside: of kube-bench'],
  ['run --targets nodes', '\nThe specified --targets "nodes" are not configured'],
  ['run --nope', 'Error: unknown flag: --nope'],
  ['walk', 'Error: unknown command "walk" for "kube-bench"'],
  ['run -s node --version 1.31', "portside: of kube-bench's editions"],
  ['run -s node --version 1.35 --benchmark cis-1.12', '\nunable to get benchmark version.'],
])('kube-bench %s is refused', (line, stderr) => {
  const result = run(line);
  expect(result.exitCode).not.toBe(0);
  expect(result.stderr).toContain(stderr);
});

test('any arguments give an answer', () => {
  const word = fc.oneof(fc.constantFrom('run', '-s', 'node', '--check', '--json'), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) =>
      Number.isInteger(kubeBench.run(words, contextOf(WARM)).exitCode),
    ),
    { numRuns: 60 },
  );
});
