import { expect, test } from 'vitest';
import { cisIds, domains, EVERYTHING, matching } from './matching.ts';
import type { Voyage } from './next.ts';

function voyage(id: string, change: Partial<Voyage['scenario']> = {}, solved?: boolean): Voyage {
  const tags = { cis: { profile: 'cis-1.12', ids: ['4.2.10', '4.2.2'] }, cks: 'Cluster Setup' };
  const scenario = {
    id,
    title: id,
    order: 1,
    minutes: 8,
    difficulty: 1,
    teaches: ['ports'],
    goal: '',
    tasks: 2,
    tags,
  } as const;
  const note = solved === undefined ? null : { met: 1, tasks: 2, solved, at: 0 };
  return { scenario: { ...scenario, ...change }, note };
}

const voyages = [
  voyage('Little door'),
  voyage(
    'Fleet',
    { difficulty: 3, minutes: 15, tags: { cis: { profile: 'cis-1.12', ids: [] }, cks: 'Hardening' } },
    true,
  ),
  voyage('Papers', { teaches: ['certificates'] }, false),
];
const ids = (filter: Partial<typeof EVERYTHING>): readonly string[] =>
  matching(voyages, { ...EVERYTHING, ...filter }).map(({ scenario }) => scenario.id);

test('each part of a filter narrows, and all of them together', () => {
  expect(ids({})).toHaveLength(3);
  expect(ids({ text: 'CERTIF' })).toEqual(['Papers']);
  expect(ids({ text: 'door ports' })).toEqual(['Little door']);
  expect(ids({ difficulty: 3 })).toEqual(['Fleet']);
  expect(ids({ domain: 'Hardening', minutes: 10 })).toEqual([]);
  expect(ids({ cis: '4.2.2', standing: 'open' })).toEqual(['Little door', 'Papers']);
  expect(ids({ standing: 'solved' })).toEqual(['Fleet']);
});

test('what can be chosen is what there is, in order', () => {
  expect(cisIds(voyages)).toEqual(['4.2.2', '4.2.10']);
  expect(domains(voyages)).toEqual(['Cluster Setup', 'Hardening']);
});
