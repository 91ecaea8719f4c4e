import type { ScenarioSummary } from '#session/view/catalogue.ts';
import type { Voyage } from './next.ts';

/** Which scenarios are shown; an empty text or null means all. */
export interface Filter {
  readonly text: string;
  readonly difficulty: ScenarioSummary['difficulty'] | null;
  readonly domain: string;
  /** A number of the CIS benchmark: `4.2.1`. */
  readonly cis: string;
  readonly standing: 'all' | 'open' | 'solved';
  /** No longer than so many minutes. */
  readonly minutes: number | null;
}

export const EVERYTHING: Filter = {
  text: '',
  difficulty: null,
  domain: '',
  cis: '',
  standing: 'all',
  minutes: null,
};

/** Those that a filter lets through, in their order. */
export function matching(voyages: readonly Voyage[], filter: Filter): readonly Voyage[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return voyages.filter(({ scenario, note }) => {
    const { title, teaches, goal, tags, difficulty, minutes } = scenario;
    const said = [title, goal, ...teaches].join(' ').toLowerCase();
    return (
      words.every((word) => said.includes(word)) &&
      (filter.difficulty === null || filter.difficulty === difficulty) &&
      (filter.domain === '' || filter.domain === tags.cks) &&
      (filter.cis === '' || tags.cis.ids.includes(filter.cis)) &&
      (filter.minutes === null || minutes <= filter.minutes) &&
      (filter.standing === 'all' || (filter.standing === 'solved') === (note?.solved === true))
    );
  });
}

/** Every CIS number that some scenario bears on, in the benchmark's order. */
export function cisIds(voyages: readonly Voyage[]): readonly string[] {
  const ids = new Set(voyages.flatMap(({ scenario }) => scenario.tags.cis.ids));
  const rank = (id: string): number => id.split('.').reduce((sum, part) => sum * 100 + Number(part), 0);
  return [...ids].toSorted((left, right) => rank(left) - rank(right));
}

/** Every CKS domain that some scenario belongs to. */
export function domains(voyages: readonly Voyage[]): readonly string[] {
  return [...new Set(voyages.map(({ scenario }) => scenario.tags.cks))].toSorted();
}
