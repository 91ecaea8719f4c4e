import type { HttpAnswer } from '../exchange.ts';
import { reply, sniffed } from './reply.ts';
import type { ServicePath } from './webService.table.ts';

/** A template that fits a path, and what its variables took. */
export interface TemplateMatch {
  readonly service: ServicePath;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The first template that fits a path, slashes at its ends aside; null where go-restful says 404. */
export function matchTemplate(services: readonly ServicePath[], path: string): TemplateMatch | null {
  const parts = tokens(path);
  for (const service of services) {
    const parameters = fill(tokens(service.template), parts);
    if (parameters !== null) return { service, parameters };
  }
  return null;
}

/**
 * What go-restful itself answers: 404 for a path, 405 for a method, 406 for a type it does not know; null when the
 * request is the handler's. Models CurlyRouter and RouterJSR311.detectRoute of go-restful 3.
 */
export function refusal(match: TemplateMatch | null, method: string, accept: string): HttpAnswer | null {
  if (match === null) return sniffed(404, '404: Page Not Found');
  const { methods, produces } = match.service;
  if (!methods.includes(method)) {
    const allow = ['Allow', methods.join(', ')] as const;
    return reply(405, [allow, ['Content-Type', 'text/plain; charset=utf-8']], '405: Method Not Allowed');
  }
  if (!accepts(accept, produces ?? ['*/*'])) {
    return sniffed(406, `406: Not Acceptable\n\nAvailable representations: ${(produces ?? []).join(', ')}`);
  }
  return null;
}

function accepts(accept: string, produces: readonly string[]): boolean {
  if (accept === '') return true;
  const wanted = accept.split(',').map((part) => (part.split(';', 1)[0] ?? '').trim());
  return wanted.some((type) => type === '*/*' || produces.includes('*/*') || produces.includes(type));
}

function tokens(path: string): readonly string[] {
  const bare = path.replace(/^\/+|\/+$/g, '');
  return bare === '' ? [] : bare.split('/');
}

function fill(template: readonly string[], parts: readonly string[]): Readonly<Record<string, string>> | null {
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const value = parts[index];
    if (value === undefined) return null;
    if (!part.startsWith('{')) {
      if (part !== value) return null;
    } else if (part.endsWith(':*}')) {
      parameters[part.slice(1, -3)] = parts.slice(index).join('/');
      return parameters;
    } else {
      parameters[part.slice(1, -1)] = value;
    }
  }
  return template.length === parts.length ? parameters : null;
}
