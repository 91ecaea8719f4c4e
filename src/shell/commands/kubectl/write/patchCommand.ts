import { looksLikeJson, parseJson } from '#engine/config/decode/json.ts';
import { plain } from '#engine/config/decode/tree.ts';
import { parseYaml } from '#engine/config/decode/yaml.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { Json, JsonObject } from '#engine/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf } from '../kinds/mapper.ts';
import { errorText, failed, type KubeError, type Result } from '../kubeError.ts';
import { completeResources } from '../read/completeResources.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { chosenObjects } from './chosen.ts';
import type { Info } from './manifest/infos.ts';
import { sameValue } from './patch/threeWay.ts';
import { type DryRun, dryRunOf, type ResultPrinter, resultPrinter } from './printResult.ts';
import { changeQuery } from './validation.ts';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

/** `kubectl patch`. Models kubectl/pkg/cmd/patch/patch.go, v0.36. */
export const patchCommand: Subcommand = {
  path: 'patch',
  help: WRITE_HELP.patch ?? '',
  run,
  complete: completeResources,
};

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const problem = problemOf(invocation);
  if (problem !== null) return invocation.fail(problem);
  if (flags.on('local')) return invocation.notModelled('kubectl patch --local');
  const printer = resultPrinter(invocation);
  if (!printer.ok) return invocation.fail(printer.error);
  const body = patchIn(invocation);
  if (!body.ok) return invocation.fail(body.error);
  const chosen = chosenObjects(invocation, { parameters, all: false, allSelects: false, fetch: true });
  if (!chosen.ok) return invocation.fail(chosen.error);
  const errors = chosen.value.infos.flatMap((info) => {
    const error = info.ok ? patchOne(invocation, info.value, body.value, dryRun.value, printer.value) : info.error;
    return error === null ? [] : [error];
  });
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  return chosen.value.infos.length === 0 ? invocation.fail('no objects passed to patch') : invocation.done();
}

function problemOf({ flags }: Invocation): string | null {
  const [patch, file, type] = ['patch', 'patch-file', 'type'].map((name) => flags.text(name));
  if (patch !== '' && file !== '') return 'cannot specify --patch and --patch-file together';
  if (patch === '' && file === '') return 'must specify --patch or --patch-file containing the contents of the patch';
  if (type === '' || Object.hasOwn(TYPES, (type ?? '').toLowerCase())) return null;
  return `--type must be one of [json merge strategic], not ${goQuote(type ?? '')}`;
}

/** The patch as JSON; one that begins with a brace goes to the server as it is, broken or not. */
function patchIn(invocation: Invocation): Result<Json> {
  const file = invocation.flags.text('patch-file');
  const read = file === '' ? null : invocation.readFile(file);
  if (read !== null && !read.ok) return failed(`unable to read patch file: ${errorText(read.error)}`);
  const text = read === null ? invocation.flags.text('patch') : read.value;
  if (looksLikeJson(text)) {
    const parsed = parseJson(text);
    if (parsed.ok) return { ok: true, value: plain(parsed.tree) };
    const isStrategic = ['', 'strategic'].includes(invocation.flags.text('type').toLowerCase());
    return failed(badRequest(`${isStrategic ? '' : 'error decoding patch: '}${parsed.error}`));
  }
  const parsed = parseYaml(text);
  if (!parsed.ok) return failed(`unable to parse ${goQuote(invocation.flags.text('patch'))}: ${parsed.error}`);
  return { ok: true, value: plain(parsed.tree) };
}

/** What the server says of a patch that is no JSON. */
function badRequest(message: string): KubeError {
  return { kind: 'status', status: { kind: 'Status', status: 'Failure', reason: 'BadRequest', code: 400 }, message };
}

function patchOne(
  invocation: Invocation,
  info: Info,
  body: Json,
  dryRun: DryRun,
  print: ResultPrinter,
): KubeError | null {
  const { resource, namespace, name, object } = info;
  const { flags } = invocation;
  const type = flags.text('type').toLowerCase() || 'strategic';
  // Without the server's rules a patch cannot be tried out here; the server tries it and keeps nothing.
  const tried: DryRun = dryRun === 'client' ? 'server' : dryRun;
  const answer = invocation.call({
    method: 'PATCH',
    path: pathOf(resource, namespace, name, flags.text('subresource')),
    query: changeQuery(flags.text('field-manager'), tried),
    contentType: TYPES[type] ?? '',
    body,
    resource: resource.name,
    name,
  });
  if (!answer.ok) return answer.error;
  const patched: JsonObject = answer.value.object;
  const operation = sameValue(object, patched) ? 'patched (no change)' : 'patched';
  return print(patched, operation);
}
