import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import type { Invocation } from '../invocation.ts';
import { failed, type Result } from '../kubeError.ts';
import { columnsOf, customTable } from './customColumns.ts';
import { goSyntax } from './goSyntax.ts';
import { goJson, jsonText, sortedJson } from './json.ts';
import { findResults, resultsText } from './jsonPath/evaluate.ts';
import { type PathNode, parseJsonPath } from './jsonPath/parse.ts';
import { yamlText } from './yaml.ts';

/** Turns an object, or a List of them, into text. */
export type ObjectPrinter = (object: JsonObject) => Result<string>;

/** The formats that `kubectl get` names when it does not know one. */
const GET_FORMATS =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml';

/**
 * The printer that `-o` and `--template` ask for; tables are not among them. Formats that are not modelled come back as
 * an error that says so. Models the print flags of cli-runtime/pkg/genericclioptions and kubectl/pkg/cmd/get, v0.36.
 */
export function objectPrinter(invocation: Invocation, formats = GET_FORMATS): Result<ObjectPrinter> {
  const { flags } = invocation;
  const output = flags.text('output') || (flags.text('template') === '' ? '' : 'go-template');
  const equals = output.indexOf('=');
  const format = equals === -1 ? output : output.slice(0, equals);
  const argument = equals === -1 ? flags.text('template') : output.slice(equals + 1);
  const bare = equals === -1;
  const managed = flags.on('show-managed-fields');
  const shown = (print: (object: JsonObject) => string): Result<ObjectPrinter> => ({
    ok: true,
    value: (object) => ({ ok: true, value: print(managed ? object : withoutManagedFields(object)) }),
  });
  if (bare && format === 'json') return shown((object) => jsonText(sortedJson(object)));
  if (bare && format === 'yaml') return shown(yamlPrinter());
  if (bare && format === 'name') return shown(names);
  if (format === 'jsonpath' || format === 'jsonpath-as-json')
    return pathPrinter(argument, format === 'jsonpath-as-json', flags.on('allow-missing-template-keys'));
  if (format === 'jsonpath-file') {
    const read =
      argument === ''
        ? failed<string>('template format specified but no template given')
        : invocation.readFile(argument);
    return read.ok
      ? pathPrinter(read.value, false, flags.on('allow-missing-template-keys'))
      : read.error.kind === 'plain' && argument !== ''
        ? failed(`error reading --template ${argument}, ${read.error.message}\n`)
        : read;
  }
  if (format === 'custom-columns' || format === 'custom-columns-file')
    return columnPrinter(invocation, format, argument);
  if (/^(go-template|template|templatefile|go-template-file|kyaml)$/.test(format)) {
    if (format !== 'kyaml' && argument === '') return failed('template format specified but no template given');
    return failed({ kind: 'not-modelled', message: `kubectl ${invocation.command} -o ${format}` });
  }
  return failed(
    `unable to match a printer suitable for the output format ${goQuote(output)}, allowed formats are: ${formats}`,
  );
}

function yamlPrinter(): (object: JsonObject) => string {
  let printed = 0;
  return (object) => {
    printed += 1;
    return `${printed > 1 ? '---\n' : ''}${yamlText(object)}`;
  };
}

function names(object: JsonObject): string {
  if (isList(object)) return objectsAt(object, 'items').map(names).join('');
  const apiVersion = textAt(object, 'apiVersion');
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0] ?? ''}` : '';
  const name = textAt(objectAt(object, 'metadata'), 'name') || '<unknown>';
  return `${textAt(object, 'kind').toLowerCase()}${group}/${name}\n`;
}

/** Whether an object is a list of others. */
export function isList(object: JsonObject): boolean {
  return Object.hasOwn(object, 'items') && /List$/.test(textAt(object, 'kind'));
}

function pathPrinter(template: string, asJson: boolean, allowMissingKeys: boolean): Result<ObjectPrinter> {
  if (template === '') return failed('template format specified but no template given');
  const parsed = parseJsonPath(template);
  if (!parsed.ok) return failed(`error parsing jsonpath ${template}, ${parsed.error}\n`);
  return { ok: true, value: (object) => printPath(parsed.nodes, template, object, asJson, allowMissingKeys) };
}

function printPath(
  nodes: readonly PathNode[],
  template: string,
  object: JsonObject,
  asJson: boolean,
  allowMissingKeys: boolean,
): Result<string> {
  const found = findResults(nodes, object, { allowMissingKeys });
  if (!found.ok) {
    return failed(
      `error executing jsonpath ${goQuote(template)}: Error executing template: ${found.error}. ` +
        `Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n` +
        `\tobject given to jsonpath engine was:\n\t\t${goSyntax(object)}\n\n\n`,
    );
  }
  if (!asJson) return { ok: true, value: resultsText(found.results) };
  return {
    ok: true,
    value: found.results.map((items) => `${goJson(JSON.stringify(sortedJson(items), null, 4))}\n`).join(''),
  };
}

function columnPrinter(invocation: Invocation, format: string, argument: string): Result<ObjectPrinter> {
  let spec = argument;
  if (spec === '')
    return failed(
      `${format} format specified but no ${format === 'custom-columns' ? 'custom columns' : 'template'} given`.replace(
        'custom-columns-file format specified but no template given',
        'custom-columns format specified but no custom columns given',
      ),
    );
  if (format === 'custom-columns-file') {
    const read = invocation.readFile(argument);
    if (!read.ok)
      return failed(`error reading template ${argument}, ${read.error.kind === 'plain' ? read.error.message : ''}\n`);
    spec = read.value;
  }
  const columns = columnsOf(spec, format === 'custom-columns-file');
  if (!columns.ok) return columns;
  const headers = !invocation.flags.on('no-headers');
  return {
    ok: true,
    value: (object) => customTable(isList(object) ? objectsAt(object, 'items') : [object], columns.value, headers),
  };
}

/** An object, or a list of them, without what nobody wants to read. */
export function withoutManagedFields(object: JsonObject): JsonObject {
  if (isList(object)) return { ...object, items: objectsAt(object, 'items').map(withoutManagedFields) };
  const metadata: Json = Object.hasOwn(object, 'metadata') ? (object.metadata ?? null) : null;
  if (!isObject(metadata) || !Object.hasOwn(metadata, 'managedFields')) return object;
  const { managedFields: _managed, ...rest } = metadata;
  return { ...object, metadata: rest };
}
