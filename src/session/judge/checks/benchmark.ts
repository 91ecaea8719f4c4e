import { benchmarkOf } from '#engine/benchmark/benchmark.ts';
import { CIS_1_12 } from '#engine/benchmark/cis112.table.ts';
import { machineOf } from '#engine/benchmark/machine.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { Check } from '#packs/checks.ts';
import { type Case, type Finding, found } from '../case.ts';

/** What the benchmark's report says of one check. */
export function benchmarkFinding({ id, is, node }: Check & { check: 'benchmark' }, { world, home }: Case): Finding {
  const on = nodeNamed(world, node ?? home);
  const result = on === undefined ? null : benchmarkOf(machineOf(on), CIS_1_12, id);
  if (result === null) return { holds: false, words: `${CIS_1_12.version} has no check ${id} for a node.` };
  const says = `kube-bench says ${result.state} of ${id}`;
  return found(result.state === is, `${says}.`, `Expected ${is}; ${says}.`);
}
