import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { digestNumber } from '#engine/host/containers/digest.ts';
import type { JsonObject } from '#engine/json.ts';
import { statusOf } from '../../client/apiClient.ts';
import { WRITE_HELP } from '../../help/write.data.ts';
import type { Invocation } from '../../invocation.ts';
import { groupResource, pathOf } from '../../kinds/mapper.ts';
import { errorText, type KubeError, reasonOf } from '../../kubeError.ts';
import { completeResources } from '../../read/completeResources.ts';
import type { Finish, Subcommand } from '../../subcommand.ts';
import { chosenObjects } from '../chosen.ts';
import { withLastApplied } from '../lastApplied.ts';
import type { Info } from '../manifest/infos.ts';
import { sameValue, threeWayPatch } from '../patch/threeWay.ts';
import { type ResultPrinter, resultPrinter } from '../printResult.ts';
import { changeQuery, type Validation, validationOf } from '../validation.ts';
import { type EditReason, editedObjects, editText, reopenedText, sameContent } from './editText.ts';

/**
 * `kubectl edit`: the object's text goes to an editor. What the screen's editor gives back comes through the same
 * command with `KUBE_EDITOR='cp /dev/stdin'`, as it would with a real kubectl. Models
 * kubectl/pkg/cmd/util/editor/editoptions.go, v0.36.
 */
export const edit: Subcommand = { path: 'edit', help: WRITE_HELP.edit ?? '', run, complete: completeResources };

/** The editor that takes a text from standard input. */
const FROM_STDIN = 'cp /dev/stdin';
const INTERACTIVE = ['', 'vi', 'vim', 'nano', 'edit', 'editor', 'emacs', 'code'];
const NO_CHANGES = 'Edit cancelled, no changes made.\n';

/** What editing goes by. */
interface Session {
  readonly infos: readonly Info[];
  readonly format: 'yaml' | 'json';
  readonly validation: Validation;
  readonly print: ResultPrinter;
}

function run(invocation: Invocation): Finish {
  const { flags, parameters, context } = invocation;
  const validation = validationOf(invocation);
  const chosen = chosenObjects(invocation, { parameters, all: true, allSelects: false, fetch: true });
  if (!chosen.ok) return invocation.fail(chosen.error);
  if ('error' in validation) return invocation.fail(validation.error);
  if (flags.on('output-patch')) return invocation.notModelled('kubectl edit --output-patch');
  if (flags.text('subresource') !== '') return invocation.notModelled('kubectl edit --subresource');
  const errors = chosen.value.infos.flatMap((info) => (info.ok ? [] : [info.error]));
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  const infos = chosen.value.infos.flatMap((info) => (info.ok ? [info.value] : []));
  if (infos.length === 0) return invocation.fail('edit cancelled, no objects found');
  const output = flags.text('output');
  if (!['', 'json', 'yaml', 'kyaml'].includes(output)) {
    const why = `unable to match a printer suitable for the output format ${goQuote(output)}`;
    return invocation.fail(`${why}, allowed formats are: json,kyaml,yaml`);
  }
  if (output === 'kyaml') return invocation.notModelled('kubectl edit -o kyaml');
  const format = output === 'json' ? 'json' : 'yaml';
  const said = resultPrinter(invocation);
  const named: ResultPrinter = (object, operation) => (said.ok ? said.value(object, operation) : said.error);
  const session: Session = { infos, format, validation: validation.validation, print: named };
  const text = editText(
    infos.map(({ object }) => object),
    format,
  );
  const { KUBE_EDITOR: own, EDITOR: usual } = context.environment;
  const editor = (own ?? '') || (usual ?? '');
  if (editor === FROM_STDIN) return save(invocation, session, text, context.stdin);
  const program = (editor.split(' ')[0] ?? '').split('/').at(-1) ?? '';
  if (program === 'cat' || program === 'true') {
    if (program === 'cat') invocation.print(text);
    invocation.complain(NO_CHANGES);
    return invocation.done();
  }
  if (!INTERACTIVE.includes(program)) return invocation.notModelled(`the editor ${goQuote(editor)}`);
  return open(invocation, text, NO_CHANGES, 0);
}

/** Hands the text to the editor beside the terminal. */
function open(invocation: Invocation, text: string, unchanged: string, exitCode: number): Finish {
  const words = invocation.words.map(quoted).join(' ');
  const line = `KUBE_EDITOR='${FROM_STDIN}' kubectl edit${words === '' ? '' : ` ${words}`}`;
  const title = `kubectl-edit-${fileNumber(invocation)}.yaml`;
  return { ...invocation.done({ kind: 'edit-text', title, text, line, unchanged }), exitCode };
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function fileNumber(invocation: Invocation): number {
  return 1_000_000_000 + digestNumber(`${invocation.world.now} ${invocation.words.join(' ')}`, 2_000_000_000);
}

function save(invocation: Invocation, session: Session, original: string, edited: string): Finish {
  const [first] = session.infos;
  if (first === undefined) return invocation.fail('edit cancelled, no objects found');
  const read = editedObjects(edited);
  if ('error' in read) {
    const why = `<nil>: Invalid value: "The edited file failed validation": ${read.error}`;
    invocation.complain(`error: ${groupResource(first.resource)} ${goQuote(first.name)} is invalid\n`);
    return reopen(invocation, session, edited, [{ head: notValid(first), causes: [why] }]);
  }
  if (sameContent(original, edited)) {
    invocation.complain(NO_CHANGES);
    return invocation.done();
  }
  const reasons: EditReason[] = [];
  for (const [index, object] of read.objects.entries()) {
    const info = infoFor(session.infos, object, index);
    if (info === null) continue;
    const problem = changedIdentity(invocation, info, object);
    if (problem !== null) return keepCopy(invocation, edited, problem);
    const error = patchOne(invocation, session, info, object);
    if (error === null) continue;
    const what = `${groupResource(info.resource)} ${goQuote(info.name)}`;
    if (reasonOf(error) === 'Invalid') {
      invocation.complain(`error: ${what} is invalid\n`);
      reasons.push({ head: notValid(info), causes: causesOf(error) });
      continue;
    }
    const path = copyPath(invocation);
    invocation.send({ type: 'write', node: invocation.node, path, text: edited });
    if (reasonOf(error) === 'NotFound') {
      invocation.complain(`error: ${what} could not be found on the server\n`);
      invocation.complain(`The edits you made on deleted resources have been saved to ${goQuote(path)}\n`);
    } else {
      invocation.complain(`error: ${what} could not be patched: ${errorText(error)}\n`);
      invocation.complain(`You can run \`kubectl replace -f ${path}\` to try this update again.\n`);
    }
    return { exitCode: 1 };
  }
  return reasons.length === 0 ? invocation.done() : reopen(invocation, session, edited, reasons);
}

function reopen(invocation: Invocation, { format }: Session, edited: string, reasons: readonly EditReason[]): Finish {
  const unchanged = 'error: Edit cancelled, no valid changes were saved.\n';
  return open(invocation, reopenedText(edited, reasons, format), unchanged, 1);
}

function notValid({ resource, name }: Info): string {
  return `${groupResource(resource)} ${goQuote(name)} was not valid`;
}

function causesOf(error: KubeError): readonly string[] {
  const causes = objectsAt(objectAt(statusOf(error), 'details'), 'causes');
  return causes.map((cause) => `${textAt(cause, 'field')}: ${textAt(cause, 'message')}`);
}

/** The object that an edited one was, by its uid; the only one when there is only one. */
function infoFor(infos: readonly Info[], object: JsonObject, index: number): Info | null {
  const uid = textAt(objectAt(object, 'metadata'), 'uid');
  const found = infos.find((info) => textAt(objectAt(info.object, 'metadata'), 'uid') === uid);
  return found ?? (infos.length === 1 ? (infos[index] ?? null) : null);
}

/** Why an edited object is no longer the one that was opened; null when it still is. */
function changedIdentity(invocation: Invocation, info: Info, object: JsonObject): string | null {
  const namespace = textAt(objectAt(object, 'metadata'), 'namespace');
  const own = invocation.namespace();
  if (info.resource.namespaced && own.ok && namespace !== own.value && namespace !== info.namespace) {
    return (
      `the namespace from the provided object ${goQuote(namespace)} does not match the namespace ${goQuote(own.value)}. ` +
      `You must pass '--namespace=${namespace}' to perform this operation.`
    );
  }
  const same = (key: string): boolean => textAt(object, key) === textAt(info.object, key);
  const name = textAt(objectAt(object, 'metadata'), 'name');
  return same('apiVersion') && same('kind') && name === info.name
    ? null
    : 'At least one of apiVersion, kind and name was changed';
}

function copyPath(invocation: Invocation): string {
  return `/tmp/kubectl-edit-${fileNumber(invocation)}.yaml`;
}

function keepCopy(invocation: Invocation, edited: string, problem: string): Finish {
  const path = copyPath(invocation);
  invocation.send({ type: 'write', node: invocation.node, path, text: edited });
  invocation.complain(`A copy of your changes has been stored to ${goQuote(path)}\n`);
  return invocation.fail(problem);
}

function patchOne(invocation: Invocation, session: Session, info: Info, object: JsonObject): KubeError | null {
  const { resource, namespace, name } = info;
  const before = withoutVersion(info.object);
  const wanted = withoutVersion(invocation.flags.on('save-config') ? withLastApplied(object) : object);
  if (sameValue(before, wanted)) return session.print(info.object, 'skipped');
  const answer = invocation.call({
    method: 'PATCH',
    path: pathOf(resource, namespace, name),
    query: changeQuery(invocation.flags.text('field-manager'), 'none', session.validation),
    contentType: 'application/strategic-merge-patch+json',
    body: threeWayPatch(before, wanted, before),
    resource: resource.name,
    name,
  });
  return answer.ok ? session.print(answer.value.object, 'edited') : answer.error;
}

/** The learner edits what was there when the editor opened; the version of then stands for nothing by now. */
function withoutVersion(object: JsonObject): JsonObject {
  const {
    resourceVersion: _version,
    managedFields: _fields,
    generation: _generation,
    ...metadata
  } = objectAt(object, 'metadata');
  return { ...object, metadata };
}
