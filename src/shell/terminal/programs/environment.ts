import { failed, type ProgramResult, printed, type ShellProgram } from '../program.ts';

/** Prints the exported variables, or runs a program with others. Models coreutils 9.1. */
const env: ShellProgram = {
  name: 'env',
  start(parameters, context): ProgramResult | Promise<ProgramResult> {
    const words = [...parameters];
    let environment: Record<string, string> = { ...context.environment };
    while (words[0]?.startsWith('-') === true) {
      const word = words.shift() ?? '';
      if (word === '--') break;
      if (word === '-i' || word === '-' || word === '--ignore-environment') environment = {};
      else if (word === '-u') delete environment[words.shift() ?? ''];
      else if (word.startsWith('--unset=')) delete environment[word.slice('--unset='.length)];
      else return failed(`env: invalid option -- '${word.slice(1, 2)}'\nTry 'env --help' for more information.\n`, 125);
    }
    while (words[0]?.includes('=') === true) {
      const word = words.shift() ?? '';
      const name = word.slice(0, word.indexOf('='));
      environment = { ...environment, [name]: word.slice(name.length + 1) };
    }
    const [command] = words;
    if (command === undefined) return printed(listed(environment));
    if (!command.includes('/') && !context.has(command))
      return failed(`env: ‘${command}’: No such file or directory\n`, 127);
    return context.run(words, { environment });
  },
};

/** Prints variables by name. Models coreutils 9.1. */
const printenv: ShellProgram = {
  name: 'printenv',
  start(parameters, { environment }) {
    const names = parameters.filter((word) => !word.startsWith('-'));
    if (names.length === 0) return printed(listed(environment));
    const found = names.filter((name) => Object.hasOwn(environment, name));
    const stdout = found.map((name) => `${environment[name] ?? ''}\n`).join('');
    return { stdout, stderr: '', exitCode: found.length === names.length ? 0 : 1 };
  },
};

function listed(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .filter(([name]) => !name.startsWith('BASH_ALIAS_'))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

export const ENVIRONMENT: readonly ShellProgram[] = [env, printenv];
