import { goQuote } from '#engine/config/go/quote.ts';
import { clockText, utcParts } from '#engine/time.ts';

/** The line that client-go logs when a server does not tell which resources it has; `now` in milliseconds since the epoch. */
export function memcacheLine(now: number, pid: number, error: string): string {
  const { month, day, millisecond } = utcParts(now);
  const date = [month, day].map((part) => String(part).padStart(2, '0')).join('');
  const time = `${clockText(now)}.${String(millisecond).padStart(3, '0')}000`;
  const message = goQuote(`couldn't get current server API group list: ${error}`);
  return `E${date} ${time} ${String(pid).padStart(7, ' ')} memcache.go:265] "Unhandled Error" err=${message}\n`;
}
