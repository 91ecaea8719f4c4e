import { readCommandLine } from '../../commandLine.ts';
import { type BodyOption, type CurlForm, NEW_FORM, type Who } from './form.ts';
import { hasMark, joinsFiles, markedFile, markFile } from './marks.ts';
import { parseCurl } from './parse.ts';
import { type Unit, unitsOf } from './units.ts';

/** A line as a form, or why it cannot be one. `empty` has nothing to read. */
export type ReadLine =
  | { readonly kind: 'form'; readonly form: CurlForm }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads any line back into the form. What has no field is kept, word by word; a line that curl itself would refuse, or
 * whose URL has parts without a field, cannot be read, and says why.
 */
export function readLine(line: string): ReadLine {
  if (line.trim() === '') return { kind: 'empty' };
  if (hasMark(line)) return { kind: 'unreadable', why: 'It has characters that no keyboard writes.' };
  const command = readCommandLine(line, markFile);
  if (command.kind === 'said') return { kind: 'unreadable', why: firstLine(command.stderr) };
  const words = command.arguments;
  const parsed = parseCurl(words, () => '');
  if (!parsed.ok) return { kind: 'unreadable', why: firstLine(parsed.said.stderr || parsed.said.stdout) };
  if (words.some(joinsFiles)) return { kind: 'unreadable', why: 'It joins several files in one $(cat …).' };
  const units = unitsOf(words);
  const [first, ...more] = units.filter(isUrl);
  const place = urlParts(first?.value ?? '');
  if (place === null) {
    return { kind: 'unreadable', why: 'Its URL is not just http or https, a host, a port and a path.' };
  }
  // A second body would join the first; a GET moves it into the URL.
  const asGet = units.some((unit) => unit.name === 'get');
  const body = asGet ? undefined : units.find((unit) => bodyOption(unit) !== null);
  const option = body === undefined ? null : bodyOption(body);
  const method = methodOf(units, body !== undefined);
  const identity = units.filter((unit) => isIdentity(unit));
  const rest = units.filter(
    (unit) => !isUrl(unit) && unit !== body && unit !== method.from && !isIdentity(unit) && !isField(unit),
  );
  const form: CurlForm = {
    ...NEW_FORM,
    ...place,
    who: whoOf(identity),
    method: method.sent,
    silent: isOn(units, 'silent'),
    insecure: isOn(units, 'insecure'),
    include: isOn(units, 'include'),
    verbose: isOn(units, 'verbose'),
    authorities: units.findLast((unit) => unit.name === 'cacert')?.value ?? '',
    body: body === undefined || option === null ? null : { option, text: body.value },
    kept: [...rest, ...more].flatMap((unit) => unit.words),
  };
  return { kind: 'form', form };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function isUrl(unit: Unit): boolean {
  return unit.name === '' || unit.name === 'url';
}

/** Options that are a field of the form, whatever their value. */
const FIELDS = new Set(['silent', 'insecure', 'include', 'verbose', 'cacert']);

function isField(unit: Unit): boolean {
  return FIELDS.has(unit.name);
}

function isOn(units: readonly Unit[], name: string): boolean {
  return units.findLast((unit) => unit.name === name)?.on ?? false;
}

const BODIES: readonly BodyOption[] = ['data', 'data-ascii', 'data-binary', 'data-raw', 'data-urlencode', 'json'];

function bodyOption(unit: Unit): BodyOption | null {
  return BODIES.find((name) => name === unit.name) ?? null;
}

/** The method that is sent, with the unit that says so; `-X HEAD` waits for a body that never comes, and stays as it is. */
function methodOf(units: readonly Unit[], hasBody: boolean): { readonly sent: string; readonly from: Unit | null } {
  const inferred = hasBody ? 'POST' : 'GET';
  const asked = units.findLast((unit) => unit.name === 'request');
  if (asked !== undefined) {
    const plain = asked.value !== '' && asked.value.toUpperCase() !== 'HEAD';
    const only = units.filter((unit) => unit.name === 'request' || unit.name === 'head').length === 1;
    return plain && only ? { sent: asked.value, from: asked } : { sent: inferred, from: null };
  }
  const heads = units.filter((unit) => unit.name === 'head');
  const [head] = heads;
  if (head?.on === true && heads.length === 1 && !hasBody) return { sent: 'HEAD', from: head };
  return { sent: inferred, from: null };
}

const CREDENTIALS = new Set(['cert', 'key', 'cert-type', 'key-type', 'pass', 'user', 'oauth2-bearer', 'basic']);

function isIdentity(unit: Unit): boolean {
  return CREDENTIALS.has(unit.name) || (unit.name === 'header' && /^authorization\s*[:;]/i.test(unit.value));
}

/** Who the units name, if they do so once and in a way that has fields. */
function whoOf(units: readonly Unit[]): Who {
  const [one, two] = units;
  if (one === undefined) return { kind: 'stranger' };
  const other: Who = { kind: 'other', words: units.flatMap((unit) => unit.words) };
  if (units.length === 1) {
    if (one.name === 'user') return { kind: 'basic', user: one.value };
    if (one.name === 'cert') return { kind: 'certificate', certificate: one.value, key: '' };
    const token = one.name === 'header' ? /^Authorization: Bearer ([\s\S]*)$/.exec(one.value)?.[1] : undefined;
    if (token === undefined) return other;
    const file = markedFile(token);
    if (file !== null) return { kind: 'token-file', file };
    return hasMark(token) ? other : { kind: 'token', token };
  }
  if (units.length > 2) return other;
  const certificate = [one, two].find((unit) => unit?.name === 'cert');
  const key = [one, two].find((unit) => unit?.name === 'key');
  if (certificate === undefined || key === undefined || key.value === '') return other;
  return { kind: 'certificate', certificate: certificate.value, key: key.value };
}

type Parts = Pick<CurlForm, 'scheme' | 'host' | 'port' | 'path'>;

const USUAL_PORTS = { http: 80, https: 443 } as const;

/** A URL in the form's fields; null where it has more or less than these. */
function urlParts(url: string): Parts | null {
  const [, named = 'http', host = '', digits = '', rest = ''] =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(\[[0-9A-Fa-f:.%]+\]|[^:/?#@[\]{}\s]+)(?::(\d{1,5}))?([/?#]\S*)?$/.exec(url) ??
    [];
  const scheme = named.toLowerCase();
  const port = Number(digits);
  if (host === '' || (scheme !== 'http' && scheme !== 'https') || port > 65535) return null;
  return {
    scheme,
    host,
    port: digits === '' ? USUAL_PORTS[scheme] : port,
    path: rest.startsWith('/') ? rest : `/${rest}`,
  };
}
