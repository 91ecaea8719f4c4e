import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';

/** What can go wrong under kubectl, as far as it tells the kinds apart when it prints them. */
export type KubeError =
  /** The API server's answer; `message` is what err.Error() gives. */
  | { readonly kind: 'status'; readonly status: JsonObject; readonly message: string }
  /** No answer: Go's url.Error. */
  | { readonly kind: 'url'; readonly operation: string; readonly url: string; readonly error: string }
  /** A kubeconfig that cannot be used; several complaints are a list, a line each. */
  | { readonly kind: 'configuration'; readonly message: string }
  | { readonly kind: 'plain'; readonly message: string }
  | { readonly kind: 'several'; readonly errors: readonly KubeError[] }
  /** What this kubectl does not do, in one honest line. */
  | { readonly kind: 'not-modelled'; readonly message: string }
  /** Nothing is printed any more; the exit code remains. */
  | { readonly kind: 'silent' };

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: KubeError };

export function plainError(message: string): KubeError {
  return { kind: 'plain', message };
}

export function failed<Value>(error: KubeError | string): Result<Value> {
  return { ok: false, error: typeof error === 'string' ? plainError(error) : error };
}

/** `reason` of the API server's Status (`NotFound`), '' for every other error. */
export function reasonOf(error: KubeError): string {
  return error.kind === 'status' ? textAt(error.status, 'reason') : '';
}

/** What Go's `err.Error()` gives. */
export function errorText(error: KubeError): string {
  switch (error.kind) {
    case 'url':
      return `${error.operation} ${goQuote(error.url)}: ${error.error}`;
    case 'several': {
      const texts = [...new Set(error.errors.map(errorText))];
      return texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
    }
    case 'silent':
      return 'exit';
    default:
      return error.message;
  }
}

/** What kubectl prints on standard error for an error that ends it. Models checkErr in pkg/cmd/util/helpers.go, v0.36. */
export function complaint(error: KubeError): string {
  switch (error.kind) {
    case 'silent':
      return '';
    case 'several': {
      const [first, ...more] = error.errors;
      if (first !== undefined && more.length === 0) return complaint(first);
      return error.errors.map((one) => `${messageFor(one)}\n`).join('');
    }
    case 'not-modelled':
      return `portside: ${error.message} is not modelled\n`;
    case 'configuration':
      return withNewline(`Error in configuration: ${error.message}`);
    case 'status':
      if (textAt(error.status, 'reason') === 'Invalid') return withNewline(invalidText(error.status));
      break;
  }
  return withNewline(standardMessage(error) ?? prefixed(errorText(error)));
}

/** One of several errors, as kubectl lists them. */
export function messageFor(error: KubeError): string {
  return standardMessage(error) ?? errorText(error);
}

function prefixed(text: string): string {
  return text.startsWith('error: ') ? text : `error: ${text}`;
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function standardMessage(error: KubeError): string | null {
  if (error.kind === 'status') {
    const reason = textAt(error.status, 'reason');
    if (reason === 'Unauthorized') {
      return `error: You must be logged in to the server (${error.message})`;
    }
    return reason === '' ? `Error from server: ${error.message}` : `Error from server (${reason}): ${error.message}`;
  }
  if (error.kind !== 'url') return null;
  if (!error.error.includes('connection refused')) return `Unable to connect to the server: ${error.error}`;
  const host = /^[a-z]+:\/\/([^/?]*)/.exec(error.url)?.[1] ?? error.url;
  return `The connection to the server ${host} was refused - did you specify the right host or port?`;
}

function invalidText(status: JsonObject): string {
  const details = objectAt(status, 'details');
  const message = textAt(status, 'message');
  const causes = objectsAt(details, 'causes');
  const [kind, name] = [textAt(details, 'kind'), textAt(details, 'name')];
  let text = 'The request is invalid';
  if (kind !== '' || name !== '') text = `The ${kind} ${goQuote(name)} is invalid`;
  else if (message !== '' && causes.length === 0) text += `: ${message}`;
  const lines = [...new Set(causes.map((cause) => `${textAt(cause, 'field')}: ${textAt(cause, 'message')}`))];
  if (lines.length === 0) return text;
  if (lines.length === 1) return `${text}: ${lines.join('')}\n`;
  return `${text}: \n${lines.map((line) => `* ${line}\n`).join('')}`;
}
