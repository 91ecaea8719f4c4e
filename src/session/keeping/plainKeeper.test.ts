import { expect, test } from 'vitest';
import { memory } from '../practice.fixture.ts';
import { FORMAT, type SavedRun } from '../saved/saved.ts';
import { plainKeeper } from './plainKeeper.ts';

const KEY = 'run';
const run = (note: string): SavedRun => ({ format: FORMAT, scenario: 's', steps: [], at: 0, hintsOpened: 0, note });
const noteAt = (progress: ReturnType<typeof memory>, key: string): unknown =>
  JSON.parse(progress.kept.get(key) ?? '{}').note;

test('what one tab kept is not written over by another that did not see it', async () => {
  const progress = memory();
  const one = plainKeeper(progress, KEY);
  const two = plainKeeper(progress, KEY);
  one.keep(run('one'));
  two.keep(run('two'));
  expect([one.state(), two.state(), noteAt(progress, KEY)]).toEqual([
    { kind: 'saved' },
    { kind: 'unsaved', why: 'overtaken' },
    'one',
  ]);
  two.takeOver();
  expect([two.state(), noteAt(progress, KEY), noteAt(progress, `${KEY}.copy-1`)]).toEqual([
    { kind: 'saved' },
    'two',
    'one',
  ]);
  one.keep(run('one again'));
  one.keepAsCopy();
  expect([one.state(), noteAt(progress, `${KEY}.copy-2`), noteAt(progress, KEY)]).toEqual([
    { kind: 'saved' },
    'one again',
    'two',
  ]);
  expect((await one.beside()).map(({ id, kind }) => [id, kind])).toEqual([
    [`${KEY}.copy-1`, 'copy'],
    [KEY, 'run'],
  ]);
  await one.remove(`${KEY}.copy-1`);
  expect(await one.textOf(`${KEY}.copy-1`)).toBeNull();
});

test('what must go aside is not written over while there is no room for it', () => {
  const progress = memory(new Map([[KEY, '{broken']]));
  let full = true;
  const keeper = plainKeeper(
    {
      load: progress.load,
      save(key, text) {
        if (full) throw new Error('QuotaExceededError');
        progress.save(key, text);
      },
    },
    KEY,
  );
  expect(keeper.found).toBe('{broken');
  keeper.setAside();
  keeper.keep(run('new'));
  expect([keeper.state(), progress.kept.get(KEY)]).toEqual([{ kind: 'unsaved', why: 'full' }, '{broken']);
  full = false;
  keeper.keep(run('new'));
  expect([keeper.state(), progress.kept.get(`${KEY}.set-aside`), noteAt(progress, KEY)]).toEqual([
    { kind: 'saved' },
    '{broken',
    'new',
  ]);
});

test('a tab remembers its copy, and opens another when it is asked to', () => {
  const progress = memory(new Map([[`${KEY}.copy-1`, JSON.stringify(run('copy'))]]));
  const remembered: (string | null)[] = [];
  const tab = {
    copy: `${KEY}.copy-1`,
    remember: (copy: string | null) => void remembered.push(copy),
    reopen: () => void remembered.push('again'),
  };
  const keeper = plainKeeper(progress, KEY, tab);
  expect([keeper.copy, keeper.found]).toEqual([true, run('copy')]);
  keeper.open(KEY);
  keeper.open(`${KEY}.copy-2`);
  expect(remembered).toEqual([null, 'again', `${KEY}.copy-2`, 'again']);
});
