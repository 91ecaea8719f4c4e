import type { JsonObject } from '../../json.ts';
import { goJson } from '../../kubelet/endpoints/goJson.ts';
import type { HttpAnswer, HttpRequest } from '../../kubelet/exchange.ts';
import { type Failure, statusObject } from './status.ts';

/** What a gate or a handler answers with before the server's own headers are added. */
export interface Reply {
  readonly status: number;
  readonly headers: HttpAnswer['headers'];
  readonly body: string;
}

const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const NOSNIFF = ['X-Content-Type-Options', 'nosniff'] as const;

/** An object as JSON: indented for people's programs, else compact with a line end. Models the JSON serializer, v0.36. */
export function objectReply(request: HttpRequest, status: number, object: JsonObject): Reply {
  return { status, headers: [JSON_TYPE], body: bodyOf(request, object) };
}

export function failureReply(request: HttpRequest, failure: Failure): Reply {
  return objectReply(request, failure.code, statusObject(failure));
}

/** A refusal from before the handlers, which forbids browsers to guess its type. */
export function earlyFailure(request: HttpRequest, failure: Failure): Reply {
  return { ...failureReply(request, failure), headers: [JSON_TYPE, NOSNIFF] };
}

/** Plain text, as the health checks write it. */
export function textReply(status: number, body: string): Reply {
  return { status, headers: [['Content-Type', 'text/plain; charset=utf-8'], NOSNIFF], body };
}

/** Plain text as Go's sniffing names it. */
export function plainReply(body: string): Reply {
  return { status: 200, headers: [['Content-Type', 'text/plain; charset=utf-8']], body };
}

/** A JSON document that is always indented. */
export function rawJson(body: string): Reply {
  return { status: 200, headers: [JSON_TYPE], body };
}

function bodyOf(request: HttpRequest, object: JsonObject): string {
  return wantsPretty(request) ? goJson(object, 2) : `${goJson(object)}\n`;
}

/** Models isPrettyPrint in apiserver/pkg/endpoints/handlers/negotiation/negotiate.go, v0.36. */
function wantsPretty({ headers, path }: HttpRequest): boolean {
  const asked = /[?&]pretty=([^&]*)/.exec(path)?.[1];
  if (asked !== undefined) return !['', '0', 'false', 'False', 'FALSE', 'f', 'F'].includes(asked);
  const agent = headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? '';
  return /^(curl|Wget|Mozilla\/5\.0)/.test(agent);
}

/** The answer with warnings in its headers. Models apiserver/pkg/warning, v0.36. */
export function withWarnings(reply: Reply, texts: readonly string[]): Reply {
  const told = texts.map((text) => ['Warning', `299 - ${JSON.stringify(text)}`] as const);
  return { ...reply, headers: [...reply.headers, ...told] };
}
