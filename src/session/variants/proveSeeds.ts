import type { Scenario } from '#packs/schema.ts';
import { type Proof, prove, proveSolvable, proveWays } from '../prove.ts';
import { type Varied, varied, withPlant } from './varied.ts';

/** A scenario as a part of something that has a seed. */
export interface SeededPart {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly part: number;
}

/** What came of all seeds of one scenario. */
export interface SeedsProof {
  readonly scenario: string;
  readonly seeds: number;
  /** How many of their worlds are different ones: a seed may give what an earlier one gave. */
  readonly worlds: number;
  readonly failures: readonly { readonly seed: number; readonly part: number; readonly reason: string }[];
}

/**
 * Proves that each part's start scores nothing and that its own solution solves it; each different world once. One entry a
 * scenario, in the order of their first parts.
 */
export async function proveSeeds(parts: readonly SeededPart[]): Promise<readonly SeedsProof[]> {
  const proofs = new Map<string, { seeds: number; worlds: Set<string>; failures: SeedsProof['failures'][number][] }>();
  for (const { scenario } of parts) proofs.set(scenario.id, { seeds: 0, worlds: new Set(), failures: [] });
  for (const { part, seed, ...made } of byBase(parts)) {
    const proof = proofs.get(made.scenario.id);
    if (proof === undefined) continue;
    proof.seeds += 1;
    const world = JSON.stringify(made);
    if (proof.worlds.has(world)) continue;
    proof.worlds.add(world);
    const reason = await solvable(made);
    if (reason !== '') proof.failures.push({ seed, part, reason });
  }
  return [...proofs].map(([scenario, { seeds, worlds, failures }]) => ({
    scenario,
    seeds,
    worlds: worlds.size,
    failures,
  }));
}

/** Parts as their seeds have them. Those whose machines have the same names follow each other, since they share a base. */
function byBase(parts: readonly SeededPart[]): readonly (Varied & { readonly seed: number; readonly part: number })[] {
  const made = parts.map(({ scenario, seed, part }) => ({ ...varied(scenario, seed, part), seed, part }));
  const key = ({ scenario, names }: Varied) => `${names.workers.join()} ${names.user} ${scenario.base}`;
  return made
    .map((each) => ({ each, key: key(each) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ each }) => each);
}

async function solvable({ scenario, names }: Varied): Promise<string> {
  const proofs = await proveSolvable(scenario, names);
  return proofs
    .filter(({ holds }) => !holds)
    .map(({ claim, reason }) => `not so: ${claim}. ${reason}`)
    .join(' ');
}

/** Proves each of a scenario's other mistakes: its start, its ways, and that no change of its solution is idle. */
export async function provePlants(scenario: Scenario): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const [index, { id }] of (scenario.variants?.plants ?? []).entries()) {
    const planted = await proveWays(withPlant(scenario, index));
    proofs.push(...planted.map((proof) => ({ ...proof, claim: `with the mistake ${id}: ${proof.claim}` })));
  }
  return proofs;
}

/** Proves a scenario with its own mistake and a seed's names, wrong fixes and their diagnoses included. */
export async function proveRenamed(scenario: Scenario, seed: number): Promise<readonly Proof[]> {
  const variants = { names: scenario.variants?.names ?? {}, plants: [] };
  const { scenario: renamed, names } = varied({ ...scenario, variants }, seed, 0);
  return await prove(renamed, names);
}
