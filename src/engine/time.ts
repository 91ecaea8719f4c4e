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
