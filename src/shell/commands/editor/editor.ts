import { isDirectory } from '#engine/host/files.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { NodeCommand } from '../../command.ts';
import { absolutePath } from '../../paths.ts';
import { complained, entered, notModelled } from '../answer.ts';

/** Directories that every node has, also while nothing stands in them. */
const ALWAYS = ['/', '/root', '/tmp', '/etc', '/var', '/opt', '/home'];

/** Options of editors that take a word of their own. */
const WITH_VALUE: Readonly<Record<string, readonly string[]>> = {
  nano: ['-T', '-r', '-o', '-s', '-Y'],
  vi: ['-c', '-u', '-S', '-T', '-i'],
};

const MANUAL = (name: string): string => `${name.toUpperCase()}(1)

NAME
       ${name} - edit a file

DESCRIPTION
       The file opens in the editor beside the terminal. What is saved there is
       on the node's disk; a file that is not there is made when it is first
       written. One file at a time.
`;

/** An editor's command: the file opens beside the terminal. */
function editor(name: string): NodeCommand {
  return {
    name,
    manual: MANUAL(name),
    run(parameters, { world, node, workingDirectory }) {
      const host = nodeNamed(world, node)?.host;
      if (host === undefined) return notModelled(`there is no node ${node}.`);
      if (parameters.includes('--version')) return notModelled(`${name} is the editor beside the terminal here.`);
      const files = operands(name, parameters);
      const [first, ...others] = files;
      if (first === undefined) return notModelled(`name a file to edit: ${name} FILE.`);
      if (others.length > 0) return notModelled(`${name} edits one file at a time here.`);
      const path = absolutePath(workingDirectory, first);
      if (first === '-') return notModelled('a text from standard input is not edited here.');
      if (isDirectory(host.files, path)) {
        return name === 'nano'
          ? complained(`"${path}" is a directory\n`)
          : notModelled(`${path} is a directory; ${name} edits files here.`);
      }
      const parent = path.slice(0, path.lastIndexOf('/')) || '/';
      if (!ALWAYS.includes(parent) && !isDirectory(host.files, parent)) {
        return notModelled(
          `${parent} is no directory, so ${name} could not write ${path}: make it with mkdir -p first.`,
        );
      }
      return entered({ kind: 'edit', node, path });
    },
  };
}

/** The files among an editor's words: no options, no `+12`. */
function operands(name: string, parameters: readonly string[]): readonly string[] {
  const withValue = WITH_VALUE[name === 'nano' ? 'nano' : 'vi'] ?? [];
  const files: string[] = [];
  for (let index = 0; index < parameters.length; index += 1) {
    const word = parameters[index] ?? '';
    if (word === '--') return [...files, ...parameters.slice(index + 1)];
    if (withValue.includes(word)) index += 1;
    else if (!/^[+-]./.test(word)) files.push(word);
  }
  return files;
}

export const EDITORS: readonly NodeCommand[] = ['vi', 'vim', 'view', 'nano'].map(editor);
