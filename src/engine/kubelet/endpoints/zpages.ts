import { stringify } from 'yaml';
import type { JsonObject } from '../../json.ts';
import type { HttpAnswer, HttpRequest } from '../exchange.ts';
import { goJson } from './goJson.ts';
import { type Handled, type HandlerContext, headerOf } from './handler.ts';
import { httpError, reply, sniffed } from './reply.ts';

const GROUP = 'config.k8s.io';
const WARNING =
  'Warning: This endpoint is not meant to be machine parseable, has no formatting compatibility guarantees and is for debugging purposes only.';
/** What a page calls itself. */
const TITLES = {
  objects: { flagz: 'flagz', statusz: 'statusz' },
  text: { flagz: 'flags', statusz: 'statusz' },
} as const;
const OFFERED = ['application/json', 'application/yaml', 'text/plain'] as const;
type MediaType = (typeof OFFERED)[number];

/** What a client is to get: text, or the object in a version of its API. */
type Representation =
  | { readonly type: 'text/plain' }
  | { readonly type: 'application/json' | 'application/yaml'; readonly version: string };

/**
 * Negotiates `/flagz` and `/statusz`: text for everybody, the object only for those who name group, version and kind
 * in `Accept`; null where nothing fits. Models apiserver/pkg/server/{flagz,statusz}/negotiate, v1.36.
 */
function negotiate({ request, release }: HandlerContext, kind: string): Representation | null {
  const accept = headerOf(request, 'Accept');
  if (release.traits.zpages === 'text') return acceptsText(accept) ? { type: 'text/plain' } : null;
  if (accept.trim() === '') return { type: 'text/plain' };
  const clauses = accept.split(',').map(parseClause);
  clauses.sort((left, right) => right.quality - left.quality);
  for (const { type, parameters } of clauses) {
    for (const offered of OFFERED) {
      if (!fits(type, offered)) continue;
      const convert = parameters.has('as') || parameters.has('g') || parameters.has('v');
      if (offered === 'text/plain') {
        if (!convert) return { type: offered };
        continue;
      }
      const version = parameters.get('v') ?? '';
      if (parameters.get('as') !== kind || parameters.get('g') !== GROUP) continue;
      if (version === 'v1beta1' || version === 'v1alpha1') return { type: offered, version };
    }
  }
  return null;
}

/** What a page says: as text below its heading, and as the fields of its object. */
export interface ZPage {
  readonly name: 'flagz' | 'statusz';
  readonly kind: string;
  readonly text: string;
  readonly fields: JsonObject;
}

/** The page in the form that the client asks for. */
export function zpage(context: HandlerContext, page: ZPage): Handled {
  const chosen = negotiate(context, page.kind);
  if (chosen === null) return { answer: notAcceptable(context) };
  if (chosen.type === 'text/plain') {
    const title = TITLES[context.release.traits.zpages][page.name];
    const text = `\nkubelet ${title}\n${WARNING}\n${page.text}`;
    return { answer: reply(200, [['Content-Type', 'text/plain; charset=utf-8']], text) };
  }
  const about = { kind: page.kind, apiVersion: `${GROUP}/${chosen.version}`, metadata: { name: 'kubelet' } };
  return { answer: structured(context, page.name, chosen, { ...about, ...page.fields }) };
}

/** The object in the negotiated form. v1alpha1 warns that it is deprecated. */
function structured(
  context: HandlerContext,
  page: ZPage['name'],
  chosen: Exclude<Representation, { readonly type: 'text/plain' }>,
  object: JsonObject,
): HttpAnswer {
  const warning = `299 - "This version of the ${page} endpoint is deprecated. Please use a newer version."`;
  const headers: [string, string][] = [['Content-Type', chosen.type]];
  if (chosen.version === 'v1alpha1') headers.push(['Warning', warning]);
  const body =
    chosen.type === 'application/json'
      ? `${goJson(object, isPretty(context.request) ? 2 : 0)}\n`
      : stringify(object, { sortMapEntries: true });
  return reply(200, headers, body);
}

/** Whether `Accept` names text, in UTF-8 if it says a charset; none at all is not enough. Models component-base/zpages/httputil, v0.34. */
function acceptsText(accept: string): boolean {
  return accept
    .split(',')
    .map(parseClause)
    .some(({ type, parameters }) => {
      const others = [...parameters.keys()].filter((name) => name !== 'q');
      const charset = others.length === 1 && (parameters.get('charset') ?? '').toLowerCase() === 'utf-8';
      return fits(type, 'text/plain') && (others.length === 0 || charset);
    });
}

/** The answer to an `Accept` that nothing fits: a Status, or a sentence where pages are text alone. */
function notAcceptable({ request, release }: HandlerContext): HttpAnswer {
  if (release.traits.zpages === 'text') return httpError(406, 'media type not acceptable, must be: text/plain');
  const status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `only the following media types are accepted: ${OFFERED.join(', ')}`,
    reason: 'NotAcceptable',
    code: 406,
  };
  const body = `${goJson(status, isPretty(request) ? 2 : 0)}\n`;
  return { ...sniffed(406, body), headers: [['Content-Type', 'application/json']] };
}

/** Kubernetes indents JSON for people: by user agent, unless `?pretty=` says otherwise. */
function isPretty(request: HttpRequest): boolean {
  const asked = /[?&]pretty=([^&]*)/.exec(request.path)?.[1];
  if (asked !== undefined) return asked === '1' || asked === 'true';
  return /^(?:curl|Wget|Mozilla\/5\.0)/.test(headerOf(request, 'User-Agent'));
}

function parseClause(text: string): { type: string; quality: number; parameters: ReadonlyMap<string, string> } {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim());
  const parameters = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    parameters.set(equals < 0 ? part : part.slice(0, equals), equals < 0 ? '' : part.slice(equals + 1));
  }
  return { type, quality: Number(parameters.get('q') ?? '1') || 0, parameters };
}

function fits(type: string, offered: MediaType): boolean {
  const [family = '', kind = ''] = type.split('/');
  const [ownFamily, ownKind] = offered.split('/');
  return (family === '*' || family === ownFamily) && (kind === '*' || kind === ownKind);
}
