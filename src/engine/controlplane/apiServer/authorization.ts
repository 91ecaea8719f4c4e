import { objectsAt, textAt } from '../../apiserver/json.ts';
import { plain } from '../../config/decode/tree.ts';
import { parseYaml } from '../../config/decode/yaml.ts';
import { goQuote } from '../../config/go/quote.ts';
import { isObject } from '../../json.ts';
import type { ContainerView } from '../mounts.ts';
import { flagItems, flagText, type GivenFlags } from '../readFlags.ts';

/** Who is asked what a user may do, in order, and what is wrong with what the flags say of it. */
export interface Authorization {
  readonly modes: readonly string[];
  readonly errors: readonly string[];
}

const MODES = ['AlwaysAllow', 'AlwaysDeny', 'ABAC', 'Webhook', 'RBAC', 'Node'];

/**
 * `--authorization-mode`, `AlwaysAllow` when it names none, or the authorizers of `--authorization-config`.
 * Models pkg/kubeapiserver/options/authorization.go, v1.36.
 */
export function authorizationModes(flags: GivenFlags, view: ContainerView): Authorization {
  const path = flagText(flags, 'authorization-config');
  if (path !== '') return configured(flags, path, view);
  const given = flagItems(flags, 'authorization-mode');
  const modes = given.length === 0 ? ['AlwaysAllow'] : given;
  const errors: string[] = [];
  const policy = flagText(flags, 'authorization-policy-file');
  const webhook = flagText(flags, 'authorization-webhook-config-file');
  for (const mode of modes) {
    if (!MODES.includes(mode)) errors.push(`authorization-mode ${goQuote(mode)} is not a valid mode`);
    if (mode === 'ABAC' && policy === '') errors.push("authorization-mode ABAC's authorization policy file not passed");
    if (mode === 'Webhook' && webhook === '') {
      errors.push("authorization-mode Webhook's authorization config file not passed");
    }
  }
  if (policy !== '' && !modes.includes('ABAC'))
    errors.push('cannot specify --authorization-policy-file without mode ABAC');
  if (webhook !== '' && !modes.includes('Webhook')) {
    errors.push('cannot specify --authorization-webhook-config-file without mode Webhook');
  }
  if (new Set(modes).size !== modes.length) {
    const list = modes.map((mode) => goQuote(mode)).join(' ');
    errors.push(`authorization-mode [${list}] has mode specified more than once`);
  }
  return { modes, errors };
}

function configured(flags: GivenFlags, path: string, view: ContainerView): Authorization {
  if (flags.has('authorization-mode') || flagText(flags, 'authorization-webhook-config-file') !== '') {
    const error =
      '--authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined';
    return { modes: [], errors: [error] };
  }
  const file = view(path);
  if ('error' in file) return { modes: [], errors: [file.error] };
  const parsed = parseYaml(file.text);
  const value = parsed.ok ? plain(parsed.tree) : null;
  const modes = isObject(value) ? objectsAt(value, 'authorizers').map((one) => textAt(one, 'type')) : [];
  return modes.length === 0
    ? { modes, errors: ['authorizers: Required value: at least one authorization mode must be defined'] }
    : { modes, errors: [] };
}
