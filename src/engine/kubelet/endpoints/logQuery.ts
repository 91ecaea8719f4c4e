import { goQuote } from '../../config/go/quote.ts';
import type { JournalLine } from '../../host/journal.ts';
import { journalTime, messageText } from '../../host/journalText.ts';
import { parseTime, rfc3339, utcParts } from '../../time.ts';
import { type Handled, type HandlerContext, queryValue } from './handler.ts';
import type { LogTree } from './logTree.ts';
import { httpError, reply } from './reply.ts';

const MAX_TAIL = 100_000;

interface LogQuery {
  readonly services: readonly string[];
  readonly files: readonly string[];
  readonly since: number | null;
  readonly until: number | null;
  readonly tailLines: number | null;
  readonly boot: number | null;
  readonly pattern: string;
}

/**
 * `/logs/?query=`: services from the journal, or one file. `file` names the file to serve as it is, null when the
 * request asks nothing. Models pkg/kubelet/kubelet_server_journal.go, v1.36.
 */
export function queryLogs(
  context: HandlerContext,
  tree: LogTree,
  below: string,
): Handled | { readonly file: string | null } {
  const { query, errors } = parse(context);
  if (errors.length > 0) return { answer: httpError(400, aggregate(errors)) };
  if (query === null) return { file: null };
  if (below !== '') return { answer: httpError(406, 'path not allowed in query mode') };
  const invalid = validate(query, tree);
  if (invalid.length > 0) return { answer: httpError(406, aggregate(invalid)) };
  if (query.services.length === 0) return { file: (query.files[0] ?? '').replaceAll('\\', '/').replace(/^\/+/, '') };
  return { answer: reply(200, [['Content-Type', 'text/plain;charset=UTF-8']], serviceLogs(query, context, tree)) };
}

function parse(context: HandlerContext): { readonly query: LogQuery | null; readonly errors: readonly string[] } {
  const errors: string[] = [];
  const queries = context.query.get('query');
  const files = (queries ?? []).filter((one) => /[/\\]/.test(one));
  const services = (queries ?? []).filter((one) => !/[/\\]/.test(one) && one.trim() !== '');
  if (queries !== undefined && files.length === 0 && services.length === 0) {
    errors.push(`query: Invalid value: [${queries.map(goQuote).join(',')}]: ${context.release.traits.emptyLogQuery}`);
  }
  const time = (name: string): number | null => {
    const text = queryValue(context, name);
    if (text === '') return null;
    const at = /^\d{4}-\d\d-\d\dT/.test(text) ? parseTime(text) : Number.NaN;
    if (!Number.isNaN(at)) return at;
    errors.push(`${name}: Invalid value: ${goQuote(text)}: invalid time format`);
    return null;
  };
  const number = (name: string): number | null => {
    const text = queryValue(context, name);
    if (text === '') return null;
    if (/^[+-]?\d{1,18}$/.test(text)) return Number(text);
    const quoted = goQuote(text);
    errors.push(`${name}: Invalid value: ${quoted}: strconv.Atoi: parsing ${quoted}: invalid syntax`);
    return null;
  };
  const since = time('sinceTime');
  const until = time('untilTime');
  const boot = number('boot');
  const tailLines = number('tailLines');
  const pattern = queryValue(context, 'pattern');
  const asksNothing = [since, until, boot, tailLines].every((one) => one === null) && pattern === '';
  const query = { services, files, since, until, tailLines, boot, pattern };
  return { query: asksNothing && queries === undefined ? null : query, errors };
}

function validate(query: LogQuery, tree: LogTree): readonly string[] {
  const { services, files, since, until, tailLines, boot, pattern } = query;
  const errors: string[] = [];
  for (const service of services) {
    if (service.length > 256) errors.push(`query: Invalid value: ${goQuote(service)}: length must be less than 256`);
    else if (/[^a-zA-Z\-_.:0-9@]/.test(service)) {
      errors.push(`query: Invalid value: ${goQuote(service)}: input contains unsupported characters`);
    }
  }
  if (services.length > 4) errors.push(`query: Too many: ${services.length}: must have at most 4 items`);
  const list = `[${files.map(goQuote).join(',')}]`;
  const options = [since, until, tailLines, boot].some((one) => one !== null) || pattern !== '';
  if (files.length === 0 && services.length === 0) errors.push('query: Required value: cannot be empty with options');
  else if (files.length > 0 && services.length > 0) {
    errors.push(
      `query: Invalid value: "[${files.join(' ')}], [${services.join(' ')}]": cannot specify a file and service`,
    );
  } else if (files.length > 1) errors.push(`query: Invalid value: ${list}: cannot specify more than one file`);
  else if (files.length === 1 && options)
    errors.push(`query: Invalid value: ${list}: cannot specify file with options`);
  else if (files.length === 1) {
    const name = files[0] ?? '';
    const why = name.startsWith('/') || name.includes('..') ? 'path escapes from parent' : 'no such file or directory';
    if (why !== 'no such file or directory' || !Object.hasOwn(tree.texts, `/var/log/${name}`)) {
      errors.push(`query: Invalid value: ${list}: statat ${name}: ${why}`);
    }
  }
  if (since !== null && until !== null && since > until) {
    errors.push(`untilTime: Invalid value: ${goQuote(rfc3339(until))}: must be after \`sinceTime\``);
  }
  if (boot !== null && boot > 0) errors.push(`boot: Invalid value: ${boot}: must be less than 1`);
  if (tailLines !== null && (tailLines < 0 || tailLines > MAX_TAIL)) {
    errors.push(`tailLines: Invalid value: ${tailLines}: must be between 0 and ${MAX_TAIL}, inclusive`);
  }
  return errors;
}

/** One error is itself, several stand in brackets. */
function aggregate(errors: readonly string[]): string {
  return errors.length === 1 ? (errors[0] ?? '') : `[${errors.join(', ')}]`;
}

function serviceLogs(query: LogQuery, { node }: HandlerContext, tree: LogTree): string {
  const { journal, hostname } = node.host;
  const units = new Set(journal.map((line) => line.unit));
  const native = query.services.filter((service) => units.has(`${service}.service`) || units.has(service));
  const byFile = query.services.filter((service) => !native.includes(service));
  let text = '';
  if (native.length > 0) {
    const wanted = new Set(native.flatMap((service) => [service, `${service}.service`]));
    const lines = journal.filter((line) => wanted.has(line.unit) && isWanted(line, query));
    const shown = query.tailLines === null ? lines : lines.slice(Math.max(0, lines.length - query.tailLines));
    text += shown.length === 0 ? '-- No entries --\n' : shown.map((line) => preciseLine(line, hostname)).join('');
  }
  const options =
    [query.since, query.until, query.tailLines, query.boot].some((one) => one !== null) || query.pattern !== '';
  if (byFile.length > 0 && options) {
    return `${text}\noptions present and query resolved to log files for [${byFile.join(' ')}]\ntry without specifying options\n`;
  }
  for (const service of byFile) {
    const names = [service, `${service}.log`, `${service}/${service}.log`].map((name) => `/var/log/${name}`);
    const found = names.find((name) => Object.hasOwn(tree.texts, name));
    text += found === undefined ? `\nlog not found for ${service}\n` : (tree.texts[found]?.text ?? '');
  }
  return text;
}

function isWanted(line: JournalLine, { since, until, pattern, boot }: LogQuery): boolean {
  if (boot !== null && boot < 0) return false;
  return (
    (since === null || line.at >= since) && (until === null || line.at <= until) && messageText(line).includes(pattern)
  );
}

/** A line as `journalctl --output=short-precise` prints it. */
function preciseLine(line: JournalLine, hostname: string): string {
  const micros = `${String(utcParts(line.at).millisecond).padStart(3, '0')}000`;
  return `${journalTime(line.at)}.${micros} ${hostname} ${line.identifier}[${line.pid}]: ${messageText(line)}\n`;
}
