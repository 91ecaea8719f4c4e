import type { Candidate, CommandContext } from '../../command.ts';
import { allFlags, childrenOf, findCommand, type Program } from './dispatch.ts';
import type { Flag } from './flags/flag.ts';
import { parseFlags } from './flags/parse.ts';
import { Invocation, type Stepper } from './invocation.ts';
import { objectNames } from './read/completeResources.ts';
import { namedContainers } from './streams/completePods.ts';

const FORMATS =
  'json yaml name wide jsonpath= jsonpath-as-json= jsonpath-file= custom-columns= custom-columns-file= go-template=';

/**
 * Candidates for the last of a line's words: commands, flags and their values, types and names of objects as the API
 * server has them now. Models the completions that cobra and kubectl/pkg/util/completion register, v0.36.
 */
export function completeKubectl(
  program: Program,
  words: readonly string[],
  context: CommandContext,
  stepper?: Stepper,
): readonly Candidate[] {
  const word = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const { command, rest } = findCommand(program, before);
  const flags = allFlags(command);
  const waiting = flagThatWaits(rest.at(-1), flags);
  const parsed = parseFlags(waiting === null ? rest : rest.slice(0, -1), flags);
  // A line that is wrong already has no completions but those of its flags.
  const line = parsed.ok ? parsed : parseFlags([], flags);
  if (!line.ok) return [];
  const invocation = new Invocation(context, command.path, line, stepper);
  if (waiting !== null) return startingWith(flagValues(waiting, invocation), word);
  const equals = word.indexOf('=');
  if (word.startsWith('--') && equals !== -1) {
    const flag = flags.find(({ name }) => name === word.slice(2, equals));
    const values = flag === undefined ? [] : flagValues(flag, invocation);
    return startingWith(values, word.slice(equals + 1)).map(({ insert }) => ({
      insert: `${word.slice(0, equals + 1)}${insert}`,
      label: insert,
    }));
  }
  if (word.startsWith('-') && line.dashAt === -1) {
    const names = flags.map(({ name, bare }) => `--${name}${bare === null ? '=' : ''}`).sort();
    return startingWith(names, word);
  }
  const children = childrenOf(program, command.path).map(({ path }) => path.slice(path.lastIndexOf(' ') + 1));
  if (children.length > 0 && line.parameters.length === 0) {
    const own = startingWith([...children].sort(), word);
    if (own.length > 0 || command.run === undefined) return own;
  }
  return parsed.ok ? (command.complete?.([...line.parameters, word], invocation) ?? []) : [];
}

/** The flag that takes the word behind `word` as its value; null when none does. */
function flagThatWaits(word: string | undefined, flags: readonly Flag[]): Flag | null {
  if (word === undefined || word.includes('=') || !/^-/.test(word) || word === '--') return null;
  const flag = word.startsWith('--')
    ? flags.find(({ name }) => name === word.slice(2))
    : flags.find(({ short }) => short !== '' && short === word.slice(-1));
  return flag === undefined || flag.bare !== null ? null : flag;
}

function flagValues({ name }: Flag, invocation: Invocation): readonly string[] {
  const kubeconfig = invocation.kubeconfig();
  const stanzas = (list: 'contexts' | 'clusters' | 'users') =>
    kubeconfig.ok ? [...kubeconfig.value[list].keys()].sort() : [];
  switch (name) {
    case 'namespace':
      return objectNames(invocation, 'namespaces');
    case 'output':
      return FORMATS.split(' ');
    case 'context':
      return stanzas('contexts');
    case 'cluster':
      return stanzas('clusters');
    case 'user':
      return stanzas('users');
    case 'container':
      return namedContainers(invocation);
    case 'dry-run':
      return ['none', 'client', 'server'];
    case 'clusterrole':
      return objectNames(invocation, 'clusterroles');
    case 'role':
      return objectNames(invocation, 'roles');
    default:
      return [];
  }
}

function startingWith(values: readonly string[], word: string): readonly Candidate[] {
  return values.filter((value) => value.startsWith(word)).map((insert) => ({ insert }));
}
