import { parseArgs } from 'node:util';
import { readPacks } from '#packs/readPack.ts';
import { proveRenamed, proveSeeds } from '#session/variants/proveSeeds.ts';
import { examParts, seedWords } from '../examParts.ts';
import { packFolder } from '../packFolder.ts';

/**
 * `tsx src/cli/bench/seeds.ts [--parts 10000] [--shard I/N]`: proves at least so many seeded tasks of all exams, untouched and
 * solved, or the I-th of N shares of them; and, for one seed, all that a scenario claims of wrong fixes. Says the count, the different worlds, the failures and the seconds.
 */
const { values } = parseArgs({
  options: { parts: { type: 'string', default: '10000' }, shard: { type: 'string', default: '1/1' } },
});
const [share = 1, shares = 1] = values.shard.split('/').map(Number);
const { packs } = readPacks(packFolder('scenarios'));
const perSeed = examParts(packs, 1).length;
const all = examParts(packs, Math.ceil(Number(values.parts) / perSeed));
// Whole seeds, so that what shares a base stays together.
const parts = all.filter(({ seed }) => seed % shares === share % shares);
if (parts.length === 0) throw new Error(`no part in share ${values.shard} of ${all.length}`);

const began = performance.now();
const used = process.cpuUsage();
const proofs = await proveSeeds(parts);
const { user, system } = process.cpuUsage(used);
const seconds = (performance.now() - began) / 1000;

for (const proof of proofs.filter(({ failures }) => failures.length > 0)) {
  const { claim, reason } = seedWords(proof);
  process.stdout.write(`FAILED  ${proof.scenario}: ${claim}\n        ${reason}\n`);
}
let untrue = 0;
for (const scenario of new Map(parts.map((part) => [part.scenario.id, part.scenario])).values()) {
  for (const { claim, holds, reason } of await proveRenamed(scenario, share)) {
    if (holds) continue;
    untrue += 1;
    process.stdout.write(`FAILED  ${scenario.id} by the names of seed ${share}: ${claim}\n        ${reason}\n`);
  }
}
const sum = (of: (proof: (typeof proofs)[number]) => number): number =>
  proofs.reduce((total, proof) => total + of(proof), 0);
const failed = untrue + sum(({ failures }) => failures.length);
const figures = [
  `${parts.length.toLocaleString('en')} seeded exam tasks of ${proofs.length} scenarios`,
  `${sum(({ worlds }) => worlds).toLocaleString('en')} different worlds`,
  `${failed} failures`,
  `${seconds.toFixed(0)} s`,
  `${((user + system) / 1_000_000).toFixed(0)} s of processor time`,
];
process.stdout.write(`seeds, share ${values.shard}: ${figures.join(', ')}\n`);
process.exitCode = failed > 0 ? 1 : 0;
