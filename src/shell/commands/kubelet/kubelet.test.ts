import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contextOf, worldAfter } from '../context.fixture.ts';
import { COLD, NOON } from '../nodeWorld.fixture.ts';
import { kubelet } from './kubelet.ts';

const RECORDED = 'conformance/recordings/kubelet';

interface Recorded {
  readonly version: string;
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const lines = readFileSync(`${RECORDED}/lines.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

function worldWith(version: string) {
  return worldAfter(COLD, [{ type: 'upgrade', node: 'node01', version }]);
}

/** Lines of klog without what is other in each run: the moment and the pid. */
function steady(stderr: string): string {
  return stderr.replace(/^([IWE])\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ /gm, '$1 ');
}

for (const version of ['1.36.3', '1.34.9', '1.31.14']) {
  test(`kubelet ${version} says what a real one says, word for word`, () => {
    const help = readFileSync(`${RECORDED}/help-${version}.txt`, 'utf8');
    const context = contextOf(worldWith(version), { workingDirectory: '/' });
    const recorded = lines.filter((one) => one.version === version);
    expect(recorded.length).toBeGreaterThan(25);
    for (const { line, stdout, stderr, exitCode } of recorded) {
      const printed = kubelet.run(line.split(' '), context);
      expect({ line, ...printed, stderr: steady(printed.stderr) }).toEqual({
        line,
        stdout: stdout === '@help' ? help : stdout,
        stderr: steady(stderr),
        exitCode,
        events: [],
      });
    }
  });
}

test('a complaint has klog’s header of the world’s time', () => {
  const at = contextOf({ ...COLD, now: NOON + 1500 });
  expect(kubelet.run(['--nope'], at).stderr).toMatch(
    /^E1124 12:00:01\.500000 {2,}\d+ run\.go:72\] "command failed" err="failed to parse kubelet flag: unknown flag: --nope"\n$/,
  );
});

test('a configuration is judged by the files that are there; one that would run is not modelled', () => {
  const there = (text: string) =>
    contextOf(worldAfter(COLD, [{ type: 'write', node: 'node01', path: '/root/k.yaml', text }]));
  const head = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
  expect(kubelet.run(['--config=k.yaml'], there(`${head}port: many\n`))).toMatchObject({
    stderr: expect.stringMatching(/failed to load kubelet config file, path: k.yaml, error: .*port/),
    exitCode: 1,
  });
  expect(kubelet.run(['--config=k.yaml', '--fail-swap-on=false'], there(head)).stderr).toMatch(/^portside: /);
});
