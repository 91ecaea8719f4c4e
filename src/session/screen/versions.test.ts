import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { minorOf } from '#engine/versions/release.ts';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import { isSolved, judge } from '../judge/judge.ts';
import { CONFIG, DROP_IN, FLAGS, memory, practice } from '../practice.fixture.ts';
import { repliesIn } from '../prove.ts';
import { startWorld } from '../startWorld.ts';
import { typeLines } from '../terminal/typedLines.ts';
import { sessionVersions } from './versions.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');
const BOB = 'curl -sk https://localhost:10250/pods --cert bob.crt --key bob.key';
const OLD = 'subresource=proxy)';

test('another version is installed at once, what runs goes on, and undo takes it back', () => {
  const { session } = practice(REAL);
  session.commands.switchVersion('1.31.14');
  expect(session.view().node).toMatchObject({ version: '1.31.14', running: '1.36.3' });
  expect(session.view().strip).toMatchObject({ owed: ['restart'], versions: 'installed 1.31.14, running 1.36.3' });
  expect(session.view().strip.running.differsFromLoaded).toBe(true);
  expect(session.view().undo).toBe('switch to 1.31.14');
  expect(session.archive.timeline().steps.at(-1)).toMatchObject({
    kind: 'switch',
    title: 'Installed kubelet 1.31.14',
    consequences: ['1.36.3 goes on running until the kubelet is started again'],
  });
  session.commands.undo();
  expect(session.view().node).toMatchObject({ version: '1.36.3', running: '1.36.3' });
  expect(session.view().strip).toMatchObject({ owed: [], versions: null });
});

test('the restart brings its words', () => {
  const { session, ask, replace } = practice(REAL);
  replace(DROP_IN, FLAGS, '');
  session.commands.daemonReload();
  session.commands.restart();
  session.commands.switchVersion('1.31.14');
  expect(ask(BOB).stdout).not.toContain(OLD);
  session.commands.restart();
  expect(session.view().node.running).toBe('1.31.14');
  expect(ask(BOB).stdout.endsWith(OLD)).toBe(true);
});

test('a log that a switch writes is no edit; what is installed already, or unknown, is no step', () => {
  const { session } = practice(REAL);
  const disk = session.view().strip.disk.text;
  session.commands.switchVersion('1.34.9');
  expect(session.view().strip.disk.text).toBe(disk);
  const { steps } = session.archive.timeline();
  session.commands.switchVersion('1.34.9');
  session.commands.switchVersion('1.99.0');
  expect(session.archive.timeline().steps).toEqual(steps);
});

test('a stopped kubelet runs no version', () => {
  const { session } = practice(REAL);
  session.commands.stop();
  session.commands.switchVersion('1.34.9');
  expect(session.view().node).toMatchObject({ version: '1.34.9', running: null });
  expect(session.view().strip.versions).toBe('installed 1.34.9');
  session.commands.start();
  expect(session.view().node.running).toBe('1.34.9');
});

test('a switch is kept with the run, and taken from a stranger', () => {
  const progress = memory();
  const first = practice(REAL, progress);
  first.session.commands.switchVersion('1.34.9');
  expect(practice(REAL, progress).session.view()).toEqual(first.session.view());
  const offer = practice(REAL).session.archive.offer(first.session.archive.exported().text);
  expect(offer.ok).toBe(true);
});

test('errors in a file are those of the installed version', () => {
  const { session, replace, file } = practice(REAL);
  replace(
    CONFIG,
    'kind: KubeletConfiguration',
    'kind: KubeletConfiguration\nenableSystemLogHandler: true\nenableSystemLogQuery: true',
  );
  expect(file(CONFIG).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  session.commands.switchVersion('1.34.9');
  expect(
    file(CONFIG)
      .problems.map(({ message }) => message)
      .join('\n'),
  ).toContain('NodeLogQuery');
});

test('every choice is told of, and each change has its source', () => {
  const choices = sessionVersions.choices();
  expect(choices.map(({ version }) => version)).toEqual(['1.36.3', '1.34.9', '1.31.14']);
  expect(choices.every(({ note }) => note !== null)).toBe(true);
  expect(sessionVersions.changes('1.36.3', '1.34.9').every(({ source }) => source !== '')).toBe(true);
});

const folders = readdirSync('scenarios').filter((id) => readdirSync(`scenarios/${id}`).includes('scenario.yaml'));
const scenarios = folders.map((id): Scenario => {
  const parsed = parseScenario('scenario.yaml', id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
});

test.each(scenarios)('$id is judged alike on every version', async (scenario) => {
  const replies = repliesIn(scenario.solution);
  for (const { version } of sessionVersions.choices().filter((one) => minorOf(one.version) >= scenario.sinceMinor)) {
    // Not restarted here: what was edited behind a running kubelet's back must stay so.
    const { world, node } = startWorld({ ...scenario, kubernetes: version as Scenario['kubernetes'] });
    expect(judge(scenario, world, node).tasks.filter(({ state }) => state === 'met')).toEqual([]);
    const typed = await typeLines(scenario.solution, world, node);
    expect(typed.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
    expect(isSolved(judge(scenario, typed.at(-1)?.world ?? world, node, replies)), version).toBe(true);
  }
});
