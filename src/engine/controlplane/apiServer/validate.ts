import { goQuote } from '../../config/go/quote.ts';
import { ADMISSION_PLUGINS } from '../flags.data.ts';
import { flagItems, flagNumber, flagText, type GivenFlags } from '../readFlags.ts';
import type { Authorization } from './authorization.ts';

/**
 * What is wrong with flags that could be read, in the order in which the API server says it.
 * Models Validate in pkg/controlplane/apiserver/options/validation.go and its parts, v1.36.
 */
export function validationErrors(flags: GivenFlags, authorization: Authorization): readonly string[] {
  const errors: string[] = [];
  if (flagItems(flags, 'etcd-servers').every((server) => server === ''))
    errors.push('--etcd-servers must be specified');
  const port = flagNumber(flags, 'secure-port', 6443);
  if (port < 1 || port > 65_535) {
    errors.push(`--secure-port ${port} must be between 1 and 65535, inclusive. It cannot be turned off with 0`);
  }
  const issuers = flagItems(flags, 'service-account-issuer');
  if (issuers.length === 0) errors.push('service-account-issuer is a required flag');
  if (flagItems(flags, 'service-account-key-file').length === 0) {
    errors.push('either `--service-account-key-file` or `--service-account-signing-endpoint` must be set');
  }
  errors.push(...authorization.errors, ...pluginErrors(flags));
  if (issuers.length === 0 || flagText(flags, 'service-account-signing-key-file') === '') {
    errors.push(
      '--service-account-signing-key-file, --service-account-issuer, and --api-audiences should be specified together',
    );
  }
  return errors;
}

function pluginErrors(flags: GivenFlags): readonly string[] {
  const on = flagItems(flags, 'enable-admission-plugins');
  const off = flagItems(flags, 'disable-admission-plugins');
  const unknown = (flag: string, plugins: readonly string[]): readonly string[] =>
    plugins
      .filter((plugin) => !ADMISSION_PLUGINS.includes(plugin))
      .map((plugin) => `${flag} plugin ${goQuote(plugin)} is unknown`);
  const both = on.filter((plugin) => off.includes(plugin));
  return [
    ...(both.length === 0
      ? []
      : [`[${both.join(' ')}] in enable-admission-plugins and disable-admission-plugins overlapped`]),
    ...unknown('enable-admission-plugins', on),
    ...unknown('disable-admission-plugins', off),
  ];
}
