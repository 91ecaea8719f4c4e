import { goQuote } from '../../../config/go/quote.ts';
import type { JsonObject } from '../../../json.ts';
import { decodeBase64 } from '../../../pki/bytes.ts';
import { type RequestedSubject, requestedSubject } from '../../../pki/signingRequest.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt } from '../../json.ts';

const USAGES = [
  'any',
  'cert sign',
  'client auth',
  'code signing',
  'content commitment',
  'crl sign',
  'data encipherment',
  'decipher only',
  'digital signature',
  'email protection',
  'encipher only',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'key agreement',
  'key encipherment',
  'microsoft sgc',
  'netscape sgc',
  'ocsp signing',
  's/mime',
  'server auth',
  'signing',
  'timestamping',
];

/** Ten minutes. */
const SHORTEST = 600;

/** What is wrong with a signing request. Models pkg/apis/certificates/validation/validation.go, v1.36. */
export function signingErrors(object: JsonObject, old: JsonObject | null): readonly string[] {
  const spec = objectAt(object, 'spec');
  const parsed = subjectOf(spec);
  const usages = textsAt(spec, 'usages');
  const seconds = valueAt(spec, 'expirationSeconds');
  const errors = [
    ...('error' in parsed ? [`spec.request: Invalid value: ${requestText(spec)}: ${parsed.error}`] : []),
    ...(usages.length === 0 ? ['spec.usages: Required value'] : usages.flatMap(usageErrors)),
    ...signerErrors(textAt(spec, 'signerName')),
    ...(typeof seconds === 'number' && seconds < SHORTEST
      ? [
          `spec.expirationSeconds: Invalid value: ${seconds}: may not specify a duration less than ${SHORTEST} seconds (10 minutes)`,
        ]
      : []),
  ];
  return [...errors, ...conditionErrors(object, old)];
}

function requestText(spec: JsonObject): string {
  return valueAt(spec, 'request') === null ? 'null' : goQuote(textAt(spec, 'request'));
}

/** The subject of a signing request's `spec.request`, or why there is none. */
export function subjectOf(spec: JsonObject): RequestedSubject | { readonly error: string } {
  return requestedSubject(decodeBase64(textAt(spec, 'request')) ?? '');
}

function usageErrors(usage: string, index: number): readonly string[] {
  if (USAGES.includes(usage)) return [];
  const supported = USAGES.map((one) => goQuote(one)).join(', ');
  return [`spec.usages[${index}]: Unsupported value: ${goQuote(usage)}: supported values: ${supported}`];
}

function signerErrors(name: string): readonly string[] {
  if (name === '') return ['spec.signerName: Required value'];
  const wrong = `spec.signerName: Invalid value: ${goQuote(name)}: `;
  const parts = name.split('/');
  if (parts.length !== 2)
    return [`${wrong}must be a fully qualified domain and path of the form 'example.com/signer-name'`];
  const [domain = '', path = ''] = parts;
  const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
  if (!label.test(domain) || domain.split('.').length < 2)
    return [`${wrong}should be a domain with at least two segments separated by dots`];
  return label.test(path)
    ? []
    : [
        `${wrong}a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
      ];
}

/** Approved, Denied and Failed say `True` and stay; nobody is both approved and denied. */
function conditionErrors(object: JsonObject, old: JsonObject | null): readonly string[] {
  const types = (of: JsonObject | null) =>
    of === null ? [] : objectsAt(objectAt(of, 'status'), 'conditions').map((one) => textAt(one, 'type'));
  const conditions = objectsAt(objectAt(object, 'status'), 'conditions');
  const seen = new Set<string>();
  const own = conditions.flatMap((condition, index) => {
    const path = `status.conditions[${index}]`;
    const [type, status] = [textAt(condition, 'type'), textAt(condition, 'status')];
    const final = ['Approved', 'Denied', 'Failed'].includes(type);
    const twice = seen.has(type) ? [`${path}.type: Duplicate value: ${goQuote(type)}`] : [];
    seen.add(type);
    if (type === '') return [`${path}.type: Required value`];
    if (status === '') return [`${path}.status: Required value`, ...twice];
    return [
      ...(final && status !== 'True'
        ? [`${path}.status: Unsupported value: ${goQuote(status)}: supported values: "True"`]
        : []),
      ...twice,
    ];
  });
  const both =
    seen.has('Approved') && seen.has('Denied')
      ? ['status.conditions: Invalid value: "Denied": Approved and Denied conditions are mutually exclusive']
      : [];
  const now = types(object);
  const lost = ['Approved', 'Denied', 'Failed']
    .filter((type) => types(old).includes(type) && !now.includes(type))
    .map((type) => `status.conditions: Forbidden: updates may not remove a condition of type ${goQuote(type)}`);
  return [...own, ...both, ...lost];
}
