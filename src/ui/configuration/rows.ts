import type { ConfigurationRow, SettingGroup } from '#session/view/configuration.ts';
import type { ConfigurationFilter } from '../store/desk.ts';

/** The rows that pass the filter. Every word of its text must stand somewhere in the row. */
export function passing(rows: readonly ConfigurationRow[], filter: ConfigurationFilter): readonly ConfigurationRow[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.security && !row.security) return false;
    if (filter.differing && row.verdict === 'fine') return false;
    if (filter.disagreeing && row.disagreements.length === 0) return false;
    if (words.length === 0) return true;
    const text = searchText(row);
    return words.every((word) => text.includes(word));
  });
}

function searchText(row: ConfigurationRow): string {
  const flag = row.flagz === null ? '' : `--${row.flagz.flag}`;
  const beaten = row.beaten.map(({ text }) => text);
  return [row.path, row.value, row.source, ...beaten, row.says, flag].join('\n').toLowerCase();
}

/** Rows by group, in the order in which they come. */
export function grouped(
  rows: readonly ConfigurationRow[],
): readonly { readonly group: SettingGroup; readonly rows: readonly ConfigurationRow[] }[] {
  const groups = new Map<SettingGroup, ConfigurationRow[]>();
  for (const row of rows) {
    const list = groups.get(row.group) ?? [];
    list.push(row);
    groups.set(row.group, list);
  }
  return [...groups].map(([group, list]) => ({ group, rows: list }));
}
