import { NORMALISATIONS } from './normalisation.ts';
import type { GroupFigure } from './report.ts';

/** The page for whoever doubts. */
export const PAGE = 'docs/fidelity.md';

/** The same figures, for the app. */
export const DATA = 'src/session/fidelity.data.ts';

/** What stood before the recorder. */
const WITNESSES = [
  [
    'kubelet',
    '1.36.3 (Go 1.26), 1.34.9 and 1.31.14 (Go 1.24), built from a distribution’s copy of the source ([why it matters](decisions/0005-recorded-build.md))',
  ],
  ['API server', '1.36.3 with etcd 3.4, for all three'],
  ['container runtime', 'containerd 1.6 with one real pod'],
  ['host', 'Debian 12, kernel 6.18, cgroup v1, no swap, no CNI'],
  [
    'client',
    'a recorder that speaks HTTP/1.1 and does not verify server certificates; curl 7.88.1 with OpenSSL 3.0.19 for the group `curl`',
  ],
  ['certificates', 'made by kubeadm 1.36.3; they stand in `conformance/recordings/*/pki`'],
  ['when', '24 November 2026'],
] as const;

/** The table of figures: a row for each group, a column for each version, `equal/all` and behind a plus what is listed. */
export function figuresTable(all: readonly GroupFigure[]): string {
  const versions = [...new Set(all.map(({ version }) => version))];
  const groups = [...new Set(all.map(({ group }) => group))];
  const cell = (figure: Sum | undefined) =>
    figure === undefined ? '–' : `${figure.equal}/${figure.total}${figure.listed === 0 ? '' : ` + ${figure.listed}`}`;
  const rows = groups.map((group) => {
    const own = versions.map((version) => cell(all.find((one) => one.version === version && one.group === group)));
    return [`\`${group}\``, ...own];
  });
  const sums = versions.map((version) => `**${cell(sum(all.filter((one) => one.version === version)))}**`);
  return table(['group', ...versions], [...rows, ['**all**', ...sums]]);
}

type Sum = Pick<GroupFigure, 'equal' | 'total' | 'listed'>;

function sum(figures: readonly Sum[]): Sum {
  return figures.reduce(
    (all, { equal, total, listed }) => ({
      equal: all.equal + equal,
      total: all.total + total,
      listed: all.listed + listed,
    }),
    { equal: 0, total: 0, listed: 0 },
  );
}

/** The whole page. `notModelled` is the text of docs/not-modelled.md. */
export function fidelityPage(all: readonly GroupFigure[], notModelled: string): string {
  const { equal, total, listed } = sum(all);
  const rest = listed === 0 ? 'none is listed as unmatched' : `${listed} are listed as unmatched, with reasons`;
  return `# Fidelity

Written by \`npm run conformance -- --report\`; changes by hand are lost.

Every answer here is compared with one that a real kubelet gave. Of ${total} recorded things ${equal} are equal, ${rest}. A thing is a start with its
exit code and error, the set of its journal lines that a learner would look for, its open ports, its \`/configz\`, or one HTTP exchange: status, headers and body.

\`npm run conformance\` plays all of them again and fails on any difference that is not listed, on a listed one that is equal after all, on more than 0.5 % listed
in a group, and when this table tells other figures. The recordings are files: [conformance/recordings](../conformance/recordings/README.md).

## Figures

${figuresTable(all)}

The engine holds rules, no recorded answers. Tests show it: the same recordings under other names, ports and paths give the same figures (\`renamed.test.ts\`).

## What was recorded from what

${table(['what', 'which'], WITNESSES)}

## What the comparison lets pass

${table(
  ['what', 'rule', 'reason'],
  NORMALISATIONS.map(({ what, rule, reason }) => [`\`${what}\``, rule, reason]),
)}

## What is not modelled

From [not-modelled.md](not-modelled.md), which is kept by hand.

${lowered(notModelled)}`;
}

/** The sections of a page, one level deeper, without its own title and what stands before the first section. */
function lowered(page: string): string {
  const start = page.search(/^## /m);
  return (start < 0 ? '' : page.slice(start)).replace(/^##/gm, '###');
}

/** The figures as a module: formatted as the project's formatter would. */
export function fidelityData(all: readonly GroupFigure[]): string {
  const rows = all.map(
    ({ version, group, equal, total, listed }) =>
      `  { version: '${version}', group: '${group}', equal: ${equal}, total: ${total}, listed: ${listed} },\n`,
  );
  return `/** How many recorded things of a group are equal here. \`listed\` differ, each with its reason in docs/not-modelled.md. */
export interface FidelityFigure {
  /** Of the recorded kubelet: \`1.36.3\`. */
  readonly version: string;
  readonly group: string;
  readonly equal: number;
  readonly total: number;
  readonly listed: number;
}

/** Written by \`npm run conformance -- --report\`; changes by hand are lost. */
export const FIDELITY: readonly FidelityFigure[] = [
${rows.join('')}];
`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${header.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
