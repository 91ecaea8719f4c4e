import { looksLikeJson, parseJson } from '#engine/config/decode/json.ts';
import { plain } from '#engine/config/decode/tree.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, resourceNamed } from '../kinds/mapper.ts';
import { failed, type Result } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { requiredFlags } from './create/generator.ts';
import { imageProblem, makePod } from './generate/pod.ts';
import { withOwnConfiguration } from './lastApplied.ts';
import { dryRunOf, operationText, resultPrinter } from './printResult.ts';
import { changeQuery } from './validation.ts';

/** `kubectl run`: makes a pod. Models kubectl/pkg/cmd/run/run.go, v0.36. */
export const runCommand: Subcommand = { path: 'run', help: WRITE_HELP.run ?? '', run };

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  if (!flags.isSet('image')) return invocation.fail(requiredFlags(['image']));
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const printer = resultPrinter(invocation, true);
  if (!printer.ok) return invocation.fail(printer.error);
  if (parameters.length === 0) return invocation.misused('NAME is required for run');
  const image = flags.text('image');
  const badImage = image === '' ? '--image is required' : imageProblem(image);
  if (badImage !== null) return invocation.fail(badImage);
  const attaches = flags.isSet('attach') ? flags.on('attach') : flags.on('stdin');
  const misuse = misuseOf(invocation, attaches, dryRun.value !== 'none');
  if (misuse !== null) return invocation.misused(misuse);
  // Nothing is left half done: what cannot be followed to its end is not begun.
  if (attaches) return invocation.notModelled('kubectl run --attach');
  if (flags.on('expose')) return invocation.notModelled('kubectl run --expose');
  const pod = podOf(invocation);
  if (!pod.ok) return invocation.fail(pod.error);
  const unreached = invocation.discover(1);
  if (unreached !== null) return invocation.fail(unreached);
  const object = flags.on('save-config') ? withOwnConfiguration(pod.value) : pod.value;
  let shown = object;
  if (dryRun.value !== 'client') {
    const created = create(invocation, object, dryRun.value);
    if (!created.ok) return invocation.fail(created.error);
    shown = created.value;
  }
  const problem = printer.value(shown, operationText('created', dryRun.value));
  return problem === null ? invocation.done() : invocation.fail(problem);
}

function misuseOf({ flags }: Invocation, attaches: boolean, isDry: boolean): string | null {
  if (flags.on('tty') && !flags.on('stdin')) return '-i/--stdin is required for containers with -t/--tty=true';
  if (flags.on('expose') && flags.text('port') === '') return '--port must be set when exposing a service';
  const restart = flags.text('restart');
  if (!['', 'Always', 'OnFailure', 'Never'].includes(restart)) return `invalid restart policy: ${restart}`;
  if (!attaches && flags.on('rm')) return '--rm should only be used for attached containers';
  if (attaches && isDry) {
    return "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)";
  }
  const pull = flags.text('image-pull-policy');
  return ['', 'Always', 'IfNotPresent', 'Never'].includes(pull) ? null : `invalid image pull policy: ${pull}`;
}

function podOf(invocation: Invocation): Result<JsonObject> {
  const { flags, parameters } = invocation;
  const config = invocation.client();
  if (!config.ok) return config;
  const [name = '', ...words] = parameters;
  const made = makePod({
    name,
    namespace: config.value.namespaceGiven ? config.value.namespace : null,
    image: flags.text('image'),
    words,
    isCommand: flags.on('command'),
    env: flags.list('env'),
    labels: flags.text('labels'),
    annotations: flags.list('annotations'),
    port: flags.text('port'),
    restart: flags.text('restart') || (flags.on('stdin') ? 'OnFailure' : 'Always'),
    pullPolicy: flags.text('image-pull-policy'),
    stdin: flags.on('stdin'),
    stdinOpen: flags.on('leave-stdin-open'),
    tty: flags.on('tty'),
    privileged: flags.on('privileged'),
  });
  const overrides = flags.text('overrides');
  return !made.ok || overrides === '' ? made : overridden(invocation, made.value, overrides);
}

/** `--overrides`: a JSON merge patch over the pod. */
function overridden(invocation: Invocation, pod: JsonObject, text: string): Result<JsonObject> {
  const type = invocation.flags.text('override-type');
  if (type !== '' && type !== 'merge') {
    return failed({ kind: 'not-modelled', message: `kubectl run --override-type=${type}` });
  }
  const parsed = parseJson(text);
  const value = parsed.ok && looksLikeJson(text) ? plain(parsed.tree) : null;
  return isObject(value) ? { ok: true, value: merged(pod, value) } : failed('Invalid JSON Patch');
}

/** RFC 7386. */
function merged(target: JsonObject, patch: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    const old = Object.hasOwn(target, key) ? (target[key] ?? null) : null;
    if (value === null) delete result[key];
    else result[key] = isObject(value) ? merged(isObject(old) ? old : {}, value) : value;
  }
  return result;
}

function create(invocation: Invocation, object: JsonObject, dryRun: 'none' | 'server'): Result<JsonObject> {
  const namespace = invocation.namespace();
  if (!namespace.ok) return namespace;
  const pods = resourceNamed(invocation, 'pods');
  if (!pods.ok) return pods;
  const answer = invocation.call({
    method: 'POST',
    path: pathOf(pods.value, namespace.value),
    query: changeQuery(invocation.flags.text('field-manager'), dryRun),
    body: object,
    resource: 'pods',
  });
  return answer.ok ? { ok: true, value: answer.value.object } : answer;
}
