import { expect, test } from 'vitest';
import { isTest, type SourceFile, sources } from './sources.ts';

/** A habit that a search finds, where it is forbidden, and why. */
interface HouseRule {
  readonly forbidden: string;
  readonly pattern: RegExp;
  readonly where: (file: SourceFile) => boolean;
  readonly reason: string;
}

const PURE = /^src\/(engine|shell|packs|session)\//;
const pure = (file: SourceFile): boolean => PURE.test(file.path) && !isTest(file);
const source = (file: SourceFile): boolean => file.path.startsWith('src/') && !isTest(file);

const RULES: readonly HouseRule[] = [
  {
    forbidden: 'Math.random',
    pattern: /\bMath\s*\.\s*random\b/,
    where: pure,
    reason: 'the same events must make the same world, on every machine and on replay',
  },
  {
    forbidden: 'Date.now and new Date()',
    pattern: /\bDate\s*\.\s*now\b|\bnew Date\(\s*\)/,
    where: pure,
    reason: "the only present is the world's",
  },
  {
    forbidden: 'skipped or lonely tests',
    pattern: /\b(test|it|describe)\s*\.\s*(skip|only|todo|fixme)\b/,
    where: isTest,
    reason: 'a test that does not run proves nothing, and one that runs alone hides the rest',
  },
  {
    forbidden: 'barrels',
    pattern: /^export (type )?(\*|\{[^}]*\}) from /m,
    where: source,
    reason: 'a name is imported from the file that makes it, so that a reader and a bundler find it',
  },
  {
    forbidden: 'unfinished work',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    where: source,
    reason: 'what is not there yet is simply not there; docs/not-modelled.md says so',
  },
  {
    forbidden: 'silenced types',
    pattern: /@ts-(ignore|nocheck|expect-error)|biome-ignore\S* lint\/suspicious\/noExplicitAny/,
    where: source,
    reason: 'what the type checker does not see breaks unseen',
  },
];

const files = sources('src', 'e2e').filter(({ path }) => path !== 'src/cli/walls/house.test.ts');

test.each(RULES)('no $forbidden: $reason', ({ pattern, where }) => {
  const judged = files.filter(where);
  expect(judged.length).toBeGreaterThan(0);
  const broken = judged.flatMap(({ path, text }) => {
    const found = pattern.exec(text);
    return found ? [`${path}:${text.slice(0, found.index).split('\n').length}: ${found[0]}`] : [];
  });
  expect(broken).toEqual([]);
});

test('no file or folder is named for its lack of a noun', () => {
  const vague = files.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|index)(\.\w+)*(\/|$)/.test(path));
  expect(vague.map(({ path }) => path)).toEqual([]);
});
