import { clockText, utcParts } from '#engine/time.ts';

/** A line of klog as a program prints it on standard error; `now` in milliseconds since the epoch. Models klog v2's header. */
export function logText(level: 'I' | 'W' | 'E', now: number, pid: number, source: string, text: string): string {
  const { month, day, millisecond } = utcParts(now);
  const date = [month, day].map((part) => String(part).padStart(2, '0')).join('');
  const time = `${clockText(now)}.${String(millisecond).padStart(3, '0')}000`;
  return `${level}${date} ${time} ${String(pid).padStart(7, ' ')} ${source}] ${text}\n`;
}
