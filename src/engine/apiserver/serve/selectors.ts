import type { JsonObject } from '../../json.ts';
import { objectAt, textAt, valueAt } from '../json.ts';
import type { Resource } from './resource.ts';

/** A selector that was read, or the API server's complaint about it. */
export type Selector =
  | { readonly ok: true; readonly matches: (object: JsonObject) => boolean }
  | { readonly ok: false; readonly error: string };

interface Requirement {
  readonly key: string;
  readonly operator: 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';
  readonly values: readonly string[];
}

/**
 * Reads a label selector: `a=b,c!=d,e in (f,g),h,!i`. Models labels.Parse in apimachinery/pkg/labels/selector.go, v0.36.
 */
export function labelSelector(text: string): Selector {
  const tokens = text.match(/!=|==|=|!|,|\(|\)|<|>|[^\s!=,()<>]+/g) ?? [];
  const requirements: Requirement[] = [];
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const wrong = (error: string): Selector => ({ ok: false, error });
  const expected = (what: string, found: string): Selector =>
    wrong(`unable to parse requirement: found '${found}', expected: ${what}`);
  const word = (token: string) => token !== '' && !/^(!=|==|=|!|,|\(|\)|<|>)$/.test(token);
  if (text.trim() === '') return { ok: true, matches: () => true };
  while (at < tokens.length) {
    let key = next();
    if (key === '!') {
      key = next();
      if (!word(key)) return expected('identifier', key);
      requirements.push({ key, operator: '!', values: [] });
    } else {
      if (!word(key)) return wrong(`found '${key}', expected: !, identifier, or 'end of string'`);
      const operator = tokens[at] ?? '';
      if (operator === '' || operator === ',') requirements.push({ key, operator: 'exists', values: [] });
      else if (['=', '==', '!='].includes(operator)) {
        at += 1;
        const value = word(tokens[at] ?? '') ? next() : '';
        const after = tokens[at] ?? '';
        if (value === '' && after !== '' && after !== ',') return expected('identifier', after);
        requirements.push({ key, operator: operator === '!=' ? 'notin' : 'in', values: [value] });
      } else if (operator === 'in' || operator === 'notin') {
        at += 1;
        const open = next();
        if (open !== '(') return wrong(`unable to parse requirement: found '${open}' expected: '('`);
        const values: string[] = [];
        for (let token = next(); token !== ')'; token = next()) {
          if (token === '') return expected("',', ')' or identifier", '');
          if (token !== ',') values.push(token);
        }
        requirements.push({ key, operator, values });
      } else if (operator === '<' || operator === '>') {
        at += 1;
        requirements.push({ key, operator: operator === '<' ? 'lt' : 'gt', values: [next()] });
      } else return expected('in, notin, =, ==, !=, gt, lt', operator);
    }
    const end = tokens[at] ?? '';
    if (end === ',') {
      at += 1;
      if (at >= tokens.length) return wrong("found '', expected: identifier after ','");
    } else if (end !== '') return wrong(`found '${end}', expected: ',' or 'end of string'`);
  }
  return { ok: true, matches: (object) => requirements.every((one) => holds(one, labelsOf(object))) };
}

function labelsOf(object: JsonObject): JsonObject {
  return objectAt(objectAt(object, 'metadata'), 'labels');
}

function holds({ key, operator, values }: Requirement, labels: JsonObject): boolean {
  const value = valueAt(labels, key);
  switch (operator) {
    case 'in':
      return typeof value === 'string' && values.includes(value);
    case 'notin':
      return typeof value !== 'string' || !values.includes(value);
    case 'exists':
      return value !== null;
    case '!':
      return value === null;
    case 'gt':
      return Number(value) > Number(values[0]);
    case 'lt':
      return Number(value) < Number(values[0]);
  }
}

/** Fields that may be selected by beside `metadata.name` and `metadata.namespace`. Models the conversions of pkg/apis, v1.36. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.podIPs',
    'status.nominatedNodeName',
  ],
  Node: ['spec.unschedulable'],
  Secret: ['type'],
  Namespace: ['status.phase'],
  CertificateSigningRequest: ['spec.signerName'],
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
};

/** Reads a field selector: `spec.nodeName=node01,status.phase!=Running`. Models fields.ParseSelector and each kind's labels. */
export function fieldSelector(text: string, resource: Resource): Selector {
  const own = Object.hasOwn(FIELDS, resource.kind) ? (FIELDS[resource.kind] ?? []) : [];
  const terms: { readonly field: string; readonly value: string; readonly equal: boolean }[] = [];
  for (const part of text.split(',')) {
    if (part === '') continue;
    const found = /^([^!=]*)(!=|==|=)(.*)$/s.exec(part);
    if (found === null) return { ok: false, error: `invalid selector: '${text}'; can't understand '${part}'` };
    const [, field = '', operator, value = ''] = found;
    const name = field.trim();
    if (name !== 'metadata.name' && (name !== 'metadata.namespace' || !resource.namespaced) && !own.includes(name)) {
      return { ok: false, error: unsupported(resource, name) };
    }
    terms.push({ field: name, value: value.replace(/\\(.)/g, '$1'), equal: operator !== '!=' });
  }
  const matches = (object: JsonObject) =>
    terms.every(({ field, value, equal }) => (fieldText(object, field) === value) === equal);
  return { ok: true, matches };
}

function unsupported({ kind }: Resource, field: string): string {
  if (Object.hasOwn(FIELDS, kind)) return `field label not supported: ${field}`;
  return `${JSON.stringify(field)} is not a known field selector: only "metadata.name", "metadata.namespace"`;
}

function fieldText(object: JsonObject, field: string): string {
  const parts = field.split('.');
  const last = parts.pop() ?? '';
  const value = valueAt(
    parts.reduce((inner, part) => objectAt(inner, part), object),
    last,
  );
  if (value === null) return last === 'unschedulable' || last === 'hostNetwork' ? 'false' : '';
  return typeof value === 'string' ? value : textAt({ value: String(value) }, 'value');
}
