// biome-ignore-all lint/style/noRestrictedGlobals: the one door to Date: every function here takes its moment as an argument

/** Milliseconds since the epoch for an RFC 3339 text; NaN when it is none. */
export function parseTime(text: string): number {
  return Date.parse(text);
}

/** `2026-11-24T09:00:00Z`: RFC 3339, whole seconds, UTC, as Kubernetes writes times. */
export function rfc3339(at: number): string {
  return `${new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}

/** The parts of a moment in UTC; `month` 1 to 12, `weekday` 0 = Sunday. */
export function utcParts(at: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
} {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `09:09:29`, UTC. */
export function clockText(at: number): string {
  const { hour, minute, second } = utcParts(at);
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `Nov`: the month of a moment in UTC. */
export function monthName(at: number): string {
  return MONTHS[utcParts(at).month - 1] ?? '';
}

/** `Tue Nov 24 09:09:29 UTC 2026`: Go's time.UnixDate, UTC. */
export function unixDate(at: number): string {
  const { year, day, weekday } = utcParts(at);
  const date = `${monthName(at)} ${String(day).padStart(2, ' ')}`;
  return `${WEEKDAYS[weekday] ?? ''} ${date} ${clockText(at)} UTC ${year}`;
}

/** `2026-11-24T09:00:00.123000000Z`: RFC 3339 with nanoseconds, UTC, as container runtimes stamp log lines. */
export function rfc3339Nano(at: number): string {
  const { millisecond } = utcParts(at);
  return `${rfc3339(at).slice(0, -1)}.${String(millisecond).padStart(3, '0')}000000Z`;
}

/** `Tue, 24 Nov 2026 09:09:29 GMT`: HTTP's date. */
export function httpDate(at: number): string {
  return new Date(at).toUTCString();
}

/** A moment as a Date, for the libraries that ask for one. */
export function dateOf(at: number): Date {
  return new Date(at);
}
