import { parseTimeSpan } from '#engine/host/systemd/timeSpan.ts';
import { clockText, parseTime, rfc3339, unixDate, utcParts } from '#engine/time.ts';

/** Times as systemd's tools write and read them; all in milliseconds. Models src/basic/time-util.c, v255. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 2_629_800 * SECOND;
const YEAR = 31_557_600 * SECOND;

/** `Tue 2026-11-24 09:00:00 UTC` */
export function systemdDate(at: number): string {
  return `${unixDate(at).slice(0, 3)} ${rfc3339(at).slice(0, 10)} ${clockText(at)} UTC`;
}

/** `5min 3s ago` as `systemctl status` has it: two units at most. */
export function relativeTime(at: number, now: number): string {
  const ago = Math.abs(now - at);
  const side = now >= at ? 'ago' : 'left';
  const many = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  const whole = (unit: number): number => Math.floor(ago / unit);
  const rest = (above: number, unit: number): number => Math.floor((ago % above) / unit);
  if (ago >= YEAR) return `${many(whole(YEAR), 'year')} ${many(rest(YEAR, MONTH), 'month')} ${side}`;
  if (ago >= MONTH) return `${many(whole(MONTH), 'month')} ${many(rest(MONTH, DAY), 'day')} ${side}`;
  if (ago >= WEEK) return `${many(whole(WEEK), 'week')} ${many(rest(WEEK, DAY), 'day')} ${side}`;
  if (ago >= 2 * DAY) return `${whole(DAY)} days ${side}`;
  if (ago >= 25 * HOUR) return `1 day ${whole(HOUR) - 24}h ${side}`;
  if (ago >= 6 * HOUR) return `${whole(HOUR)}h ${side}`;
  if (ago >= HOUR) return `${whole(HOUR)}h ${rest(HOUR, MINUTE)}min ${side}`;
  if (ago >= 5 * MINUTE) return `${whole(MINUTE)}min ${side}`;
  if (ago >= MINUTE) return `${whole(MINUTE)}min ${rest(MINUTE, SECOND)}s ${side}`;
  if (ago >= SECOND) return `${whole(SECOND)}s ${side}`;
  return ago > 0 ? `${Math.floor(ago)}ms ${side}` : 'now';
}

const UNITS = [
  [YEAR, 'y'],
  [MONTH, 'month'],
  [WEEK, 'w'],
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
  [1, 'ms'],
] as const;

/** `1h 2min 3.500s`: a span of whole milliseconds. */
export function timeSpanText(span: number): string {
  let left = Math.floor(span);
  if (left <= 0) return '0';
  const words: string[] = [];
  for (const [unit, name] of UNITS) {
    if (left < unit) continue;
    const count = Math.floor(left / unit);
    const rest = left % unit;
    if (unit === SECOND && rest > 0) {
      words.push(`${count}.${String(rest).padStart(3, '0')}s`);
      break;
    }
    words.push(`${count}${name}`);
    left = rest;
    if (left === 0) break;
  }
  return words.join(' ');
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const LONG_WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A moment as `journalctl --since` takes it (`today`, `5 min ago`, `2026-11-24 09:00`, `@1795…`); null when it is none. */
export function parseMoment(text: string, now: number): number | null {
  const midnight = now - (now % DAY);
  const words: Readonly<Record<string, number>> = {
    now,
    today: midnight,
    yesterday: midnight - DAY,
    tomorrow: midnight + DAY,
  };
  if (Object.hasOwn(words, text)) return words[text] ?? null;
  if (text.startsWith('+')) return shifted(text.slice(1), now, 1);
  if (text.startsWith('-')) return shifted(text.slice(1), now, -1);
  if (/^@\d+(\.\d+)?$/.test(text)) return Math.floor(Number(text.slice(1)) * SECOND);
  if (text.startsWith('@')) return null;
  if (text.endsWith(' ago')) return shifted(text.slice(0, -4), now, -1);
  if (text.endsWith(' left')) return shifted(text.slice(0, -5), now, 1);
  return calendarMoment(text.replace(/ UTC$/i, ''), midnight);
}

function shifted(span: string, now: number, sign: 1 | -1): number | null {
  const milliseconds = parseTimeSpan(span);
  return milliseconds === null || !Number.isFinite(milliseconds) ? null : now + sign * Math.floor(milliseconds);
}

function calendarMoment(text: string, midnight: number): number | null {
  const named = /^([A-Za-z]+)[ ,]\s*(.*)$/.exec(text);
  const word = (named?.[1] ?? '').toLowerCase();
  const day = Math.max(WEEKDAYS.indexOf(word), LONG_WEEKDAYS.indexOf(word));
  if (named !== null && day < 0) return null;
  const parts =
    /^(?:(\d{4}|\d\d)-(\d{1,2})-(\d{1,2})(?:$|[ T](?=\d)))?(?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?)?Z?$/.exec(
      named?.[2] ?? text,
    );
  if (parts === null || (parts[1] === undefined && parts[4] === undefined)) return null;
  const [, year, month = '', date = '', hour = '0', minute = '0', second = '0', fraction = '0'] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  let start = midnight;
  if (year !== undefined) {
    const full = year.length === 4 ? year : `${Number(year) < 69 ? '20' : '19'}${year}`;
    const iso = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    start = parseTime(`${iso}T00:00:00Z`);
    if (Number.isNaN(start) || rfc3339(start).slice(0, 10) !== iso) return null;
  }
  if (day >= 0 && utcParts(start).weekday !== day) return null;
  const clock = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  return start + clock + Math.floor(Number(`0${fraction}`) * SECOND);
}
