import { objectAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { pathSegment } from '../client/query.ts';
import { ACCESS_HELP } from '../help/access.data.ts';
import type { Invocation } from '../invocation.ts';
import { errorText } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { resultPrinter } from '../write/printResult.ts';

const BOUND_KINDS = ['Node', 'Pod', 'Secret'];
const SECOND = 1_000_000_000n;

/** `kubectl create token`: asks for a token of a service account. Models create/create_token.go, v0.36. */
export const createToken: Subcommand = { path: 'create token', help: ACCESS_HELP['create token'] ?? '', run };

function run(invocation: Invocation): Finish {
  const { parameters, flags, context } = invocation;
  if (parameters.length !== 1) {
    return invocation.misused(`exactly one NAME is required, got ${parameters.length}`);
  }
  const namespace = invocation.namespace();
  if (!namespace.ok) return invocation.fail(namespace.error);
  const printer = resultPrinter(invocation, true);
  if (!printer.ok) return invocation.fail(printer.error);
  const problem = problemOf(invocation);
  if (problem !== null) return invocation.fail(problem);
  const [name = ''] = parameters;
  const path = `/api/v1/namespaces/${pathSegment(namespace.value)}/serviceaccounts/${pathSegment(name)}/token`;
  const answer = invocation.call({ method: 'POST', path, body: requestOf(invocation) });
  if (!answer.ok) return invocation.fail(`failed to create token: ${errorText(answer.error)}`);
  const token = textAt(objectAt(answer.value.object, 'status'), 'token');
  if (token === '') return invocation.fail('failed to create token: no token in server response');
  if (flags.isSet('output')) {
    const failure = printer.value(answer.value.object, 'created');
    return failure === null ? invocation.done() : invocation.fail(failure);
  }
  invocation.print(context.terminal.stdout ? `${token}\n` : token);
  return invocation.done();
}

function problemOf({ flags, parameters }: Invocation): string | null {
  if (parameters[0] === '') return 'service account name is required';
  const duration = flags.duration('duration');
  if (duration < 0n) return '--duration must be greater than or equal to 0';
  if (duration % SECOND !== 0n) return '--duration cannot be expressed in units less than seconds';
  if (flags.list('audience').includes('')) return '--audience must not be an empty string';
  const [kind, name, uid] = ['kind', 'name', 'uid'].map((key) => flags.text(`bound-object-${key}`));
  if (kind === '') {
    if (name !== '') return '--bound-object-name can only be set if --bound-object-kind is provided';
    return uid === '' ? null : '--bound-object-uid can only be set if --bound-object-kind is provided';
  }
  if (!BOUND_KINDS.includes(kind ?? '')) {
    return `supported --bound-object-kind values are ${BOUND_KINDS.join(', ')}`;
  }
  return name === '' ? '--bound-object-name is required if --bound-object-kind is provided' : null;
}

function requestOf({ flags }: Invocation): JsonObject {
  const duration = flags.duration('duration');
  const audiences = flags.list('audience');
  const uid = flags.text('bound-object-uid');
  const bound = {
    kind: flags.text('bound-object-kind'),
    apiVersion: 'v1',
    name: flags.text('bound-object-name'),
    ...(uid === '' ? {} : { uid }),
  };
  return {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: {},
    spec: {
      audiences: audiences.length === 0 ? null : audiences,
      expirationSeconds: duration > 0n ? Number(duration / SECOND) : null,
      boundObjectRef: bound.kind === '' ? null : bound,
    },
    status: { token: '', expirationTimestamp: null },
  };
}
