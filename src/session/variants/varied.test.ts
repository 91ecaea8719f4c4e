import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { decodeBase64 } from '#engine/pki/bytes.ts';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import { playOf } from '../play.ts';
import { HARBOUR_WORDS, PEOPLE } from './pools.data.ts';
import { varied } from './varied.ts';

// Each seed has a base of its own to be made.
vi.setConfig({ testTimeout: 20_000 });

const texts = readdirSync('scenarios').flatMap((id) => {
  const file = readdirSync(`scenarios/${id}`).find((name) => name === 'scenario.yaml');
  return file === undefined ? [] : [{ id, text: readFileSync(`scenarios/${id}/${file}`, 'utf8') }];
});
const scenarios = texts.map(({ id, text }) => {
  const parsed = parseScenario(id, id, text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
});
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

function named(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

/** All that a scenario says, but for ids, by which scores are kept. */
function said({ id, tasks, mustWork, wrong, ...rest }: Scenario): string {
  const bare = tasks.map((task) => ({ ...task, id: '', after: [] }));
  const works = mustWork.map((work) => ({ ...work, id: '' }));
  const fixes = wrong.map(({ title, lines }) => ({ title, lines }));
  return JSON.stringify({ ...rest, bare, works, fixes });
}

test('the same seed and part give the same play, byte by byte, and other seeds others', () => {
  const scenario = named('the-flag-that-wins');
  const played = () => SEEDS.slice(0, 4).map((seed) => JSON.stringify(playOf(scenario, seed)));
  const plays = played();
  expect(played()).toEqual(plays);
  expect(new Set(plays).size).toBe(4);
  expect(JSON.stringify(playOf(scenario, 1, 0))).not.toBe(JSON.stringify(playOf(scenario, 1, 1)));
  expect(playOf(scenario, null).scenario).toBe(scenario);
});

test('no text of any scenario keeps a usual name, whatever the seed', () => {
  for (const scenario of scenarios.filter(({ base }) => base !== 'fleet')) {
    for (const seed of SEEDS.slice(0, 10)) {
      expect([scenario.id, /\b(node01|node02|bob)\b/.exec(said(varied(scenario, seed, 0).scenario))]).toEqual([
        scenario.id,
        null,
      ]);
    }
  }
});

/** The text, and behind it what any base64 in it stands for. */
function decoded(text: string): string {
  const blocks = [...text.matchAll(/[A-Za-z0-9+/]{20,}={0,2}(\n[A-Za-z0-9+/]+={0,2})*/g)];
  return `${text} ${blocks.map(([block]) => decodeBase64(block.replaceAll('\n', '')) ?? '').join(' ')}`;
}

test('no world keeps a usual name, not even inside its certificates', () => {
  for (const [seed, id] of ['the-flag-that-wins', 'strangers-on-board', 'the-whole-fleet'].entries()) {
    const { start, node } = playOf(named(id), seed, seed);
    const world = JSON.stringify(start);
    expect(start.nodes[node]?.name).toBe(node);
    expect(/\b(node01|node02|bob)\b/.exec(world)).toBeNull();
    const inside = decoded(decoded(world.replaceAll('\\n', '\n')));
    expect(inside).toContain(`system:node:${node}0`);
    expect(inside).not.toMatch(/node0[12]/);
    // A printable string of DER tells its length: 3 letters for bob.
    expect(inside).not.toContain(`${String.fromCharCode(19, 3)}bob`);
  }
});

test('each planted mistake, and the one that is written, comes with some seed', () => {
  for (const scenario of scenarios.filter(({ variants }) => variants !== undefined)) {
    const { plants = [] } = scenario.variants ?? {};
    const unnamed = { ...scenario, variants: { names: {}, plants } };
    const starts = new Set(SEEDS.map((seed) => JSON.stringify(varied(unnamed, seed, 0).scenario.start)));
    expect([scenario.id, starts.size]).toEqual([scenario.id, plants.length + 1]);
  }
});

test('tasks keep their ids, and a variant varies no further', () => {
  for (const scenario of scenarios) {
    const { scenario: variant } = varied(scenario, 5, 2);
    expect(variant.tasks.map(({ id, after }) => [id, after])).toEqual(
      scenario.tasks.map(({ id, after }) => [id, after]),
    );
    expect([variant.id, variant.variants]).toEqual([scenario.id, undefined]);
  }
});

test('a name that a seed may choose stands in no scenario already', () => {
  const names = new RegExp(`\\b(${[...PEOPLE, ...HARBOUR_WORDS.map((word) => `${word}\\d\\d`)].join('|')})\\b`);
  for (const { id, text } of texts) expect([id, names.exec(text)?.[0]]).toEqual([id, undefined]);
});

test('names of a scenario’s own stand in it, and what replaces them does not', () => {
  for (const { id, variants } of scenarios) {
    const text = (texts.find((one) => one.id === id)?.text ?? '').split('\nvariants:')[0] ?? '';
    for (const [name, choices] of Object.entries(variants?.names ?? {})) {
      expect([id, text.includes(name)]).toEqual([id, true]);
      expect([id, choices.filter((choice) => text.includes(choice))]).toEqual([id, []]);
    }
  }
});
