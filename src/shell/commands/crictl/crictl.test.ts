import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { kubectl } from '../kubectl/kubectl.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { crictl } from './crictl.ts';
import { humanDuration } from './duration.ts';

const run = (line: string, world = WARM, node = 'node01') => runLine(crictl, line, world, { node });
const id = run('ps -q').stdout.trim();

test('containers and pods stand in crictl’s columns', () => {
  const [head, row] = run('ps').stdout.split('\n');
  expect(head).toMatch(
    /^CONTAINER {11}IMAGE {15}CREATED {3,}STATE {15}NAME {16}ATTEMPT {13}POD ID {14}POD {3,}NAMESPACE$/,
  );
  expect(row).toMatch(
    new RegExp(`^${id.slice(0, 13)} {7}[0-9a-f]{13} {7}.* ago +Running +nginx +0 +[0-9a-f]{13} +web-node01 +default$`),
  );
  expect(run('pods').stdout).toContain('Ready               web-node01');
  expect(JSON.parse(run('ps -o json').stdout)).toMatchObject({ containers: [{ id, state: 'CONTAINER_RUNNING' }] });
});

test('the runtime is of one version, whoever is asked', () => {
  const version = /^RuntimeVersion: {2}(.*)$/m.exec(run('version').stdout)?.[1] ?? '';
  expect(version).toBe('1.6.20~ds1');
  const said = WARM.nodes.node01?.host.journal
    .map(({ text }) => text)
    .find((text) => text.includes('runtime initialized'));
  expect(said).toContain(`containerRuntime="containerd" version="${version}"`);
  expect(runLine(kubectl, 'get nodes -o wide', WARM, { node: 'controlplane' }).stdout).toContain(
    `containerd://${version}\n`,
  );
});

test('the control plane’s containers are there, kubelet or not', () => {
  const stopped = worldAfter(WARM, [{ type: 'stop', node: 'controlplane', unit: 'kubelet.service' }]);
  for (const world of [WARM, stopped]) {
    expect(run('ps --name kube-apiserver -q', world, 'controlplane').stdout).toMatch(/^[0-9a-f]{64}\n$/);
  }
});

test('an API server that cannot start is seen to exit, with its last words', () => {
  const path = '/etc/kubernetes/manifests/kube-apiserver.yaml';
  const entry = WARM.nodes.controlplane?.host.files[path];
  const text =
    entry?.kind === 'file' ? entry.text.replace('    - --allow-privileged=true\n', '    - --no-such-flag=1\n') : '';
  const broken = worldAfter(WARM, [
    { type: 'write', node: 'controlplane', path, text },
    { type: 'advance', milliseconds: 30_000 },
  ]);
  const exited = run('ps -a --name kube-apiserver -q', broken, 'controlplane').stdout.split('\n')[0] ?? '';
  const { stderr, stdout } = run(`logs ${exited.slice(0, 13)}`, broken, 'controlplane');
  expect(stdout + stderr).toContain('unknown flag: --no-such-flag');
});

test('a container is inspected, entered and asked', () => {
  expect(JSON.parse(run(`inspect ${id.slice(0, 8)}`).stdout)).toMatchObject({
    status: { state: 'CONTAINER_RUNNING', metadata: { name: 'nginx' } },
  });
  expect(run(`exec ${id} hostname`)).toMatchObject({ stdout: 'web-node01\n', exitCode: 0 });
  expect(run(`exec -it ${id} sh`).then).toMatchObject({
    kind: 'enter',
    frame: { container: 'default/web-node01/nginx' },
  });
  expect(run(`logs -f ${id}`).then).toMatchObject({ kind: 'follow' });
});

test.each([
  [
    'logs nope',
    'FATA[0000] rpc error: code = NotFound desc = an error occurred when try to find container "nope": not found \n',
    1,
  ],
  ['foo', "No help topic for 'foo'\n", 3],
  ['stop x', 'portside: crictl stop is not modelled.\n', 1],
])('%s is refused', (line, stderr, exitCode) => {
  expect(run(line)).toMatchObject({ stderr, exitCode });
});

test.each([
  [500, 'Less than a second'],
  [1000, '1 second'],
  [59_000, '59 seconds'],
  [61_000, 'About a minute'],
  [1_800_000, '30 minutes'],
  [3_600_000, 'About an hour'],
  [172_000_000, '2 days'],
])('%i ms are %s', (span, text) => {
  expect(humanDuration(span)).toBe(text);
});

test('any arguments give an answer', () => {
  const word = fc.oneof(fc.constantFrom('ps', 'logs', 'exec', '-a', '--name', id), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) =>
      Number.isInteger(crictl.run(words, contextOf(WARM)).exitCode),
    ),
    { numRuns: 60 },
  );
});
