import { type Mark, marker } from '#session/result/marker.ts';
import { pagePacks } from '../results/pagePacks.ts';
import { madeClass } from '../results/writeClass.ts';

/** `tsx src/cli/bench/results.ts [LEARNERS]`: what one core needs to read and verify a class, for docs/scale.md. */

const LEARNERS = Number(process.argv[2] ?? 500);
const LABS = [['the-flag-that-wins'], ['strangers-on-board', 'the-flag-that-wins', 'just-the-gauges']] as const;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

print(`\n${LEARNERS} results, read, replayed and scored again on one core:`);
for (const scenarios of LABS) {
  const { ready, texts } = await madeClass(scenarios, LEARNERS);
  const { mark } = marker({ ...pagePacks(), lab: ready });
  const used = process.cpuUsage();
  const began = performance.now();
  const marks = texts.map((text) => mark(text)).filter((one): one is Mark => one.kind === 'marked');
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const processor = (user + system) / 1_000_000;
  if (marks.length !== LEARNERS || !marks.every(({ agrees }) => agrees)) throw new Error('a result did not verify');
  const size = texts.reduce((sum, text) => sum + text.length, 0) / LEARNERS / 1024;
  const times = `${seconds.toFixed(2).padStart(6)} s, processor ${processor.toFixed(2)} s`;
  const rates = `${((processor * 1000) / LEARNERS).toFixed(1)} ms each, ${(LEARNERS / processor).toFixed(0)} a second and core`;
  print(`  ${scenarios.length} in each, ${size.toFixed(1).padStart(5)} KB   ${times}: ${rates}`);
}
print(`  memory at the end: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`);
