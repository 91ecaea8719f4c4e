import type { Pipeline } from './interpreter.ts';
import { literalName } from './rewrite.ts';

/**
 * The command lines of the other programs of a pipeline that `ps` stands in, as far as they are known before they run:
 * a word that is still to be expanded keeps its command out. None when `ps` is not one of the pipeline's own commands.
 */
export function besides({ commands }: Pipeline): readonly string[] {
  if (!commands.some((command) => literalName(command) === 'ps')) return [];
  return commands.flatMap((command) => {
    if (command.type !== 'SimpleCommand' || command.name === null || literalName(command) === 'ps') return [];
    const words = [command.name, ...command.args].map(({ parts }) => textOf(parts));
    return words.includes(null) ? [] : [words.join(' ')];
  });
}

function textOf(parts: readonly { readonly type: string }[]): string | null {
  let text = '';
  for (const part of parts) {
    if ('value' in part && typeof part.value === 'string') text += part.value;
    else if ('pattern' in part && typeof part.pattern === 'string') text += part.pattern;
    else if (part.type === 'DoubleQuoted' && 'parts' in part && Array.isArray(part.parts)) {
      const inside = textOf(part.parts);
      if (inside === null) return null;
      text += inside;
    } else return null;
  }
  return text;
}
