import type { Judgement } from './compare.ts';

/** A case's judgements, with its name and group. */
export interface JudgedCase {
  readonly id: string;
  readonly group: string;
  readonly judgements: readonly Judgement[];
}

/** How many judgements of a group agree. */
export interface GroupFigure {
  readonly group: string;
  readonly equal: number;
  readonly total: number;
}

/** Figures per group, in order of first appearance. */
export function figures(cases: readonly JudgedCase[]): readonly GroupFigure[] {
  const groups = new Map<string, GroupFigure>();
  for (const { group, judgements } of cases) {
    const old = groups.get(group) ?? { group, equal: 0, total: 0 };
    const equal = judgements.filter(({ difference }) => difference === null).length;
    groups.set(group, { group, equal: old.equal + equal, total: old.total + judgements.length });
  }
  return [...groups.values()];
}

/** `auth-file 5312/5312` */
export function figureLine({ group, equal, total }: GroupFigure): string {
  return `${group} ${equal}/${total}`;
}

/** Differences as text, at most `limit`: case and what, then the expected and the got on lines of their own. */
export function differenceLines(cases: readonly JudgedCase[], limit: number): readonly string[] {
  const all = cases.flatMap(({ id, judgements }) =>
    judgements.flatMap(({ what, difference }) =>
      difference === null
        ? []
        : [`\n${id} | ${what}`, `  expected ${show(difference.expected)}`, `  got      ${show(difference.got)}`],
    ),
  );
  const shown = all.slice(0, limit * 3);
  const left = (all.length - shown.length) / 3;
  return left > 0 ? [...shown, `\n… and ${left} more (--limit N shows more)`] : shown;
}

function show(text: string): string {
  return text.length > 300 ? `${JSON.stringify(text.slice(0, 300))}…` : JSON.stringify(text);
}

/** The groups that must be equal and are not, or are not there at all: a gate that judges nothing must not be green. */
export function failedGroups(all: readonly GroupFigure[], required: readonly string[] | null): readonly string[] {
  if (required === null) return all.filter(({ equal, total }) => equal < total).map(({ group }) => group);
  return required.filter((name) => {
    const figure = all.find(({ group }) => group === name);
    return figure === undefined || figure.total === 0 || figure.equal < figure.total;
  });
}
