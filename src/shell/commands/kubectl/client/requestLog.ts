import { goQuote } from '#engine/config/go/quote.ts';
import type { HttpAnswer, HttpRequest } from '#engine/kubelet/exchange.ts';
import { STATUS_TEXTS } from '../../curl/statusTexts.table.ts';

/** How long a request takes that nobody measures. */
const MILLISECONDS = 4;

/** From so many letters on a body is cut, unless `-v=9` asks for more. */
const LONGEST = 1024;

/**
 * What `-v` shows of a request and its answer, as texts of log lines with their sources: from 6 on that it was made, from 7
 * on its headers, from 8 on headers and body of the answer.
 * Models debuggingRoundTripper in client-go/transport/round_trippers.go, v0.36.
 */
export function requestLines(
  verbosity: number,
  request: HttpRequest,
  url: string,
  answer: HttpAnswer | null,
): readonly (readonly [source: string, text: string])[] {
  if (verbosity < 6) return [];
  const where = `verb=${goQuote(request.method)} url=${goQuote(url)}`;
  const status = answer === null ? '' : `${answer.status} ${STATUS_TEXTS[answer.status] ?? ''}`.trim();
  const took = `milliseconds=${MILLISECONDS}`;
  if (verbosity === 6) return [['round_trippers.go:632', `"Response" ${where} status=${goQuote(status)} ${took}`]];
  const sent = request.headers.filter(([name]) => name !== 'Host').map(masked);
  const asked: readonly [string, string] = ['round_trippers.go:527', `"Request" ${where} headers=${headersText(sent)}`];
  if (verbosity === 7) return [asked, ['round_trippers.go:632', `"Response" status=${goQuote(status)} ${took}`]];
  const body = (text: string) => `body=${bodyText(text, verbosity)}`;
  return [
    ['helper.go:105', `"Request Body" ${body(request.body ?? '')}`],
    asked,
    [
      'round_trippers.go:632',
      `"Response" status=${goQuote(status)} headers=${headersText(answer?.headers ?? [])} ${took}`,
    ],
    ...(answer === null ? [] : [['helper.go:105', `"Response Body" ${body(answer.body)}`] as const]),
  ];
}

type Header = readonly [name: string, value: string];

/** Who has the log shall not have the token. */
function masked([name, value]: Header): Header {
  return name === 'Authorization' ? [name, value.replace(/^(\S+) .*$/, '$1 <masked>')] : [name, value];
}

function headersText(headers: readonly Header[]): string {
  if (headers.length === 0) return '""';
  const lines = headers.map(([name, value]) => `\t${name}: ${value}\n`).sort();
  return `<\n${lines.join('')} >`;
}

function bodyText(body: string, verbosity: number): string {
  const cut = verbosity < 9 && body.length > LONGEST;
  const shown = cut ? `${body.slice(0, LONGEST)} [truncated ${body.length - LONGEST} chars]` : body;
  if (!shown.trimEnd().includes('\n') && !shown.endsWith('\n')) return goQuote(shown);
  return `<\n${shown.replace(/\n$/, '').replace(/^/gm, '\t')}\n >`;
}
