import type { Host } from '#engine/host/host.ts';
import { changedOnDiskWarning } from '#engine/host/systemd/sentences.ts';
import { textOf } from '../answer.ts';
import { ellipsized } from '../ellipsis.ts';
import { entriesOf, entryText } from '../journalctl/entry.ts';
import { relativeTime, systemdDate, timeSpanText } from '../systemdTime.ts';
import { endedWords } from './ended.ts';
import type { UnitView } from './unitView.ts';

/** How much of a status is shown. `width` is where lines are cut, infinite with `-l` and in a pipe. */
export interface StatusStyle {
  readonly width: number;
  readonly lines: number;
  readonly now: number;
}

/** A unit's status, and whether lines of its journal were cut. Models print_status_info in src/systemctl/systemctl-show.c, v255. */
export function statusText(
  unit: UnitView,
  host: Host,
  style: StatusStyle,
): { readonly stdout: string; readonly stderr: string; readonly cut: boolean } {
  const head = [
    `${glyph(unit)} ${unit.name}${unit.description === unit.name ? '' : ` - ${unit.description}`}`,
    `     Loaded: ${loadedWords(unit)}`,
    ...dropInLines(unit.dropIns),
    ...activeLines(unit, style.now),
    ...unit.documentation.map((page, index) => `   ${(index === 0 ? 'Docs:' : '').padStart(9)} ${page}`),
    ...processLines(unit, style.width),
  ];
  const journal = journalLines(unit, host, style);
  return {
    stdout: textOf([...head, ...(journal.lines.length === 0 ? [] : ['', ...journal.lines])]),
    stderr: unit.needsReload ? changedOnDiskWarning(unit.name) : '',
    cut: journal.cut,
  };
}

function glyph({ active }: UnitView): string {
  const glyphs = { active: '●', activating: '●', inactive: '○', failed: '×' } as const;
  return glyphs[active];
}

/** Why a unit could not be loaded, in the words of systemd's `LoadError`. */
function loadError({ load, name }: UnitView): string {
  switch (load) {
    case 'masked':
      return `Unit ${name} is masked.`;
    case 'bad-setting':
      return `Unit ${name} has a bad unit file setting.`;
    case 'error':
      return `Unit ${name} failed to load properly, please adjust/correct and reload service manager: Bad message`;
    case 'not-found':
      return `Unit ${name} not found.`;
    case 'loaded':
      return '';
  }
}

function loadedWords(unit: UnitView): string {
  const why = loadError(unit);
  if (why !== '') return `${unit.load} (Reason: ${why})`;
  if (unit.fragment === null) return unit.load;
  const preset = ['enabled', 'disabled'].includes(unit.fileState) ? '; preset: enabled' : '';
  return `${unit.load} (${unit.fragment}; ${unit.fileState}${preset})`;
}

/** Drop-ins by their folders, as a small tree. */
function dropInLines(paths: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let folder = '';
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (path.slice(0, slash) === folder) lines.push(`${lines.pop() ?? ''}, ${name}`);
    else {
      folder = path.slice(0, slash);
      lines.push(`${lines.length === 0 ? '    Drop-In: ' : '             '}${folder}`, `             └─${name}`);
    }
  }
  return lines;
}

function activeLines(unit: UnitView, now: number): readonly string[] {
  const { active, sub, result, since, ended } = unit;
  const state = active === sub ? active : `${active} (${sub})`;
  const why = result === 'success' ? '' : ` (Result: ${result})`;
  const when = since === null ? '' : ` since ${systemdDate(since)}; ${relativeTime(since, now)}`;
  const span = ended === null || (active !== 'inactive' && active !== 'failed') ? 0 : ended.at - ended.startedAt;
  return [`     Active: ${state}${why}${when}`, ...(span > 0 ? [`   Duration: ${timeSpanText(span)}`] : [])];
}

function processLines(unit: UnitView, width: number): readonly string[] {
  const { process, ended, command } = unit;
  if (process !== null) {
    const line = `             └─${process.pid} ${process.argv}`;
    return [
      `   Main PID: ${process.pid} (${process.name})`,
      `     CGroup: /system.slice/${unit.name}`,
      ellipsized(line, width, 100),
    ];
  }
  if (ended === null) return [];
  const how = endedWords(ended);
  const started = command === '' ? [] : [`    Process: ${ended.pid} ExecStart=${command} ${how}`];
  return [...started, `   Main PID: ${ended.pid} ${how}`];
}

/** The last lines of the unit's journal since it was last started, each of the terminal's width at most. */
function journalLines(
  unit: UnitView,
  host: Host,
  { width, lines }: StatusStyle,
): { readonly lines: readonly string[]; readonly cut: boolean } {
  const begun = host.journal.findLastIndex(
    ({ identifier, text }) => identifier === 'systemd' && /^Start(?:ing|ed) /.test(text),
  );
  const entries = host.journal
    .slice(Math.max(begun, 0))
    .flatMap(entriesOf)
    .filter((entry) => entry.unit === unit.name && entry.at >= unit.journalFrom);
  const shown = lines === 0 ? [] : entries.slice(-lines);
  let cut = false;
  const texts = shown.map((entry) => {
    const text = entryText(entry, 'short', host, true);
    const prefix = text.length - entry.message.length;
    if (text.length + 1 < width) return text;
    cut = true;
    return text.slice(0, prefix) + ellipsized(entry.message, width - prefix, 90);
  });
  return { lines: texts, cut };
}
