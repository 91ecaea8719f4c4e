import { textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { CONFIG_HELP } from '../help/config.data.ts';
import type { Invocation } from '../invocation.ts';
import { TABLE_STYLE, tabbed } from '../print/tabWriter.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import {
  changeFile,
  currentContextFile,
  defaultFile,
  setStanza,
  startingConfig,
  withFields,
  withStanza,
} from './kubeconfigFile.ts';

/** A command of `kubectl config`, its help taken from the real one. */
export function configCommand(
  name: string,
  run: (invocation: Invocation) => Finish,
  rest: Partial<Subcommand> = {},
): Subcommand {
  return { path: `config ${name}`, help: CONFIG_HELP[`config ${name}`] ?? '', run, ...rest };
}

/** Prints a command's help and the complaint about its parameters. */
export function misread(invocation: Invocation, complaint: string): Finish {
  invocation.print(CONFIG_HELP[invocation.command] ?? '');
  return invocation.fail(complaint);
}

const completeContexts: Subcommand['complete'] = (parameters, invocation) => {
  const kubeconfig = startingConfig(invocation);
  const names = kubeconfig.ok && parameters.length <= 1 ? [...kubeconfig.value.contexts.keys()].sort() : [];
  return names.filter((name) => name.startsWith(parameters[0] ?? '')).map((insert) => ({ insert }));
};

/** Commands about contexts. Models kubectl/pkg/cmd/config, v0.36. */
export const CONTEXT_COMMANDS: readonly Subcommand[] = [
  configCommand('get-contexts', getContexts, { complete: completeContexts }),
  configCommand('current-context', currentContext),
  configCommand('use-context', useContext, { aliases: ['use'], complete: completeContexts }),
  configCommand('set-context', setContext, { complete: completeContexts }),
  configCommand('rename-context', renameContext, { complete: completeContexts }),
  configCommand('delete-context', deleteContext, { complete: completeContexts }),
];

function getContexts(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  const output = flags.text('output');
  if (output !== '' && output !== 'name') {
    return invocation.fail(
      `--output ${output} is not available in kubectl config get-contexts; resetting to default output format`,
    );
  }
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const { contexts, currentContext: current } = kubeconfig.value;
  const wanted = parameters.length === 0 ? [...contexts.keys()].sort() : [...parameters].sort();
  const missing = wanted.filter((name) => !contexts.has(name));
  const lines = wanted
    .filter((name) => contexts.has(name))
    .map((name) => {
      const { value = {} } = contexts.get(name) ?? {};
      if (output === 'name') return name;
      const mark = name === current ? '*' : '';
      return [mark, name, ...['cluster', 'user', 'namespace'].map((key) => textAt(value, key))].join('\t');
    });
  const header = output === 'name' || flags.on('no-headers') ? [] : ['CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE'];
  invocation.print(tabbed([...header, ...lines].map((line) => `${line}\n`).join(''), TABLE_STYLE));
  if (missing.length === 0) return invocation.done();
  return invocation.fail({
    kind: 'several',
    errors: missing.map((name) => ({ kind: 'plain', message: `context ${name} not found` })),
  });
}

function currentContext(invocation: Invocation): Finish {
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  if (kubeconfig.value.currentContext === '') return invocation.fail('current-context is not set');
  invocation.print(`${kubeconfig.value.currentContext}\n`);
  return invocation.done();
}

function useContext(invocation: Invocation): Finish {
  const { parameters } = invocation;
  const [name = ''] = parameters;
  if (parameters.length !== 1) return misread(invocation, `Unexpected args: [${parameters.join(' ')}]`);
  const kubeconfig = startingConfig(invocation);
  const known = kubeconfig.ok && kubeconfig.value.contexts.has(name);
  if (!known) return invocation.fail(`no context exists with the name: ${goQuote(name)}`);
  setCurrentContext(invocation, name);
  invocation.print(`Switched to context ${goQuote(name)}.\n`);
  return invocation.done();
}

/** Makes a context the current one. */
export function setCurrentContext(invocation: Invocation, name: string): void {
  changeFile(invocation, currentContextFile(invocation), (config) => ({ ...config, currentContext: name }));
}

function setContext(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  if (parameters.length > 1) return misread(invocation, `Unexpected args: [${parameters.join(' ')}]`);
  const current = flags.on('current');
  if (parameters.length === 1 && current)
    return invocation.fail('you cannot specify both a context name and --current');
  if (parameters.length === 0 && !current)
    return invocation.fail('you must specify a non-empty context name or --current');
  const kubeconfig = startingConfig(invocation);
  const loaded = kubeconfig.ok ? kubeconfig.value : null;
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const name = current ? (loaded?.currentContext ?? '') : (parameters[0] ?? '');
  if (name === '') return invocation.fail('no current context is set');
  const old = loaded?.contexts.get(name);
  const fields = Object.fromEntries(
    ['cluster', 'user', 'namespace'].filter((key) => flags.isSet(key)).map((key) => [key, flags.text(key)]),
  );
  setStanza(invocation, 'contexts', name, withFields(old?.value ?? {}, fields));
  invocation.print(`Context ${goQuote(name)} ${old === undefined ? 'created' : 'modified'}.\n`);
  return invocation.done();
}

function renameContext(invocation: Invocation): Finish {
  const { parameters } = invocation;
  const [from = '', to = ''] = parameters;
  if (parameters.length !== 2) return misread(invocation, `Unexpected args: [${parameters.join(' ')}]`);
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const { contexts, currentContext: current } = kubeconfig.value;
  const stanza = contexts.get(from);
  const file = stanza?.file ?? defaultFile(invocation);
  if (stanza === undefined) return invocation.fail(`cannot rename the context ${goQuote(from)}, it's not in ${file}`);
  if (contexts.has(to))
    return invocation.fail(
      `cannot rename the context ${goQuote(from)}, the context ${goQuote(to)} already exists in ${file}`,
    );
  changeFile(invocation, file, (config) => {
    const renamed = withStanza(withStanza(config, 'contexts', from, null), 'contexts', to, stanza.value);
    return current === from ? { ...renamed, currentContext: to } : renamed;
  });
  invocation.print(`Context ${goQuote(from)} renamed to ${goQuote(to)}.\n`);
  return invocation.done();
}

function deleteContext(invocation: Invocation): Finish {
  const [name] = invocation.parameters;
  if (invocation.parameters.length !== 1) {
    invocation.print(CONFIG_HELP[invocation.command] ?? '');
    return invocation.done();
  }
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const file = defaultFile(invocation);
  const stanza = kubeconfig.value.contexts.get(name ?? '');
  if (stanza === undefined) return invocation.fail(`cannot delete context ${name}, not in ${file}`);
  if (kubeconfig.value.currentContext === name) {
    invocation.complain(
      'warning: this removed your active context, use "kubectl config use-context" to select a different one\n',
    );
  }
  changeFile(invocation, stanza.file, (config) => withStanza(config, 'contexts', name ?? '', null));
  invocation.print(`deleted context ${name} from ${file}\n`);
  return invocation.done();
}
