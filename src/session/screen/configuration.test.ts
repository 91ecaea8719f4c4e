import { expect, test } from 'vitest';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { nodeIn, started } from '../asking/bases.fixture.ts';
import type { ConfigurationRow } from '../view/configuration.ts';
import { configurationOf } from './configuration.ts';
import { settingViews } from './settings.ts';

const CONFIG = '/var/lib/kubelet/config.yaml';
const EXTRA = '/etc/default/kubelet';
const stock = started('kubeadm-node');
const lecture = started('lecture-node');

const row = (world: World, path: string): ConfigurationRow => {
  const found = configurationOf(world, 'node01').rows.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no row ${path}`);
  return found;
};
const textOf = (path: string): string => {
  const entry = stock.here.host.files[path];
  return entry?.kind === 'file' ? entry.text : '';
};

test('every field is there, in the order in which a request meets them', () => {
  const { of, words, rows } = configurationOf(stock.world, stock.node);
  expect({ of, words }).toEqual({ of: 'running', words: '' });
  expect(rows).toHaveLength(Object.keys(stock.here.kubelet.process?.config.settings ?? {}).length);
  expect([...new Set(rows.map(({ group }) => group))]).toEqual([
    'authentication',
    'authorization',
    'ports',
    'tls',
    'rest',
  ]);
  expect(rows[0]?.path).toBe('authentication.anonymous.enabled');
});

test('a stock kubeadm node has notes and no risk; the lecture’s node has five', () => {
  const verdicts = (world: World, verdict: string) =>
    configurationOf(world, 'node01')
      .rows.filter((each) => each.verdict === verdict)
      .map(({ path }) => path);
  expect(verdicts(stock.world, 'risky')).toEqual([]);
  expect(verdicts(stock.world, 'note')).toEqual([
    'protectKernelDefaults',
    'enableProfilingHandler',
    'enableDebugFlagsHandler',
    'seccompDefault',
  ]);
  expect(verdicts(lecture.world, 'risky')).toEqual([
    'authentication.anonymous.enabled',
    'authentication.x509.clientCAFile',
    'authentication.webhook.enabled',
    'authorization.mode',
    'readOnlyPort',
  ]);
  expect(settingViews(stock.here).some(({ risky }) => risky)).toBe(false);
});

test('every value that is not as hardened says why', () => {
  for (const { world } of [stock, lecture]) {
    for (const { verdict, why, hardened } of configurationOf(world, 'node01').rows) {
      if (verdict !== 'fine') expect(`${why}${hardened}`).not.toBe('');
    }
  }
});

test('/flagz shows a default that is not in force, and says so', () => {
  expect(row(stock.world, 'authentication.anonymous.enabled')).toMatchObject({
    value: 'false',
    file: { text: 'false', place: { file: CONFIG } },
    configz: 'false',
    flagz: { flag: 'anonymous-auth', text: 'true', given: false },
    disagreements: [
      {
        about: 'flagz',
        text: '/flagz shows true, the flag’s own default: nobody gave --anonymous-auth, and what decides is config.yaml line 4.',
      },
    ],
  });
  expect(row(lecture.world, 'authentication.anonymous.enabled').disagreements).toEqual([]);
});

test('a flag beats the file', () => {
  const { world } = started('kubeadm-node', { [EXTRA]: 'KUBELET_EXTRA_ARGS=--anonymous-auth=true\n' });
  expect(row(world, 'authentication.anonymous.enabled')).toMatchObject({
    value: 'true',
    verdict: 'risky',
    file: { text: 'false' },
    configz: 'true',
    flagz: { text: 'true', given: true },
    disagreements: [
      { about: 'file', text: 'config.yaml line 4 says false. --anonymous-auth=true, default/kubelet line 1 beats it.' },
    ],
  });
});

test('a file that is newer than the kubelet is not in force', () => {
  const text = textOf(CONFIG).replace(/(anonymous:\n\s+enabled: )false/, '$1true');
  const { world } = step(stock.world, { type: 'write', node: stock.node, path: CONFIG, text });
  expect(row(world, 'authentication.anonymous.enabled')).toMatchObject({ value: 'false', file: { text: 'true' } });
  expect(row(world, 'authentication.anonymous.enabled').disagreements[0]?.text).toBe(
    'config.yaml line 4 says true. The kubelet started before the file said so and keeps false: a restart would take it.',
  );
});

test('a file that no start would come of is still read as far as it goes', () => {
  const text = `${textOf(CONFIG).replace(/(anonymous:\n\s+enabled: )false/, '$1true')}port: 99999\n`;
  const { world } = step(stock.world, { type: 'write', node: stock.node, path: CONFIG, text });
  expect(row(world, 'authentication.anonymous.enabled').file?.text).toBe('true');
  const broken = step(stock.world, { type: 'write', node: stock.node, path: CONFIG, text: '{{{' }).world;
  expect(row(broken, 'authentication.anonymous.enabled').file).toBeNull();
});

test('zero in the file means the default', () => {
  const { world } = started('kubeadm-node', { [CONFIG]: `${textOf(CONFIG)}port: 0\n` });
  expect(row(world, 'port').disagreements[0]?.text).toMatch(
    /^config\.yaml line \d+ says 0\. That counts as not set, and the default is 10250\.$/,
  );
});

test('while no kubelet runs, the next start is shown; a start that fails is told', () => {
  const stopped = step(stock.world, { type: 'stop', node: stock.node, unit: 'kubelet.service' }).world;
  expect(configurationOf(stopped, stock.node)).toMatchObject({
    of: 'next',
    words:
      'No kubelet runs, so nobody answers at /configz and /flagz. These are the values that the next start would have.',
    unserved: { configz: '', flagz: '' },
  });
  expect(settingViews(nodeIn(stopped, stock.node))).toEqual([]);
  const broken = step(stopped, { type: 'write', node: stock.node, path: CONFIG, text: 'kind: Pod\n' }).world;
  expect(configurationOf(broken, stock.node)).toMatchObject({ of: 'none', rows: [] });
  expect(configurationOf(broken, stock.node).words).toMatch(
    /^No kubelet runs, and the next start would fail: failed to load/,
  );
});

test('whether anybody could ask /configz and /flagz', () => {
  const off = started('kubeadm-node', { [CONFIG]: `${textOf(CONFIG)}enableDebuggingHandlers: false\n` });
  expect(configurationOf(stock.world, stock.node).unserved).toEqual({ configz: '', flagz: '' });
  expect(configurationOf(off.world, off.node).unserved.configz).toContain('enableDebuggingHandlers is false');
});
