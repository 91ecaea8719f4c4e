import { type Pack, readPacks } from '#packs/readPack.ts';
import { proveLesson } from '#session/lesson/proveLesson.ts';
import { type Proof, prove } from '#session/prove.ts';
import { provePlants, proveSeeds } from '#session/variants/proveSeeds.ts';
import { drawnParts, seedWords } from './examParts.ts';
import { packFolder } from './packFolder.ts';

/** So many seeds of each scenario that an exam draws. */
const SEEDS = 20;

/**
 * `npm run validate [-- DIR [ID…]]`: reads every pack of a folder, or those that are named, and proves it; one line a claim,
 * `N passed, N failed` at the end.
 */
const [directory = 'scenarios', ...wanted] = process.argv.slice(2);
const { packs, problems } = readPacks(packFolder(directory), directory);
let passed = 0;
let failed = 0;

for (const { file, line, message, advice } of problems) say(false, `${file}:${line}`, message, advice);
for (const pack of packs) {
  const id = idOf(pack);
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  for (const { claim, holds, reason } of await proofsOf(pack)) say(holds, id, claim, reason);
}
const parts = drawnParts(packs, SEEDS).filter(({ scenario }) => wanted.length === 0 || wanted.includes(scenario.id));
for (const proof of await proveSeeds(parts)) {
  const { claim, reason } = seedWords(proof);
  say(proof.failures.length === 0, proof.scenario, claim, reason);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function idOf(pack: Pack): string {
  switch (pack.kind) {
    case 'scenario':
      return pack.scenario.id;
    case 'lesson':
      return pack.lesson.id;
    case 'exam':
      return pack.exam.id;
  }
}

async function proofsOf(pack: Pack): Promise<readonly Proof[]> {
  switch (pack.kind) {
    case 'scenario':
      return [...(await prove(pack.scenario)), ...(await provePlants(pack.scenario))];
    case 'lesson':
      return await proveLesson(pack.lesson);
    case 'exam':
      // Its tasks are proved where they stand; that they are there was asked when all packs were read.
      return [{ claim: 'it draws scenarios that are there', holds: true, reason: '' }];
  }
}

function say(holds: boolean, where: string, what: string, more: string): void {
  if (holds) passed += 1;
  else failed += 1;
  process.stdout.write(`${holds ? 'proved' : 'FAILED'}  ${where}: ${what}${more === '' ? '' : `\n        ${more}`}\n`);
}
