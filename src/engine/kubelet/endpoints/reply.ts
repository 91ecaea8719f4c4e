import { utf8Bytes } from '../../pki/bytes.ts';
import type { HttpAnswer } from '../exchange.ts';

/** Headers in the order written. */
export type Headers = HttpAnswer['headers'];

const PLAIN = ['Content-Type', 'text/plain; charset=utf-8'] as const;
const NOSNIFF = ['X-Content-Type-Options', 'nosniff'] as const;

/** An answer with these headers. */
export function reply(status: number, headers: Headers, body: string): HttpAnswer {
  return { kind: 'http', http: '1.1', status, headers, body };
}

/** What a handler that sets no type gets: Go's sniffing calls all our bodies plain text; an empty one has no type. */
export function sniffed(status: number, body: string, headers: Headers = []): HttpAnswer {
  return reply(status, body === '' ? headers : [...headers, PLAIN], body);
}

/** Models http.Error: the text and a newline, never sniffed by browsers. */
export function httpError(status: number, text: string): HttpAnswer {
  return reply(status, [PLAIN, NOSNIFF], `${text}\n`);
}

/** Plain text that browsers must not sniff. */
export function plain(status: number, body: string): HttpAnswer {
  return reply(status, [PLAIN, NOSNIFF], body);
}

/** A JSON document. */
export function json(body: string): HttpAnswer {
  return reply(200, [['Content-Type', 'application/json']], body);
}

/** The same answer without its body, as HEAD gets it. */
export function forMethod(answer: HttpAnswer, method: string): HttpAnswer {
  return method === 'HEAD' ? { ...answer, body: '', unsent: utf8Bytes(answer.body).length } : answer;
}

/** Models http.Redirect: the little page is for GET, its type for GET and HEAD. */
export function redirect(status: number, statusText: string, to: string, method: string): HttpAnswer {
  const location = ['Location', to] as const;
  if (method !== 'GET' && method !== 'HEAD') return reply(status, [location], '');
  const page = `<a href="${escapeHtml(to)}">${statusText}</a>.\n\n`;
  return reply(status, [['Content-Type', 'text/html; charset=utf-8'], location], method === 'GET' ? page : '');
}

/** Models html.EscapeString. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;');
}
