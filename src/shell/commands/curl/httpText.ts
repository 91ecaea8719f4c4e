import type { HttpAnswer } from '#engine/kubelet/exchange.ts';
import { clockText, httpDate, monthName, utcParts } from '#engine/time.ts';
import { byteLength } from './headers.ts';
import { STATUS_TEXTS } from './statusTexts.table.ts';

type Header = readonly [name: string, value: string];

/** How a server wrote an answer down. */
export interface WrittenAnswer {
  /** `HTTP/1.1 401 Unauthorized`; HTTP/2 has no words, but a blank behind the number. */
  readonly statusLine: string;
  readonly headers: readonly Header[];
  /** Announced length of the body in bytes; null when chunked or not announced. */
  readonly length: number | null;
  /** Whether the connection ends with the answer. */
  readonly closes: boolean;
}

/** Facts about the request that change how the answer is written. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly http2: boolean;
}

/** Bodies up to this many bytes are written in one go, so that their length is known. */
const BUFFER = { http1: 2048, http2: 4096 } as const;

/** Paths whose handlers set the content type themselves although it is the one Go would have found. */
const TYPED = /^\/(?:flagz|statusz|debug|logs)(?:\/|\?|$)/;

/**
 * Adds Date, Content-Length and Transfer-Encoding to an answer, in the order of Go's server: headers that the handler
 * set by name, then Date, then the length, then a content type that Go found itself. `now` in milliseconds.
 * Models net/http/server.go and net/http/h2_bundle.go, Go 1.26.
 */
export function writtenAnswer(answer: HttpAnswer, asked: Asked, now: number): WrittenAnswer {
  if (answer.bare === true) {
    return { statusLine: `HTTP/1.0 ${status(answer.status)}`, headers: [], length: null, closes: true };
  }
  const found = answer.headers.find(([name]) => name.toLowerCase() === 'content-type');
  const sniffed = found !== undefined && isSniffed(answer, asked, found[1]);
  const size = answer.unsent ?? byteLength(answer.body);
  const isHead = asked.method === 'HEAD';
  const streams = asked.path.startsWith('/containerLogs/') && answer.status === 200;
  const explicit = answer.headers.some(([name]) => name.toLowerCase() === 'accept-ranges');
  const known =
    explicit || (!streams && size <= (asked.http2 ? BUFFER.http2 : BUFFER.http1) && !(isHead && size === 0));
  const bodyless = answer.status === 204 || answer.status === 304;
  const length = known && !bodyless ? size : null;
  const set: Header[] = answer.headers.filter((header) => !(sniffed && header === found));
  if (explicit) set.push(['Content-Length', String(size)]);
  set.sort(([left], [right]) => (left.toLowerCase() < right.toLowerCase() ? -1 : 1));
  const date: Header = ['Date', httpDate(now)];
  const lengths: Header[] = length !== null && !explicit ? [['Content-Length', String(length)]] : [];
  const type: Header[] = sniffed && found !== undefined ? [found] : [];
  if (asked.http2) {
    const headers = [...set, ...type, ...lengths, date].map(([name, value]): Header => [name.toLowerCase(), value]);
    return { statusLine: `HTTP/2 ${answer.status} `, headers, length, closes: false };
  }
  const closes = asked.headers.some(([name, value]) => name.toLowerCase() === 'connection' && /close/i.test(value));
  const chunked: Header[] = length === null && !bodyless && !isHead ? [['Transfer-Encoding', 'chunked']] : [];
  const connection: Header[] = closes ? [['Connection', 'close']] : [];
  const headers = [...set, date, ...lengths, ...type, ...connection, ...chunked];
  return { statusLine: `HTTP/${answer.http} ${status(answer.status)}`, headers, length, closes };
}

function isSniffed(answer: HttpAnswer, asked: Asked, type: string): boolean {
  if (!/^text\/(?:plain|html); charset=utf-8$/.test(type)) return false;
  const names = answer.headers.map(([name]) => name.toLowerCase());
  if (names.includes('x-content-type-options') || names.includes('location')) return false;
  return answer.status >= 400 || !TYPED.test(asked.path);
}

function status(code: number): string {
  const words = Object.hasOwn(STATUS_TEXTS, code) ? STATUS_TEXTS[code] : undefined;
  return `${code} ${words ?? `status code ${code}`}`;
}

/** `Nov 24 07:28:28 2026 GMT`, as OpenSSL prints a certificate's dates: the day in two columns. */
export function opensslDate(at: number): string {
  const { year, day } = utcParts(at);
  return `${monthName(at)} ${String(day).padStart(2)} ${clockText(at)} ${year} GMT`;
}

/** Status line and headers as they stand before a body, lines ended by CR LF. */
export function headerBlock(answer: WrittenAnswer): string {
  const lines = [answer.statusLine, ...answer.headers.map(([name, value]) => `${name}: ${value}`)];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
