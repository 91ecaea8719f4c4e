import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configure } from '#engine/config/configure.ts';
import { settingAt } from '#engine/config/effective.ts';
import { type Files, writeText } from '#engine/host/files.ts';
import { FIELDS, followNaively, GATES, gateNaively, type Says, type Told } from './naiveConfiguration.ts';

const FILE = '/var/lib/kubelet/config.yaml';
const FOLDER = '/etc/kubernetes/kubelet.conf.d';
const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

/** Paths and gates with a value each; `also` is what may stand there besides. */
function says(also: readonly null[]): fc.Arbitrary<Says> {
  const field = fc
    .constantFrom(...FIELDS)
    .chain(({ path, values }) => fc.tuple(fc.constant(path), fc.constantFrom<string | null>(...values, ...also)));
  const gate = fc.tuple(fc.constantFrom(...GATES), fc.constantFrom<string | null>('true', 'false', ...also));
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: field }, gate), { maxLength: 8 })
    .map((pairs) => Object.fromEntries(pairs));
}

const flag = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...FIELDS)
      .chain(({ flag: name, values }) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
  },
  fc.tuple(
    fc.constant('feature-gates'),
    fc.tuple(fc.constantFrom(...GATES), fc.boolean()).map(([gate, on]) => `${gate}=${on}`),
  ),
);

const told: fc.Arbitrary<Told> = fc.record({
  file: fc.option(says([]), { freq: 3 }),
  dropIns: fc.option(fc.array(says([null]), { maxLength: 3 }), { freq: 1 }),
  flags: fc.array(flag, { maxLength: 5 }),
});

/** What a source says as YAML, one path a line: `authentication: {webhook: {cacheTTL: 30s}}` merged into nested maps. */
function yamlOf(said: Says): string {
  const tree: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(said)) {
    const parts = (GATES.includes(path) ? `featureGates.${path}` : path).split('.');
    const last = parts.pop() ?? '';
    let at = tree;
    for (const part of parts) {
      const below = (at[part] ?? {}) as Record<string, unknown>;
      at[part] = below;
      at = below;
    }
    at[last] = value === null ? null : /^(?:true|false|\d+)$/.test(value) ? JSON.parse(value) : value;
  }
  return (
    HEAD +
    Object.entries(tree)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
      .join('')
  );
}

function start({ file, dropIns, flags }: Told) {
  let files: Files = {};
  const words = flags.map(([name, value]) => `--${name}=${value}`);
  if (file !== null) {
    files = writeText(files, FILE, yamlOf(file), 0);
    words.push(`--config=${FILE}`);
  }
  if (dropIns !== null) {
    files = writeText(files, `${FOLDER}/README`, 'not read', 0);
    for (const [index, dropIn] of dropIns.entries())
      files = writeText(files, `${FOLDER}/${index}0.conf`, yamlOf(dropIn), 0);
    words.push(`--config-dir=${FOLDER}`);
  }
  const argv = words.map((text) => ({ text, at: null }));
  return configure({ argv, files, version: '1.36.3', cgroup: 2, workingDirectory: '/' });
}

/** A machine may be busy. */
const PATIENCE = 60_000;

const RUNS = 1000;

test(
  `${RUNS} mixtures of file, drop-ins and flags give what the rules of precedence say, and name flags as who decided`,
  () => {
    fc.assert(
      fc.property(told, (mixture) => {
        const configured = start(mixture);
        if (!configured.ok) throw new Error(configured.error);
        const { config } = configured;
        const got: Record<string, unknown> = {};
        const wanted: Record<string, unknown> = {};
        for (const field of FIELDS) {
          const setting = settingAt(config, field.path);
          const isGiven = mixture.flags.some(([name]) => name === field.flag);
          got[field.path] = [String(setting?.value ?? ''), setting?.source.from === 'flag'];
          wanted[field.path] = [followNaively(field, mixture), isGiven];
        }
        for (const gate of GATES) {
          got[gate] = config.gates[gate];
          wanted[gate] = gateNaively(gate, mixture);
        }
        expect(got).toEqual(wanted);
      }),
      { numRuns: RUNS },
    );
  },
  PATIENCE,
);

test.each([
  [null, []],
  [[], ['pods']],
])('an empty list in the file holds until drop-ins are merged: %j', (dropIns, expected) => {
  const files = writeText({}, FILE, `${HEAD}enforceNodeAllocatable: []\n`, 0);
  const folder = writeText(files, `${FOLDER}/README`, '', 0);
  const words = [`--config=${FILE}`, ...(dropIns === null ? [] : [`--config-dir=${FOLDER}`])];
  const argv = words.map((text) => ({ text, at: null }));
  const configured = configure({ argv, files: folder, version: '1.36.3', cgroup: 2, workingDirectory: '/' });
  expect(configured.ok && settingAt(configured.config, 'enforceNodeAllocatable')?.value).toEqual(expected);
});
