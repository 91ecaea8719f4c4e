import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { ACCESS_HELP } from '../help/access.data.ts';
import type { Invocation } from '../invocation.ts';
import { resourceNamed } from '../kinds/mapper.ts';
import { failed, type Result } from '../kubeError.ts';
import { TABLE_STYLE, tabbed } from '../print/tabWriter.ts';
import { typeNames } from '../read/completeResources.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { compactRules, goList } from './compactRules.ts';

const RESOURCE_VERBS = [
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'use', 'bind'],
  ...['impersonate', '*', 'approve', 'sign', 'escalate', 'attest'],
];
const URL_VERBS = ['get', 'put', 'post', 'head', 'options', 'delete', 'patch', '*'];
/** What may be impersonated and is no resource that a server lists. */
const UNLISTED = ['users', 'groups'];

const REVIEWS = '/apis/authorization.k8s.io/v1';

/**
 * `kubectl auth can-i`: asks the API server about oneself, or with `--as` about another. `TYPE/NAME` means an object, so
 * `nodes/metrics` is the node named metrics; a subresource has a flag of its own. Models auth/cani.go, v0.36.
 */
export const canI: Subcommand = {
  path: 'auth can-i',
  help: ACCESS_HELP['auth can-i'] ?? '',
  run: (invocation) => (invocation.flags.on('list') ? list(invocation) : check(invocation)),
  complete: (parameters) => {
    const word = parameters.at(-1) ?? '';
    const names = parameters.length > 1 ? typeNames() : RESOURCE_VERBS.filter((verb) => verb !== '*');
    return parameters.length > 2 ? [] : names.filter((name) => name.startsWith(word)).map((insert) => ({ insert }));
  },
};

/** What is asked about: a resource, or a path of the server. */
interface Question {
  readonly verb: string;
  readonly url: string;
  readonly resource: string;
  readonly group: string;
  readonly version: string;
  readonly name: string;
}

function check(invocation: Invocation): Finish {
  const [verb = '', target = ''] = invocation.parameters;
  if (invocation.parameters.length !== 2) {
    return invocation.fail(
      'you must specify two arguments: verb resource or verb resource/resourceName.\n' +
        "See 'kubectl auth can-i -h' for help and examples.",
    );
  }
  const config = invocation.client();
  if (!config.ok) return invocation.fail(config.error);
  const isUrl = target.startsWith('/');
  const question = isUrl
    ? { verb, url: target, resource: '', group: '', version: '', name: '' }
    : resourceQuestion(invocation, verb, target);
  const { flags } = invocation;
  const namespace = flags.on('all-namespaces') ? { ok: true as const, value: '' } : invocation.namespace();
  if (!namespace.ok) return invocation.fail(namespace.error);
  if (isUrl) {
    if (flags.text('subresource') !== '') return invocation.fail('--subresource can not be used with NonResourceURL');
    if (!URL_VERBS.includes(verb)) warn(invocation, `verb '${verb}' is not a known verb\n`);
  } else if (!flags.on('all-namespaces')) {
    warnOfScope(invocation, question);
    if (!RESOURCE_VERBS.includes(verb)) warn(invocation, `verb '${verb}' is not a known verb\n`);
  }
  if (flags.on('no-headers')) return invocation.fail('--no-headers cannot be set without --list specified');
  return ask(invocation, question, namespace.value);
}

function ask(invocation: Invocation, question: Question, namespace: string): Finish {
  const { verb, url, group, resource, name } = question;
  const subresource = invocation.flags.text('subresource');
  const attributes = filled({ namespace, verb, group, resource, subresource, name });
  const spec: JsonObject =
    url === '' ? { resourceAttributes: attributes } : { nonResourceAttributes: filled({ path: url, verb }) };
  const answer = review(invocation, 'selfsubjectaccessreviews', 'SelfSubjectAccessReview', spec);
  if (!answer.ok) return invocation.fail(answer.error);
  const status = objectAt(answer.value, 'status');
  const allowed = valueAt(status, 'allowed') === true;
  const reasons = [textAt(status, 'reason'), textAt(status, 'evaluationError')].filter((text) => text !== '');
  if (!invocation.flags.on('quiet')) {
    invocation.print(`${allowed ? 'yes' : ['no', ...reasons].join(' - ')}\n`);
  }
  return { exitCode: allowed ? 0 : 1 };
}

/** The object that TYPE or TYPE/NAME names, as far as the server knows the type. */
function resourceQuestion(invocation: Invocation, verb: string, target: string): Question {
  const slash = target.indexOf('/');
  const type = slash < 0 ? target : target.slice(0, slash);
  const name = slash < 0 ? '' : target.slice(slash + 1);
  const unknown = { verb, url: '', resource: type, group: '', version: '', name };
  if (type === '*') return unknown;
  const found = resourceNamed(invocation, type, 2);
  if (found.ok)
    return { ...unknown, resource: found.value.name, group: found.value.group, version: found.value.version };
  const lower = type.toLowerCase();
  const dot = lower.indexOf('.');
  const [resource, group] = dot < 0 ? [lower, ''] : [lower.slice(0, dot), lower.slice(dot + 1)];
  if (!UNLISTED.includes(lower)) {
    const where = group === '' ? '' : ` in group '${group}'`;
    warn(invocation, `the server doesn't have a resource type '${resource}'${where}\n`);
  }
  return unknown;
}

/** kubectl looks the scope up at the server; one who may not ask is not warned. */
function warnOfScope(invocation: Invocation, { resource, group, version }: Question): void {
  if (version === '') return;
  const path = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  const answer = invocation.call({ method: 'GET', path });
  if (!answer.ok) return;
  const listed = objectsAt(answer.value.object, 'resources').find((one) => textAt(one, 'name') === resource);
  if (listed === undefined || valueAt(listed, 'namespaced') === true) return;
  const where = group === '' ? '' : ` in group '${group}'`;
  warn(invocation, `resource '${resource}' is not namespace scoped${where}\n`);
}

function list(invocation: Invocation): Finish {
  const { flags } = invocation;
  if (invocation.parameters.length > 0) return invocation.fail('list option must be specified with no arguments');
  const namespace = invocation.namespace();
  if (!namespace.ok) return invocation.fail(namespace.error);
  if (flags.on('quiet') || flags.on('all-namespaces') || flags.text('subresource') !== '') {
    return invocation.fail("list option can't be specified with neither quiet, all-namespaces nor subresource options");
  }
  const spec = { namespace: namespace.value };
  const answer = review(invocation, 'selfsubjectrulesreviews', 'SelfSubjectRulesReview', spec);
  if (!answer.ok) return invocation.fail(answer.error);
  const status = objectAt(answer.value, 'status');
  if (valueAt(status, 'incomplete') === true) {
    warn(invocation, `the list may be incomplete: ${textAt(status, 'evaluationError')}`);
  }
  const rules = compactRules(objectsAt(status, 'resourceRules'), objectsAt(status, 'nonResourceRules'));
  const head = flags.on('no-headers') ? [] : [['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs']];
  const rows = rules.map(({ resources, apiGroups, nonResourceUrls, resourceNames, verbs }) => [
    combined(resources[0] ?? '', apiGroups[0] ?? ''),
    goList(nonResourceUrls),
    goList(resourceNames),
    goList(verbs),
  ]);
  invocation.print(tabbed([...head, ...rows].map((row) => `${row.join('\t')}\n`).join(''), TABLE_STYLE));
  return invocation.done();
}

/** `nodes/metrics` of a group is shown as `nodes.group/metrics`. */
function combined(resource: string, group: string): string {
  const slash = resource.indexOf('/');
  const [name, below] = slash < 0 ? [resource, ''] : [resource.slice(0, slash), resource.slice(slash)];
  return `${name}${group === '' ? '' : `.${group}`}${below}`;
}

function review(invocation: Invocation, path: string, kind: string, spec: JsonObject): Result<JsonObject> {
  const body = { kind, apiVersion: 'authorization.k8s.io/v1', metadata: {}, spec, status: EMPTY_STATUS[path] ?? {} };
  const answer = invocation.call({ method: 'POST', path: `${REVIEWS}/${path}`, body });
  return answer.ok ? { ok: true, value: answer.value.object } : failed(answer.error);
}

/** client-go writes the status that it does not know yet. */
const EMPTY_STATUS: Readonly<Record<string, JsonObject>> = {
  selfsubjectaccessreviews: { allowed: false },
  selfsubjectrulesreviews: { resourceRules: null, nonResourceRules: null, incomplete: false },
};

function filled(attributes: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
}

function warn(invocation: Invocation, text: string): void {
  invocation.complain(`Warning: ${text}\n`);
}
