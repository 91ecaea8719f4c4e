import { objectAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Invocation } from '../invocation.ts';
import { objectName } from '../kinds/mapper.ts';
import type { KubeError, Result } from '../kubeError.ts';
import { jsonText } from '../print/json.ts';
import { objectPrinter } from '../print/objectPrinter.ts';

/** Whether a change is carried out, only looked at here, or only looked at by the server. */
export type DryRun = 'none' | 'client' | 'server';

const FORMATS =
  'go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml';

/** Prints an object after a command did `operation` to it: `role.rbac.authorization.k8s.io/x created`, or as `-o` says. */
export type ResultPrinter = (object: JsonObject, operation: string) => KubeError | null;

/**
 * What prints results of a line. `typed`: the command's own code knows the kind, so that JSON comes in Go's order of
 * fields; else keys are sorted.
 */
export function resultPrinter(invocation: Invocation, typed = false): Result<ResultPrinter> {
  const format = invocation.flags.text('output');
  const print = (text: string): null => {
    invocation.print(text);
    return null;
  };
  if (format === '' && invocation.flags.text('template') === '') {
    return { ok: true, value: (object, operation) => print(`${nameOf(object)} ${operation}`.trimEnd().concat('\n')) };
  }
  if (format === 'json' && typed) return { ok: true, value: (object) => print(jsonText(object)) };
  const printer = objectPrinter(invocation, FORMATS);
  if (!printer.ok) return printer;
  return {
    ok: true,
    value(object) {
      const text = printer.value(object);
      return text.ok ? print(text.value) : text.error;
    },
  };
}

/** `role.rbac.authorization.k8s.io/reader` */
export function nameOf(object: JsonObject): string {
  const apiVersion = textAt(object, 'apiVersion');
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return objectName({ kind: textAt(object, 'kind'), group }, textAt(objectAt(object, 'metadata'), 'name'));
}

/** `created`, `created (dry run)`, `created (server dry run)` */
export function operationText(operation: string, dryRun: DryRun): string {
  if (dryRun === 'none') return operation;
  return `${operation} (${dryRun === 'client' ? 'dry run' : 'server dry run'})`;
}

/** What `--dry-run` says; a bare one still works, with a line of the log. Models GetDryRunStrategy, v0.36. */
export function dryRunOf(invocation: Invocation): Result<DryRun> {
  const given = invocation.flags.text('dry-run');
  switch (given) {
    case '':
    case 'none':
      return { ok: true, value: 'none' };
    case 'client':
    case 'server':
      return { ok: true, value: given };
    case 'unchanged':
      invocation.warn('helpers.go:719', '--dry-run is deprecated and can be replaced with --dry-run=client.');
      return { ok: true, value: 'client' };
    default: {
      const message = `Invalid dry-run value (${given}). Must be "none", "server", or "client".`;
      return { ok: false, error: { kind: 'plain', message } };
    }
  }
}
