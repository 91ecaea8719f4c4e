import { WRITE_HELP } from '../../help/write.data.ts';
import type { Invocation } from '../../invocation.ts';
import { pathOf } from '../../kinds/mapper.ts';
import type { KubeError } from '../../kubeError.ts';
import type { Finish, Subcommand } from '../../subcommand.ts';
import { withLastApplied } from '../lastApplied.ts';
import { selectedInfos, unversioned, withoutSchema, withSource } from '../manifest/infos.ts';
import { kustomizationError } from '../manifest/kustomization.ts';
import { dryRunOf, operationText, resultPrinter } from '../printResult.ts';
import { changeQuery, validationOf } from '../validation.ts';

/** `kubectl create -f`. Models kubectl/pkg/cmd/create/create.go, v0.36. */
export const create: Subcommand = { path: 'create', help: WRITE_HELP.create ?? '', run };

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  if (parameters.length > 0) return invocation.misused(`Unexpected args: [${parameters.join(' ')}]`);
  const dry = dryRunOf(invocation);
  if (!dry.ok) return invocation.fail(dry.error);
  const validation = validationOf(invocation);
  if ('error' in validation) return invocation.fail(validation.error);
  const printer = resultPrinter(invocation);
  if (!printer.ok) return invocation.fail(printer.error);
  const unfit = filenameProblem(invocation);
  if (unfit !== null) return invocation.fail(unfit);
  const kustomization = kustomizationError(invocation);
  if (kustomization !== null) return invocation.fail(kustomization);
  for (const name of ['edit', 'raw']) {
    if (flags.isSet(name)) return invocation.notModelled(`kubectl create --${name}`);
  }
  const isStrict = validation.validation !== 'Ignore';
  const infos = selectedInfos(invocation, isStrict);
  if (!infos.ok) return invocation.fail(infos.error);
  const errors: KubeError[] = [];
  let done = 0;
  for (const info of infos.value) {
    if (!info.ok) {
      errors.push(info.error);
      continue;
    }
    const { object, resource, namespace, source } = info.value;
    const body = flags.on('save-config') ? withLastApplied(object) : object;
    let shown = body;
    if (dry.value !== 'client') {
      const query = changeQuery(flags.text('field-manager'), dry.value, validation.validation);
      const path = pathOf(resource, namespace);
      const answer = invocation.call({ method: 'POST', path, query, body: unversioned(body), resource: resource.name });
      if (!answer.ok) {
        const unread = isStrict ? withoutSchema(invocation, source, answer.error) : answer.error;
        errors.push(unread === answer.error ? withSource('creating', source, answer.error) : unread);
        continue;
      }
      shown = answer.value.object;
    }
    done += 1;
    const problem = printer.value(shown, operationText('created', dry.value));
    if (problem !== null) errors.push(problem);
  }
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  return done === 0 ? invocation.fail('no objects passed to create') : invocation.done();
}

/** Why the line names no manifests as it should; null when it does. Models RequireFilenameOrKustomize, v0.36. */
export function filenameProblem({ flags }: Invocation): string | null {
  const [files, kustomize] = [flags.list('filename').length > 0, flags.text('kustomize') !== ''];
  if (!files && !kustomize) return 'must specify one of -f and -k';
  return files && kustomize ? 'only one of -f or -k can be specified' : null;
}
