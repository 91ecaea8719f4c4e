import { monthName, parseTime, utcParts } from '#engine/time.ts';
import { isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { failed, printed, type ShellProgram } from '../program.ts';

const OPTIONS = [
  { key: 'u', short: 'u', long: 'utc' },
  { key: 'u', long: 'universal' },
  { key: 'd', short: 'd', long: 'date', argument: 'required' },
  { key: 'I', short: 'I', long: 'iso-8601', argument: 'optional' },
  { key: 'R', short: 'R', long: 'rfc-email' },
  { key: 'rfc', long: 'rfc-3339', argument: 'required' },
  { key: 's', short: 's', long: 'set', argument: 'required' },
  { key: 'r', short: 'r', long: 'reference', argument: 'required' },
] as const;

const ISO: Readonly<Record<string, string>> = {
  date: '%Y-%m-%d',
  hours: '%Y-%m-%dT%H+00:00',
  minutes: '%Y-%m-%dT%H:%M+00:00',
  seconds: '%Y-%m-%dT%H:%M:%S+00:00',
  ns: '%Y-%m-%dT%H:%M:%S,%N+00:00',
};

/** Tells the world's time, in UTC, as GNU's date does. Models coreutils 9.1. */
export const date: ShellProgram = {
  name: 'date',
  start(parameters, { world, files }) {
    const read = readOptions('date', parameters, OPTIONS);
    if (!read.ok) return failed(`${read.message}\nTry 'date --help' for more information.\n`);
    const { given, operands } = read;
    const said = lastGiven(given, 'd');
    const reference = lastGiven(given, 'r');
    if (isGiven(given, 's')) return failed('date: cannot set date: Operation not permitted\n');
    const [operand] = operands;
    if (operands[1] !== undefined) return failed(`date: extra operand ‘${operands[1]}’\n`);
    if (operand !== undefined && !operand.startsWith('+')) return failed(`date: invalid date ‘${operand}’\n`);
    const status = reference === null ? null : files.status(reference);
    if (reference !== null && status === null) return failed(`date: ${reference}: No such file or directory\n`);
    const at = status !== null ? status.modifiedAt : said === null ? world.now : moment(said, world.now);
    if (at === null) return failed(`date: invalid date ‘${said ?? ''}’\n`);
    return printed(`${formatTime(operand?.slice(1) ?? format(given), at)}\n`);
  },
};

function format(given: Parameters<typeof isGiven>[0]): string {
  const iso = lastGiven(given, 'I');
  if (isGiven(given, 'I')) {
    return Object.entries(ISO).find(([name]) => name.startsWith(iso ?? 'date'))?.[1] ?? '%Y-%m-%d';
  }
  const rfc = lastGiven(given, 'rfc');
  if (rfc !== null) return rfc.startsWith('d') ? '%Y-%m-%d' : '%Y-%m-%d %H:%M:%S+00:00';
  return isGiven(given, 'R') ? '%a, %d %b %Y %H:%M:%S +0000' : '%a %b %e %H:%M:%S UTC %Y';
}

const UNITS: Readonly<Record<string, number>> = {
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  fortnight: 1_209_600_000,
};

/** A moment in words: `@1795510800`, `2026-11-24 09:00`, `yesterday`, `2 hours ago`, `+3 days`; null when it is none. */
function moment(text: string, now: number): number | null {
  const words = text.trim();
  if (/^@-?\d+(\.\d+)?$/.test(words)) return Number(words.slice(1)) * 1000;
  let at = now;
  let rest = words.toLowerCase();
  const absolute = /^\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:z| ?utc)?/.exec(rest);
  if (absolute !== null) {
    const [day = '', clock = '00:00'] = absolute[0].replace(/z$| ?utc$/, '').split(/[t ]/);
    at = parseTime(`${day}T${clock}Z`);
    rest = rest.slice(absolute[0].length).trim();
  }
  const pattern =
    /^(now|today|yesterday|tomorrow|(?:([+-]?\d+)\s*|next\s+|last\s+)?(sec|second|min|minute|hour|day|week|fortnight)s?(\s+ago)?)(\s+|$)/;
  while (rest !== '') {
    const found = pattern.exec(rest);
    if (found === null) return null;
    const [all, word = '', number, unit = '', ago] = found;
    if (word === 'yesterday') at -= 86_400_000;
    if (word === 'tomorrow') at += 86_400_000;
    const count = number === undefined ? (word.startsWith('last') ? -1 : 1) : Number(number);
    const size = Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? 0) : 0;
    at += (ago === undefined ? 1 : -1) * count * size;
    rest = rest.slice(all.length);
  }
  return Number.isFinite(at) && Math.abs(at) < 8e15 ? at : null;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A moment by strftime's letters, UTC; letters that are none stay as they are. */
export function formatTime(text: string, at: number): string {
  const { year, month, day, hour, minute, second, millisecond, weekday } = utcParts(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const blank = (part: number): string => String(part).padStart(2);
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  const midnight = parseTime(`${String(year).padStart(4, '0')}-01-01T00:00:00Z`);
  const letters: Readonly<Record<string, string>> = {
    Y: String(year),
    C: two(Math.floor(year / 100)),
    y: two(year % 100),
    m: two(month),
    d: two(day),
    e: blank(day),
    H: two(hour),
    k: blank(hour),
    I: two(hour12),
    l: blank(hour12),
    M: two(minute),
    S: two(second),
    N: `${String(millisecond).padStart(3, '0')}000000`,
    s: String(Math.floor(at / 1000)),
    F: `${year}-${two(month)}-${two(day)}`,
    T: `${two(hour)}:${two(minute)}:${two(second)}`,
    R: `${two(hour)}:${two(minute)}`,
    D: `${two(month)}/${two(day)}/${two(year % 100)}`,
    a: (DAYS[weekday] ?? '').slice(0, 3),
    A: DAYS[weekday] ?? '',
    b: monthName(at),
    h: monthName(at),
    B: MONTHS[month - 1] ?? '',
    j: String(Math.floor((at - midnight) / 86_400_000) + 1).padStart(3, '0'),
    u: String(weekday === 0 ? 7 : weekday),
    w: String(weekday),
    p: hour < 12 ? 'AM' : 'PM',
    P: hour < 12 ? 'am' : 'pm',
    Z: 'UTC',
    z: '+0000',
    c: `${(DAYS[weekday] ?? '').slice(0, 3)} ${monthName(at)} ${blank(day)} ${two(hour)}:${two(minute)}:${two(second)} ${year}`,
    x: `${two(month)}/${two(day)}/${two(year % 100)}`,
    X: `${two(hour)}:${two(minute)}:${two(second)}`,
    r: `${two(hour12)}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`,
    n: '\n',
    t: '\t',
    '%': '%',
  };
  return text.replace(/%([-_0^]?)(:?[a-zA-Z%])/g, (all, flag: string, letter: string) => {
    if (letter === ':z') return '+00:00';
    const value = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
    if (value === undefined) return all;
    return flag === '-' ? value.replace(/^[ 0]+(?=\d)/, '') : flag === '^' ? value.toUpperCase() : value;
  });
}
