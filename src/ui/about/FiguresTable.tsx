import type { AboutFigure } from '#session/view/about.ts';
import { ABOUT } from '../words/about.ts';
import type { FigureTable } from './figures.ts';

/** How much of each group of recordings is equal, a column a version. */
export function FiguresTable({ table: { versions, rows, sums } }: { readonly table: FigureTable }) {
  return (
    <table className="about-table about-figures">
      <caption className="sr-only">{ABOUT.figures}</caption>
      <thead>
        <tr>
          <th scope="col">{ABOUT.group}</th>
          {versions.map((version) => (
            <th key={version} scope="col">
              {version}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ group, cells }) => (
          <tr key={group}>
            <th scope="row">
              <code>{group}</code> <span className="about-says">{ABOUT.groups[group] ?? ''}</span>
            </th>
            {cells.map((figure, index) => (
              <Cell key={versions[index]} figure={figure} />
            ))}
          </tr>
        ))}
        <tr className="about-sum">
          <th scope="row">{ABOUT.all}</th>
          {sums.map((figure) => (
            <Cell key={figure.version} figure={figure} />
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Cell({ figure }: { readonly figure: AboutFigure | null }) {
  return <td>{figure === null ? ABOUT.notRecorded : ABOUT.figure(figure.equal, figure.total, figure.listed)}</td>;
}
