import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Candidate } from '../../../command.ts';
import { ACCESS_HELP } from '../help/access.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, type Resource, resourceNamed, resourceOfKind } from '../kinds/mapper.ts';
import { failed, type KubeError, type Result } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { identityProblem, readManifests } from '../write/manifest/manifests.ts';
import { readSources } from '../write/manifest/sources.ts';
import { resultPrinter } from '../write/printResult.ts';

/** One of the two verdicts on a signing request. */
interface Verdict {
  readonly type: 'Approved' | 'Denied';
  readonly against: 'Approved' | 'Denied';
  readonly operation: string;
  readonly reason: string;
  readonly message: string;
}

const APPROVE: Verdict = {
  type: 'Approved',
  against: 'Denied',
  operation: 'approved',
  reason: 'KubectlApprove',
  message: 'This CSR was approved by kubectl certificate approve.',
};

const DENY: Verdict = {
  type: 'Denied',
  against: 'Approved',
  operation: 'denied',
  reason: 'KubectlDeny',
  message: 'This CSR was denied by kubectl certificate deny.',
};

/** `kubectl certificate`: its own help, whatever else stands on the line. */
export const certificate: Subcommand = {
  path: 'certificate',
  help: ACCESS_HELP.certificate ?? '',
  run(invocation) {
    invocation.print(ACCESS_HELP.certificate ?? '');
    return invocation.done();
  },
};

/** `kubectl certificate approve`. Models kubectl/pkg/cmd/certificates, v0.36. */
export const certificateApprove: Subcommand = {
  path: 'certificate approve',
  help: ACCESS_HELP['certificate approve'] ?? '',
  run: (invocation) => decide(invocation, APPROVE),
  complete: completeRequests,
};

/** `kubectl certificate deny`. Models kubectl/pkg/cmd/certificates, v0.36. */
export const certificateDeny: Subcommand = {
  path: 'certificate deny',
  help: ACCESS_HELP['certificate deny'] ?? '',
  run: (invocation) => decide(invocation, DENY),
  complete: completeRequests,
};

function decide(invocation: Invocation, verdict: Verdict): Finish {
  const files = invocation.flags.list('filename');
  if (invocation.parameters.length === 0 && files.length === 0) {
    return invocation.fail('one or more CSRs must be specified as <name> or -f <filename>');
  }
  const printer = resultPrinter(invocation);
  if (!printer.ok) return invocation.fail(printer.error);
  const fromFiles = namesIn(invocation, files);
  if (!fromFiles.ok) return invocation.fail(fromFiles.error);
  const resource = resourceNamed(invocation, 'certificatesigningrequests', 4);
  if (!resource.ok) return invocation.fail(resource.error);
  const errors: KubeError[] = [];
  // Every request is read before the first is decided, as kubectl's own builder does.
  for (const given of [...fromFiles.value, ...invocation.parameters]) {
    // The builder takes `TYPE/NAME` too, as `kubectl get csr -o name` prints it.
    const name = given.replace(/^(csr|certificatesigningrequests?(\.certificates\.k8s\.io)?)\//, '');
    const decided = decideOne(invocation, resource.value, name, verdict);
    const problem = decided.ok ? printer.value(decided.value, verdict.operation) : decided.error;
    if (problem !== null) errors.push(problem);
  }
  return errors.length === 0 ? invocation.done() : invocation.fail({ kind: 'several', errors });
}

function decideOne(invocation: Invocation, resource: Resource, name: string, verdict: Verdict): Result<JsonObject> {
  const found = invocation.call({ method: 'GET', path: pathOf(resource, '', name), resource: resource.name, name });
  if (!found.ok) return found;
  const request = found.value.object;
  const status = objectAt(request, 'status');
  const conditions = objectsAt(status, 'conditions');
  const has = (type: string): boolean => conditions.some((condition) => textAt(condition, 'type') === type);
  if (has(verdict.against)) {
    return failed(`certificate signing request ${goQuote(name)} is already ${verdict.against}`);
  }
  if (has(verdict.type) && !invocation.flags.on('force')) return { ok: true, value: request };
  const condition = {
    type: verdict.type,
    status: 'True',
    reason: verdict.reason,
    message: verdict.message,
    lastUpdateTime: invocation.now(),
    lastTransitionTime: null,
  };
  const decided = has(verdict.type) ? conditions : [...conditions, condition];
  const body = { ...request, status: { ...status, conditions: decided } };
  const path = pathOf(resource, '', name, 'approval');
  const answer = invocation.call({ method: 'PUT', path, body, resource: resource.name, name });
  return answer.ok ? { ok: true, value: request } : answer;
}

function namesIn(invocation: Invocation, files: readonly string[]): Result<readonly string[]> {
  const { workingDirectory, stdin } = invocation.context;
  const desk = { files: invocation.files(), workingDirectory, stdin };
  const sources = readSources(files, invocation.flags.on('recursive'), desk);
  if (!sources.ok) return sources;
  const names: string[] = [];
  for (const manifest of readManifests(sources.value, identityProblem)) {
    if (!manifest.ok) return manifest;
    const { object } = manifest.value;
    const kind = textAt(object, 'kind');
    const resource = resourceOfKind(textAt(object, 'apiVersion'), kind);
    if (resource === null || resource.kind !== 'CertificateSigningRequest') {
      const name = textAt(objectAt(object, 'metadata'), 'name');
      const id = resource === null ? '' : `${resource.group}/${resource.version}, Resource=${resource.name}`;
      return failed(
        resource?.namespaced === true
          ? `no namespace set on resource ${id} ${goQuote(name)}`
          : `can only handle CertificateSigningRequest.certificates.k8s.io objects, got ${kind}`,
      );
    }
    names.push(textAt(objectAt(object, 'metadata'), 'name'));
  }
  return { ok: true, value: names };
}

function completeRequests(parameters: readonly string[], invocation: Invocation): readonly Candidate[] {
  const resource = resourceNamed(invocation, 'certificatesigningrequests', 4);
  if (!resource.ok) return [];
  const answer = invocation.call({ method: 'GET', path: pathOf(resource.value, '') });
  if (!answer.ok) return [];
  const items = objectsAt(answer.value.object, 'items');
  const word = parameters.at(-1) ?? '';
  return items
    .map((item) => textAt(objectAt(item, 'metadata'), 'name'))
    .filter((name) => name.startsWith(word))
    .map((insert) => ({ insert }));
}
