import { expect, test } from 'vitest';
import { GRID_VIEW } from '../kit/fakeGrid.data.ts';
import { changesAt, shownOf, whyEmpty } from './shown.ts';

const names = (port: number, filter: { open: boolean; differing: boolean }) => {
  const { rows, endpoints } = shownOf(GRID_VIEW, port, filter);
  return [rows.map(({ id }) => id), endpoints.map(({ endpoint }) => endpoint.id)];
};

test('without a filter everything is shown', () => {
  expect(names(0, { open: false, differing: false })).toEqual([
    ['stranger', 'bob', 'admin'],
    ['/healthz', '/pods', '/exec POST'],
  ]);
});

test('only what strangers get at leaves endpoints, not rows, out', () => {
  expect(names(0, { open: true, differing: false })).toEqual([
    ['stranger', 'bob', 'admin'],
    ['/healthz', '/pods'],
  ]);
  // What a restart would open counts too.
  expect(names(1, { open: true, differing: false })[1]).toEqual(['/healthz']);
  expect(names(2, { open: true, differing: false })).toEqual([[], []]);
});

test('only what a restart changes leaves rows and endpoints out', () => {
  expect(names(0, { open: false, differing: true })).toEqual([['stranger'], ['/healthz', '/pods']]);
  expect(names(2, { open: false, differing: true })).toEqual([[], []]);
});

test('changes are counted by port', () => {
  expect([0, 1, 2].map((port) => changesAt(GRID_VIEW, port))).toEqual([2, 3, 0]);
});

test('what leaves nothing is named', () => {
  expect(whyEmpty(GRID_VIEW, 2, { open: true, differing: false })).toBe('open');
  expect(whyEmpty(GRID_VIEW, 2, { open: true, differing: true })).toBe('differing');
  expect(whyEmpty(GRID_VIEW, 0, { open: true, differing: true })).toBe('both');
});
