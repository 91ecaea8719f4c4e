import { benchmarkOf, type Result } from '#engine/benchmark/benchmark.ts';
import { CIS_1_12 } from '#engine/benchmark/cis112.table.ts';
import { machineOf } from '#engine/benchmark/machine.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { Check } from '#packs/checks.ts';
import { stillness } from '../because/stillness.ts';
import { type Case, type Finding, holding, isRunning, lacking } from '../case.ts';

/** What the benchmark's report says of one check. */
export function benchmarkFinding({ id, is, node }: Check & { check: 'benchmark' }, { world, home }: Case): Finding {
  const on = nodeNamed(world, node ?? home);
  const result = on === undefined ? null : benchmarkOf(machineOf(on), CIS_1_12, id);
  const expected = `kube-bench to say ${is} of ${id}`;
  if (result === null) {
    return lacking({ expected, got: 'nothing', because: `${CIS_1_12.version} has no check ${id} for a node.` });
  }
  if (result.state === is) return holding(`kube-bench says ${result.state} of ${id}.`);
  const name = node ?? home;
  const still = result.reason !== '' && !isRunning(world, name) ? ` ${stillness(world, name)}` : '';
  return lacking({ expected, got: result.state, because: `${evidence(result)}${still}` });
}

/** What the report looked at, what it found there and what it wants. */
function evidence({ command, configCommand, actual, expected, reason }: Result): string {
  if (reason !== '') return `Its audit could not run: ${command}.`;
  const looked = (configCommand === '' ? command : `${command}, then ${configCommand}`).trim();
  const found = actual.trim().split('\n');
  const had = found.length > 1 ? '' : ` It found ${found[0] === '' ? 'nothing' : `“${found[0] ?? ''}”`}.`;
  const wants = expected === '' ? 'It cannot read that as YAML.' : `It wants: ${expected}.`;
  return `It looked by ${looked}.${had} ${wants}`;
}
