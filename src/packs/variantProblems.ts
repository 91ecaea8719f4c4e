import { USUAL_NAMES } from '#engine/world/names.ts';
import type { CrossProblem } from './crossCheck.ts';
import type { Scenario } from './schema.ts';

/** Names that every base has and a seed does not change: what stands in the pack for them would miss what it means. */
const OF_THE_BASE: readonly string[] = [
  'controlplane',
  'web',
  'nginx',
  'prometheus',
  'monitoring',
  'admin',
  'intruder',
];

/** What is wrong with what a seed may change: names that cannot vary or are not there, mistakes of one id. */
export function variantProblems(scenario: Scenario): readonly CrossProblem[] {
  const { variants, ...written } = scenario;
  if (variants === undefined) return [];
  const texts = JSON.stringify([written, variants.plants]);
  const changing = [...USUAL_NAMES.workers, USUAL_NAMES.user];
  const names = Object.keys(variants.names).flatMap((name): readonly CrossProblem[] => {
    const path = ['variants', 'names', name];
    if (changing.includes(name)) {
      return [{ path, message: `"${name}" changes with every seed`, advice: 'Remove it: nothing need be said of it.' }];
    }
    if (OF_THE_BASE.includes(name)) {
      const message = `"${name}" is a name of the base, which keeps it`;
      return [{ path, message, advice: "Name what the pack's own start makes." }];
    }
    if (texts.includes(JSON.stringify(name).slice(1, -1))) return [];
    return [{ path, message: `"${name}" stands nowhere in the pack`, advice: 'Mend its spelling, or remove it.' }];
  });
  const ids = variants.plants.map(({ id }) => id);
  const twice = ids.flatMap((id, index): readonly CrossProblem[] => {
    if (ids.indexOf(id) === index) return [];
    const path = ['variants', 'plants', index, 'id'];
    return [{ path, message: `another mistake has the id "${id}"`, advice: 'Give each an id of its own.' }];
  });
  return [...names, ...twice];
}
