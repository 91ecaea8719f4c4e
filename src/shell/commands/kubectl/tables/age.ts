import { parseTime } from '#engine/time.ts';

/** How long ago a moment (RFC 3339) was, as a table shows it; `<unknown>` when there is none. `now` in milliseconds. */
export function ageOf(timestamp: string, now: number): string {
  const at = parseTime(timestamp);
  return timestamp === '' || Number.isNaN(at) ? '<unknown>' : humanDuration(Math.floor((now - at) / 1000));
}

/** A duration in whole seconds with two or three figures. Models HumanDuration in apimachinery/pkg/util/duration, v0.36. */
export function humanDuration(seconds: number): string {
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return withRest(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return withRest(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 192) return withRest(days, 'd', hours % 24, 'h');
  if (days < 730) return `${days}d`;
  const years = Math.floor(days / 365);
  return days < 2920 ? withRest(years, 'y', days % 365, 'd') : `${years}y`;
}

function withRest(whole: number, unit: string, rest: number, smaller: string): string {
  return rest === 0 ? `${whole}${unit}` : `${whole}${unit}${rest}${smaller}`;
}
