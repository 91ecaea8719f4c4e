import { goQuote } from '#engine/config/go/quote.ts';
import type { Query } from '../client/query.ts';
import type { Invocation } from '../invocation.ts';
import type { DryRun } from './printResult.ts';

/** How strictly the server is to read fields. */
export type Validation = 'Strict' | 'Warn' | 'Ignore';

const DIRECTIVES: Readonly<Record<string, Validation>> = {
  strict: 'Strict',
  true: 'Strict',
  warn: 'Warn',
  ignore: 'Ignore',
  false: 'Ignore',
};

/** What `--validate` says; the error's text when it says nonsense. Models GetValidationDirective, v0.36. */
export function validationOf(invocation: Invocation): { readonly validation: Validation } | { readonly error: string } {
  const given = invocation.flags.text('validate');
  const directive = Object.hasOwn(DIRECTIVES, given.toLowerCase()) ? DIRECTIVES[given.toLowerCase()] : undefined;
  if (directive !== undefined) return { validation: directive };
  const options = 'must be one of: strict (or true), warn, ignore (or false)';
  return { error: `invalid - validate option ${goQuote(given)}; ${options}` };
}

/** The parameters that go with every change. */
export function changeQuery(manager: string, dryRun: DryRun, validation?: Validation): Query {
  return [
    ...(dryRun === 'server' ? [['dryRun', 'All'] as const] : []),
    ['fieldManager', manager],
    ...(validation === undefined ? [] : [['fieldValidation', validation] as const]),
  ];
}
