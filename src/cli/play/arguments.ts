/** What `npm run play` was asked for. */
export type Asked =
  | { readonly kind: 'scenario' | 'base'; readonly name: string; readonly json: boolean }
  | { readonly kind: 'help' }
  /** What is wrong with the command line, in a sentence. */
  | { readonly kind: 'wrong'; readonly words: string };

export const HELP = `Usage: npm run -s play -- SCENARIO [--json]
       npm run -s play -- --base BASE [--json]

Types the lines of standard input into a shell on the node, one after the other, and prints what a terminal
would show. After a scenario or a lesson comes each task's state, and the score. Without a task, a base is a sandbox:
kubeadm (a control plane and two workers), kubeadm-node, lecture-node.

  --json   one JSON object instead: each line with its output and exit code, the tasks, the score
  --help   this text

Exit code: 0 when the scenario is solved, or in a sandbox; 1 when it is not; 2 when the arguments are wrong.
`;

/** Reads the arguments of the command line. */
export function readArguments(words: readonly string[]): Asked {
  const json = words.includes('--json');
  const rest = words.filter((word) => word !== '--json');
  if (rest.includes('--help') || rest.includes('-h')) return { kind: 'help' };
  const [first, second, third] = rest;
  if (first === undefined) return { kind: 'wrong', words: 'Say which scenario.' };
  if (first === '--base' || first.startsWith('--base=')) {
    const name = first === '--base' ? second : first.slice('--base='.length);
    if (name === undefined || name === '') return { kind: 'wrong', words: 'Say which base.' };
    return (first === '--base' ? third : second) === undefined
      ? { kind: 'base', name, json }
      : { kind: 'wrong', words: `What is "${rest.at(-1) ?? ''}"?` };
  }
  if (first.startsWith('-')) return { kind: 'wrong', words: `There is no option ${first}.` };
  if (second !== undefined) return { kind: 'wrong', words: `What is "${second}"?` };
  return { kind: 'scenario', name: first, json };
}
