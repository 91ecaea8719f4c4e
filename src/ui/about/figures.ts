import type { AboutFigure } from '#session/view/about.ts';

/** A row of the table: a group, and its figure for each version in their order; null where nothing was recorded. */
export interface FigureRow {
  readonly group: string;
  readonly cells: readonly (AboutFigure | null)[];
}

export interface FigureTable {
  readonly versions: readonly string[];
  readonly rows: readonly FigureRow[];
  /** Over all groups, one a version. */
  readonly sums: readonly AboutFigure[];
  /** Over everything. */
  readonly all: AboutFigure;
}

/** The figures as a table: a row a group, a column a version, in the order in which they first appear. */
export function figureTable(figures: readonly AboutFigure[]): FigureTable {
  const versions = [...new Set(figures.map(({ version }) => version))];
  const groups = [...new Set(figures.map(({ group }) => group))];
  return {
    versions,
    rows: groups.map((group) => ({
      group,
      cells: versions.map((version) => figures.find((one) => one.group === group && one.version === version) ?? null),
    })),
    sums: versions.map((version) =>
      sumOf(
        version,
        figures.filter((one) => one.version === version),
      ),
    ),
    all: sumOf('', figures),
  };
}

function sumOf(version: string, figures: readonly AboutFigure[]): AboutFigure {
  const sum = (of: 'equal' | 'total' | 'listed') => figures.reduce((total, figure) => total + figure[of], 0);
  return { version, group: '', equal: sum('equal'), total: sum('total'), listed: sum('listed') };
}
