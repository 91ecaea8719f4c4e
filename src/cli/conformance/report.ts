import type { Judgement } from './compare.ts';
import { LIST, LISTED_SHARE, type ListedDifference } from './listed.ts';

/** A case's judgements, with its name and group. */
export interface JudgedCase {
  readonly id: string;
  readonly group: string;
  readonly judgements: readonly Judgement[];
}

/** All that was judged of a folder of recordings. */
export interface JudgedFolder {
  /** `1.36.3` */
  readonly version: string;
  readonly cases: readonly JudgedCase[];
}

/** How many judgements of a group agree, and how many differ as listed. */
export interface GroupFigure {
  readonly version: string;
  readonly group: string;
  readonly equal: number;
  readonly total: number;
  readonly listed: number;
}

/** Figures per group, in order of first appearance. */
export function figures({ version, cases }: JudgedFolder, list: readonly ListedDifference[]): readonly GroupFigure[] {
  const groups = new Map<string, GroupFigure>();
  for (const one of cases) {
    const { group, judgements } = one;
    const old = groups.get(group) ?? { version, group, equal: 0, total: 0, listed: 0 };
    const differing = judgements.filter(({ difference }) => difference !== null);
    groups.set(group, {
      ...old,
      equal: old.equal + judgements.length - differing.length,
      total: old.total + judgements.length,
      listed: old.listed + differing.filter(({ what }) => list.some((row) => names(row, version, one, what))).length,
    });
  }
  return [...groups.values()];
}

/** `auth-file 5312/5312 0`: equal of all, and how many of the rest are listed. */
export function figureLine({ group, equal, total, listed }: GroupFigure): string {
  return `${group} ${equal}/${total} ${listed}`;
}

/** Unlisted differences as text, at most `limit`: case and what, then the expected and the got on lines of their own. */
export function differenceLines(
  { version, cases }: JudgedFolder,
  list: readonly ListedDifference[],
  limit: number,
): readonly string[] {
  const all = cases.flatMap((one) =>
    one.judgements.flatMap(({ what, difference }) =>
      difference === null || list.some((row) => names(row, version, one, what))
        ? []
        : [`\n${one.id} | ${what}`, `  expected ${show(difference.expected)}`, `  got      ${show(difference.got)}`],
    ),
  );
  const shown = all.slice(0, limit * 3);
  const left = (all.length - shown.length) / 3;
  return left > 0 ? [...shown, `\n… and ${left} more (--limit N shows more)`] : shown;
}

function show(text: string): string {
  return text.length > 300 ? `${JSON.stringify(text.slice(0, 300))}…` : JSON.stringify(text);
}

function names(row: ListedDifference, version: string, one: JudgedCase, what: string): boolean {
  return row.version === version && row.group === one.group && row.case === one.id && row.exchange === what;
}

/** The groups that must be equal and are not, or are not there at all: a gate that judges nothing must not be green. */
export function failedGroups(all: readonly GroupFigure[], required: readonly string[] | null): readonly string[] {
  const fails = ({ equal, total, listed }: GroupFigure) => equal + listed < total || listed > total * LISTED_SHARE;
  if (required === null) return [...new Set(all.filter(fails).map(({ group }) => group))];
  return required.filter((name) => {
    const own = all.filter(({ group }) => group === name);
    return own.every(({ total }) => total === 0) || own.some(fails);
  });
}

/** Rows of the list that are wrong about what was judged: they name nothing there, or something that is equal. */
export function staleRows({ version, cases }: JudgedFolder, list: readonly ListedDifference[]): readonly string[] {
  return list
    .filter((row) => row.version === version)
    .filter((row) => {
      const found = cases
        .filter(({ id, group }) => id === row.case && group === row.group)
        .flatMap(({ judgements }) => judgements.filter(({ what }) => what === row.exchange));
      return found.every(({ difference }) => difference === null);
    })
    .map((row) => `${LIST} lists ${row.version} ${row.case} | ${row.exchange}, which does not differ`);
}
