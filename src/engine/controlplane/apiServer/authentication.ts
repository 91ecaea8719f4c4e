import { objectAt, objectsAt, textAt, valueAt } from '../../apiserver/json.ts';
import { plain } from '../../config/decode/tree.ts';
import { parseYaml } from '../../config/decode/yaml.ts';
import type { LogLine } from '../../host/journal.ts';
import { isObject } from '../../json.ts';
import { bundleError } from '../../kubelet/start/clientBundle.ts';
import type { ContainerView } from '../mounts.ts';
import { flagOn, flagText, type GivenFlags } from '../readFlags.ts';

/** How clients are told apart, or why the start ends over it. */
export interface Authentication {
  readonly anonymous: boolean;
  /** The only paths for which anonymous requests are let in; null for all. */
  readonly paths: readonly string[] | null;
  /** PEM; '' when client certificates are not looked at. */
  readonly clientCA: string;
  readonly error: string | null;
  readonly log: readonly LogLine[];
}

const RESET: LogLine = {
  level: 'W',
  source: 'authentication.go:841',
  text: 'AnonymousAuth is not allowed with the AlwaysAllow authorizer. Resetting AnonymousAuth to false. You should use a different authorizer',
};

/**
 * `--anonymous-auth`, `--authentication-config` and `--client-ca-file`. Where AlwaysAllow is among the authorizers nobody may come
 * without a name. Models pkg/kubeapiserver/options/authentication.go, v1.36.
 */
export function authenticationOf(flags: GivenFlags, modes: readonly string[], view: ContainerView): Authentication {
  const open = modes.includes('AlwaysAllow');
  const wanted = flagOn(flags, 'anonymous-auth', true);
  const result: Authentication = {
    anonymous: wanted && !open,
    paths: null,
    clientCA: '',
    error: null,
    log: wanted && open ? [RESET] : [],
  };
  const configured = fromFile(flags, result, view);
  if (configured.error !== null) return configured;
  const path = flagText(flags, 'client-ca-file');
  if (path === '') return configured;
  const file = view(path);
  if ('error' in file) return { ...configured, error: file.error };
  return { ...configured, clientCA: file.text, error: bundleError(path, file.text) };
}

function fromFile(flags: GivenFlags, result: Authentication, view: ContainerView): Authentication {
  const path = flagText(flags, 'authentication-config');
  if (path === '') return result;
  const file = view(path);
  const unread = (error: string): Authentication => ({
    ...result,
    error: `failed to load authentication configuration from file "${path}": ${error}`,
  });
  if ('error' in file) return unread(file.error);
  const parsed = parseYaml(file.text);
  if (!parsed.ok) return unread(parsed.error);
  const value = plain(parsed.tree);
  const anonymous = isObject(value) ? valueAt(value, 'anonymous') : null;
  if (!isObject(anonymous)) return result;
  if (flags.has('anonymous-auth')) {
    const error =
      'anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file';
    return { ...result, error };
  }
  const conditions = objectsAt(anonymous, 'conditions').map((condition) => textAt(condition, 'path'));
  const enabled = valueAt(objectAt({ anonymous }, 'anonymous'), 'enabled') === true;
  return { ...result, anonymous: enabled, paths: conditions.length === 0 ? null : conditions };
}
