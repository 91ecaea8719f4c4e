import type { World } from '#engine/world/world.ts';
import { allGiven, type GivenOption, isGiven, lastGiven } from '../getopt.ts';
import { fitsPattern, unitName } from '../systemctl/unitView.ts';
import { parseMoment } from '../systemdTime.ts';
import { type Entry, isOfUnit, OUTPUT_MODES, type OutputMode } from './entry.ts';

/** What `journalctl` was asked for. */
export interface Query {
  readonly mode: OutputMode;
  readonly accepts: (entry: Entry) => boolean;
  /** At most so many entries, the newest; null = all. */
  readonly lines: number | null;
  readonly reverse: boolean;
  readonly explained: boolean;
  readonly withHost: boolean;
  readonly quiet: boolean;
  readonly follow: boolean;
  /** A `-g` that finds nothing fails. */
  readonly searches: boolean;
}

const LEVELS = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

/** The query of a command line's options and matches, or journalctl's complaint. Models src/journal/journalctl.c, v255. */
export function queryOf(
  given: readonly GivenOption[],
  matches: readonly string[],
  { now }: World,
): { readonly query: Query } | { readonly complaint: string } {
  const follow = isGiven(given, 'follow');
  const reverse = isGiven(given, 'reverse');
  if (follow && reverse) return { complaint: 'Please specify either --reverse or --follow, not both.' };
  const mode = lastGiven(given, 'output') ?? 'short';
  if (!isOutputMode(mode)) return { complaint: `Unknown output format '${mode}'.` };
  const moments: Record<string, number | null> = { since: null, until: null };
  for (const key of ['since', 'until']) {
    const text = lastGiven(given, key);
    if (text === null) continue;
    const at = parseMoment(text, now);
    if (at === null) return { complaint: `Failed to parse timestamp: ${text}` };
    moments[key] = at;
  }
  const { since = null, until = null } = moments;
  if (since !== null && until !== null && since > until) return { complaint: '--since= must be before --until=.' };
  const levels = levelsOf(lastGiven(given, 'priority'));
  if (typeof levels === 'string') return { complaint: levels };
  const pattern = patternOf(given);
  if (typeof pattern === 'string') return { complaint: pattern };
  const wanted = matches.map((match) => /^([A-Z0-9_]+)=(.*)$/s.exec(match));
  const bad = matches.find((_match, index) => wanted[index] === null);
  if (bad !== undefined) return { complaint: `Failed to add match '${bad}': Invalid argument` };
  const fields = wanted.flatMap((found) => (found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const]));
  const units = allGiven(given, 'unit').map(unitName);
  const identifiers = allGiven(given, 'identifier');
  const lines = linesOf(given, follow);
  if (typeof lines === 'string') return { complaint: lines };
  const accepts = (entry: Entry): boolean =>
    (since === null || entry.at >= since) &&
    (until === null || entry.at <= until) &&
    (units.length === 0 || isOfUnit(entry, (unit) => units.some((name) => fitsPattern(unit, name)))) &&
    (identifiers.length === 0 || identifiers.includes(entry.identifier)) &&
    (levels === null || (entry.priority >= levels[0] && entry.priority <= levels[1])) &&
    (pattern === null || pattern.test(entry.message)) &&
    fitsFields(entry, fields) &&
    !isGiven(given, 'dmesg');
  return {
    query: {
      mode,
      accepts,
      lines,
      reverse,
      explained: isGiven(given, 'catalog'),
      withHost: !isGiven(given, 'no-hostname'),
      quiet: isGiven(given, 'quiet'),
      follow,
      searches: pattern !== null,
    },
  };
}

function isOutputMode(text: string): text is OutputMode {
  return (OUTPUT_MODES as readonly string[]).includes(text);
}

/** A level and all graver ones, or a range; a complaint for anything else. */
function levelsOf(text: string | null): readonly [number, number] | null | string {
  if (text === null) return null;
  const level = (name: string): number => (/^[0-7]$/.test(name) ? Number(name) : LEVELS.indexOf(name));
  const [from = '', to] = text.split('..');
  const ends = to === undefined ? [0, level(from)] : [level(from), level(to)];
  const [first = -1, last = -1] = ends;
  if (first < 0 || last < 0) return `Unknown log level ${text}`;
  return [Math.min(first, last), Math.max(first, last)];
}

function patternOf(given: readonly GivenOption[]): RegExp | null | string {
  const text = lastGiven(given, 'grep');
  if (text === null) return null;
  const asked = given.findLast(({ key }) => key === 'case-sensitive');
  const sensitive =
    asked === undefined ? /\p{Lu}/u.test(text) : !['no', 'false', '0', 'off'].includes(asked.value ?? '');
  try {
    return new RegExp(text, sensitive ? 'u' : 'iu');
  } catch {
    return `Bad pattern "${text}": ${text.split('(').length > text.split(')').length ? 'missing closing parenthesis' : 'quantifier does not follow a repeatable item'}`;
  }
}

function linesOf(given: readonly GivenOption[], follow: boolean): number | null | string {
  const option = given.findLast(({ key }) => key === 'lines');
  if (option === undefined) {
    if (follow && !isGiven(given, 'no-tail')) return 10;
    return isGiven(given, 'pager-end') ? 1000 : null;
  }
  const text = option.value ?? '10';
  if (text === 'all') return null;
  return /^\+?\d+$/.test(text) ? Number(text) : `Failed to parse lines '${text}'`;
}

/** Matches of one field are alternatives, those of different fields must all hold. */
function fitsFields(entry: Entry, fields: readonly (readonly [string, string])[]): boolean {
  const known: Readonly<Record<string, string>> = {
    _PID: String(entry.pid),
    _SYSTEMD_UNIT: entry.pid === 1 ? 'init.scope' : entry.unit,
    UNIT: entry.pid === 1 ? entry.unit : '',
    SYSLOG_IDENTIFIER: entry.identifier,
    _COMM: entry.identifier,
    PRIORITY: String(entry.priority),
    MESSAGE: entry.message,
  };
  const names = new Set(fields.map(([name]) => name));
  return [...names].every((name) => {
    const value = Object.hasOwn(known, name) ? known[name] : undefined;
    return fields.some(([other, wanted]) => other === name && wanted === value);
  });
}
