import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readyLab } from '#session/lab/readLab.ts';
import { assignmentOf } from '#session/result/assignment.ts';
import { type Mark, marker } from '#session/result/marker.ts';
import { classroom } from '../results/classroom.ts';
import { pagePacks } from '../results/pagePacks.ts';

/** `tsx src/cli/bench/results.ts [LEARNERS [DIR]]`: what one core needs to read and verify a class, for docs/scale.md. */

const LEARNERS = Number(process.argv[2] ?? 500);
const SEED = 4711;
const LABS: Readonly<Record<string, readonly string[]>> = {
  'one scenario': ['the-flag-that-wins'],
  'three scenarios': ['strangers-on-board', 'the-flag-that-wins', 'just-the-gauges'],
};

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const packs = pagePacks();

print(`\n${LEARNERS} results, read, replayed and scored again on one core:`);
for (const [name, scenarios] of Object.entries(LABS)) {
  const ready = readyLab({
    kind: 'portside-lab',
    format: 1,
    title: name,
    message: [],
    items: scenarios.map((id) => ({ kind: 'scenario', id })),
    seed: SEED,
    minutes: null,
    allowed: { hints: true, diagnosis: true, checks: true, solutions: false, sandbox: true },
    packs: {},
  });
  if (!ready.ok) throw new Error(ready.words);
  const { lab, digest } = ready.ready;
  const assignment = assignmentOf(lab, digest, packs.examOf);
  const texts = await classroom(assignment, scenarioOf, LEARNERS);
  if (process.argv[3] !== undefined) write(join(process.argv[3], `${scenarios.length}`), lab, texts);
  const { mark } = marker({ ...packs, lab: ready.ready });
  const used = process.cpuUsage();
  const began = performance.now();
  const marks = texts.map((text) => mark(text)).filter((one): one is Mark => one.kind === 'marked');
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const processor = (user + system) / 1_000_000;
  if (marks.length !== LEARNERS || !marks.every(({ agrees }) => agrees)) throw new Error('a result did not verify');
  const size = texts.reduce((sum, text) => sum + text.length, 0) / LEARNERS / 1024;
  print(
    `  ${name.padEnd(16)} ${size.toFixed(1).padStart(5)} KB each   ${seconds.toFixed(2).padStart(6)} s, processor ${processor.toFixed(2)} s: ` +
      `${((processor * 1000) / LEARNERS).toFixed(1)} ms each, ${(LEARNERS / processor).toFixed(0)} a second and core`,
  );
}
print(`  memory at the end: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`);

function scenarioOf(id: string) {
  const scenario = packs.scenarioOf(id);
  if (scenario === null) throw new Error(`there is no scenario ${id}`);
  return scenario;
}

function write(directory: string, lab: unknown, texts: readonly string[]): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}.lab.json`, JSON.stringify(lab));
  for (const [index, text] of texts.entries()) {
    writeFileSync(join(directory, `result-${String(index).padStart(4, '0')}.json`), text);
  }
}
