import { walk } from '#engine/host/files.ts';
import { UNIT_DIRECTORIES } from '#engine/host/systemd/load.ts';
import type { Node, World } from '#engine/world/world.ts';
import { textOf } from '../answer.ts';
import { fitsPattern, knownUnits, type UnitView, unitName, unitView } from './unitView.ts';

/** Which units a list shows. */
export interface Filter {
  readonly patterns: readonly string[];
  readonly states: readonly string[];
  readonly types: readonly string[];
  readonly all: boolean;
  readonly legend: boolean;
}

/** `systemctl list-units`: the services that systemd holds. Models src/systemctl/systemctl-list-units.c, v255. */
export function unitList(world: World, node: Node, filter: Filter): string {
  const units = knownUnits(world, node).filter(
    (unit) => (filter.all || filter.states.length > 0 || unit.active !== 'inactive') && passes(unit, filter),
  );
  const rows = units.map((unit) => [unit.name, unit.load, unit.active, unit.sub, unit.description] as const);
  const table = columns([['UNIT', 'LOAD', 'ACTIVE', 'SUB', 'DESCRIPTION'], ...rows]);
  const marks = ['  ', ...units.map((unit) => (unit.active === 'failed' || unit.load === 'not-found' ? '● ' : '  '))];
  const lines = table.map((line, index) => (marks[index] ?? '  ') + line);
  if (!filter.legend) return textOf(lines.slice(1));
  if (units.length === 0) lines.splice(0);
  const legend = [
    '',
    'Legend: LOAD   → Reflects whether the unit definition was properly loaded.',
    '        ACTIVE → The high-level unit activation state, i.e. generalization of SUB.',
    '        SUB    → The low-level unit activation state, values depend on unit type.',
    '',
  ];
  const isChosen = filter.states.length > 0 && !filter.all && !filter.states.includes('inactive');
  const hint = isChosen || filter.all ? '' : ' Pass --all to see loaded but inactive units, too.';
  return textOf([
    ...(units.length === 0 ? ['  UNIT LOAD ACTIVE SUB DESCRIPTION'] : lines),
    ...(units.length === 0 ? [''] : legend),
    `${units.length} loaded units listed.${hint}`,
    ...(isChosen ? [] : ["To show all installed unit files use 'systemctl list-unit-files'."]),
  ]);
}

/** `systemctl list-unit-files`: what is installed, and whether it starts at boot. */
export function unitFileList(world: World, node: Node, filter: Filter): string {
  const onDisk = UNIT_DIRECTORIES.flatMap((directory) =>
    walk(node.host.files, directory)
      .map((path) => path.slice(directory.length + 1))
      .filter((name) => !name.includes('/') && name === unitName(name)),
  );
  const names = new Set([...onDisk, ...knownUnits(world, node).map(({ name }) => name)]);
  const units = [...names]
    .sort()
    .map((name) => unitView(world, node, name))
    .filter((unit) => unit.fileState !== '' && passes(unit, filter));
  const rows = units.map((unit) => [unit.name, unit.fileState, unit.fileState === 'static' ? '-' : 'enabled'] as const);
  const lines = columns([['UNIT FILE', 'STATE', 'PRESET'], ...rows]);
  return textOf(filter.legend ? [...lines, '', `${units.length} unit files listed.`] : lines.slice(1));
}

function passes(unit: UnitView, { patterns, states, types }: Filter): boolean {
  const type = unit.name.slice(unit.name.lastIndexOf('.') + 1);
  return (
    (patterns.length === 0 ||
      patterns.some((pattern) => fitsPattern(unit.name, unitName(pattern)) || fitsPattern(unit.name, pattern))) &&
    (states.length === 0 ||
      [unit.load, unit.active, unit.sub, unit.fileState].some((state) => states.includes(state))) &&
    (types.length === 0 || types.includes(type))
  );
}

/** Rows as columns, one blank between; the last column is not filled up. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join(' '),
  );
}
