import { textAt } from '#engine/apiserver/json.ts';
import { WRITE_HELP } from '../../help/write.data.ts';
import type { Invocation } from '../../invocation.ts';
import { pathOf, resourceOfKind } from '../../kinds/mapper.ts';
import { errorText, type KubeError } from '../../kubeError.ts';
import type { Finish, Subcommand } from '../../subcommand.ts';
import type { Made } from '../generate/made.ts';
import { withOwnConfiguration } from '../lastApplied.ts';
import { dryRunOf, operationText, resultPrinter } from '../printResult.ts';
import { changeQuery, validationOf } from '../validation.ts';

/** A `kubectl create KIND NAME …` command. */
export interface Generator {
  /** `create role` */
  readonly path: string;
  readonly aliases?: readonly string[];
  /** Its help text, when it is not among the others. */
  readonly help?: string;
  /** Flags without which the line is refused, in order of their names. */
  readonly required?: readonly string[];
  /** In front of the server's error: `failed to create secret`; the server's own words when absent. */
  readonly failure?: string;
  /** Makes the object; `namespace` is null when the line names none, or the kind has none. */
  make(invocation: Invocation, name: string, namespace: string | null): Made;
}

/** The command of a generator: makes the object, sends it, prints it. Models create.go and its subcommands, v0.36. */
export function generatorCommand(generator: Generator): Subcommand {
  const { path, aliases } = generator;
  return {
    path,
    ...(aliases === undefined ? {} : { aliases }),
    help: generator.help ?? WRITE_HELP[path] ?? '',
    run: (invocation) => run(invocation, generator),
  };
}

function run(invocation: Invocation, generator: Generator): Finish {
  const { flags, parameters, dashAt } = invocation;
  const missing = (generator.required ?? []).filter((name) => !flags.isSet(name));
  if (missing.length > 0) return invocation.fail(requiredFlags(missing));
  const count = dashAt < 0 ? parameters.length : dashAt;
  if (count !== 1) return invocation.misused(`exactly one NAME is required, got ${count}`);
  const dry = dryRunOf(invocation);
  if (!dry.ok) return invocation.fail(dry.error);
  const printer = resultPrinter(invocation, true);
  if (!printer.ok) return invocation.fail(printer.error);
  const validation = validationOf(invocation);
  if ('error' in validation) return invocation.fail(validation.error);
  const namespace = invocation.namespace();
  if (!namespace.ok) return invocation.fail(namespace.error);
  const config = invocation.client();
  if (!config.ok) return invocation.fail(config.error);
  const [name = ''] = parameters;
  const made = generator.make(invocation, name, config.value.namespaceGiven ? namespace.value : null);
  if (!made.ok) return invocation.fail(made.error);
  const object = flags.on('save-config') ? withOwnConfiguration(made.value) : made.value;
  if (dry.value === 'client') {
    return finish(invocation, printer.value(object, operationText('created', dry.value)));
  }
  const resource = resourceOfKind(textAt(object, 'apiVersion'), textAt(object, 'kind'));
  if (resource === null) return invocation.fail(`no matches for kind "${textAt(object, 'kind')}"`);
  const answer = invocation.call({
    method: 'POST',
    path: pathOf(resource, namespace.value),
    query: changeQuery(flags.text('field-manager'), dry.value, validation.validation),
    body: object,
    resource: resource.name,
  });
  if (!answer.ok) return invocation.fail(worded(answer.error, generator.failure));
  return finish(invocation, printer.value(answer.value.object, operationText('created', dry.value)));
}

function finish(invocation: Invocation, problem: KubeError | null): Finish {
  return problem === null ? invocation.done() : invocation.fail(problem);
}

/** cobra's words for flags that a command cannot do without. */
export function requiredFlags(names: readonly string[]): string {
  return `required flag(s) ${names.map((name) => `"${name}"`).join(', ')} not set`;
}

/** Some commands tell the server's error in a sentence of their own. */
function worded(error: KubeError, failure: string | undefined): KubeError {
  if (failure === undefined) return error;
  return { kind: 'plain', message: `${failure} ${errorText(error)}` };
}
