import { parseBool } from '#engine/config/go/numbers.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { Json } from '#engine/json.ts';
import { decodeBase64, encodeBase64, utf8Bytes } from '#engine/pki/bytes.ts';
import { type Kubeconfig, LISTS, type ListName } from '../client/kubeconfig.ts';
import type { Invocation } from '../invocation.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { configCommand, misread, setCurrentContext } from './contexts.ts';
import {
  changeFile,
  defaultFile,
  fieldsOf,
  setStanza,
  startingConfig,
  withFields,
  withStanza,
} from './kubeconfigFile.ts';

/** `kubectl config set` and `unset`. Models kubectl/pkg/cmd/config/{set,unset,navigation_step_parser}.go, v0.36. */
export const PROPERTY_COMMANDS: readonly Subcommand[] = [configCommand('set', set), configCommand('unset', unset)];

/** Where a property's name leads: the current context, a list, a stanza, or a field of one. */
interface Property {
  readonly list: ListName | null;
  readonly stanza: string;
  readonly field: string;
}

/** Reads `clusters.NAME.FIELD`; names with points are told by the stanzas that there are. */
function propertyOf(name: string, config: Kubeconfig): Property | { readonly error: string } {
  if (name === 'current-context') return { list: null, stanza: '', field: '' };
  const [first = '', ...rest] = name.split('.');
  if (!Object.hasOwn(LISTS, first)) return { error: `unable to parse ${name} after [] at api.Config` };
  const list = first as ListName;
  const behind = rest.join('.');
  if (behind === '') return { list, stanza: '', field: '' };
  const known = [...config[list].keys()]
    .filter((stanza) => behind === stanza || behind.startsWith(`${stanza}.`))
    .sort((left, right) => right.length - left.length)[0];
  if (known !== undefined) return { list, stanza: known, field: behind.slice(known.length + 1) };
  const field = fieldsOf(list).find((one) => behind.endsWith(`.${one}`)) ?? '';
  return { list, stanza: field === '' ? behind : behind.slice(0, -field.length - 1), field };
}

function set(invocation: Invocation): Finish {
  const { parameters } = invocation;
  const [name = '', value = ''] = parameters;
  if (parameters.length !== 2) return misread(invocation, `Unexpected args: [${parameters.join(' ')}]`);
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const property = propertyOf(name, kubeconfig.value);
  if ('error' in property) return invocation.fail(property.error);
  const { list, stanza, field } = property;
  if (list === null) setCurrentContext(invocation, value);
  else if (!fieldsOf(list).includes(field)) return invocation.fail(`unable to parse ${name} after [${list}]`);
  else {
    const typed = typedValue(field, value, invocation.flags.on('set-raw-bytes'));
    if (typeof typed === 'object' && typed !== null && 'error' in typed) return invocation.fail(String(typed.error));
    const old = kubeconfig.value[list].get(stanza)?.value ?? {};
    setStanza(invocation, list, stanza, withFields(old, { [field]: typed }));
  }
  invocation.print(`Property ${goQuote(name)} set.\n`);
  return invocation.done();
}

function typedValue(field: string, value: string, raw: boolean): Json {
  if (field === 'insecure-skip-tls-verify') {
    const parsed = parseBool(value);
    return parsed.ok ? parsed.value : { error: parsed.error };
  }
  if (!field.endsWith('-data')) return value;
  if (raw) return encodeBase64(utf8Bytes(value));
  if (decodeBase64(value) !== null) return value;
  const at = /^[A-Za-z0-9+/]*/.exec(value)?.[0].length ?? 0;
  return { error: `error decoding input value: illegal base64 data at input byte ${at}` };
}

function unset(invocation: Invocation): Finish {
  const { parameters } = invocation;
  const [name = ''] = parameters;
  if (parameters.length !== 1) return misread(invocation, `Unexpected args: [${parameters.join(' ')}]`);
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const property = propertyOf(name, kubeconfig.value);
  if ('error' in property) return invocation.fail(property.error);
  const { list, stanza, field } = property;
  if (list === null) setCurrentContext(invocation, '');
  else if (stanza === '') {
    changeFile(invocation, defaultFile(invocation), (config) => ({ ...config, [list]: new Map() }));
  } else {
    const old = kubeconfig.value[list].get(stanza);
    if (old !== undefined && field === '')
      changeFile(invocation, old.file, (config) => withStanza(config, list, stanza, null));
    if (old !== undefined && field !== '') setStanza(invocation, list, stanza, withFields(old.value, { [field]: '' }));
  }
  invocation.print(`Property ${goQuote(name)} unset.\n`);
  return invocation.done();
}
