import { goQuote } from '#engine/config/go/quote.ts';
import { logText } from './logText.ts';

/** The line that client-go logs when a server does not tell which resources it has; `now` in milliseconds since the epoch. */
export function memcacheLine(now: number, pid: number, error: string): string {
  const message = goQuote(`couldn't get current server API group list: ${error}`);
  return logText('E', now, pid, 'memcache.go:265', `"Unhandled Error" err=${message}`);
}
