import type { Script, Statement, SyntaxNode } from './interpreter.ts';

/**
 * The variable by which a command learns whether its input (`i`) and output (`o`) are the terminal, and whether what it complains
 * of goes where its output goes (`j`, as of `2>&1`).
 */
export const TERMINAL_MARK = 'PORTSIDE_TTY';
/** Where `$RANDOM` comes from: the numbers are the same in every replay of a session. */
export const SEED = 'PORTSIDE_SEED';
/** What `$SECONDS` says: the world's time since the shell was opened. */
export const SECONDS = 'PORTSIDE_SECONDS';

/** Whose shell it is. */
export const VERSION = 'PORTSIDE_VERSION';

const RENAMED: Readonly<Record<string, string>> = { SECONDS, RANDOM: SEED, BASH_VERSION: VERSION };

interface Tree {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** Commands that the interpreter has built in and does otherwise, and what does them. */
const INSTEAD: Readonly<Record<string, string>> = { logout: 'exit', help: '/usr/bin/help' };

/** The next number of `$RANDOM`: C's example generator, in the shell's own arithmetic. */
export const RANDOM_EXPRESSION = `(((${SEED} = (${SEED} * 1103515245 + 12345) & 2147483647) >> 16) & 32767)`;

/**
 * Gives a script the world's chance and clock instead of the host's: `$RANDOM` becomes `random`, `$SECONDS` another variable;
 * a few commands give way to others.
 */
export function withWorldsClock<T>(script: T, random: unknown): T {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (!isTree(node)) return node;
    if (node.type === 'ParameterExpansion' && node.parameter === 'RANDOM' && node.operation === null) {
      return { type: 'ArithmeticExpansion', expression: { type: 'ArithmeticExpression', expression: random } };
    }
    if (node.type === 'ArithVariable' && node.name === 'RANDOM') return random;
    const changed = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
    if (node.type === 'ParameterExpansion') {
      changed.parameter = renamed(node.parameter);
      const { operation } = changed;
      if (isTree(operation) && operation.type === 'ErrorIfUnset')
        changed.operation = { ...operation, word: unsetWords(String(node.parameter), operation) };
    }
    if (node.type === 'ArithVariable') changed.name = renamed(node.name);
    // Arithmetic keeps its text to parse it once more; the tree is what counts now.
    if (node.type === 'ArithmeticExpression' && mentions(node.originalText)) delete changed.originalText;
    if (node.type === 'SimpleCommand' && Object.hasOwn(INSTEAD, literalName(node) ?? ''))
      changed.name = literal(INSTEAD[literalName(node) ?? ''] ?? '');
    return changed;
  };
  return visit(script) as T;
}

/** What `${name:?words}` says: bash puts the name before the words, and has words of its own. */
function unsetWords(name: string, { word, checkEmpty }: Tree): unknown {
  const parts = isTree(word) && Array.isArray(word.parts) ? word.parts.filter((part) => part?.value !== '') : [];
  const own = checkEmpty === true ? 'parameter null or not set' : 'parameter not set';
  const text = literal(`${name}: ${parts.length === 0 ? own : ''}`);
  return { ...text, parts: [...text.parts, ...parts] };
}

function renamed(name: unknown): unknown {
  return typeof name === 'string' && Object.hasOwn(RENAMED, name) ? RENAMED[name] : name;
}

function mentions(text: unknown): boolean {
  return typeof text === 'string' && /RANDOM|SECONDS/.test(text);
}

/** Tells the commands of a statement that ask for it what of theirs is the terminal. `asks` says who asks. */
export function withTerminal(statement: Statement, asks: (name: string) => boolean): Statement {
  const marked = (node: unknown, input: boolean, output: boolean, joins: boolean): unknown => {
    if (!isTree(node)) return node;
    const redirections = Array.isArray(node.redirections) ? node.redirections.filter(isTree) : [];
    const isIn = input && !redirections.some(takesInput);
    const isOut = output && !redirections.some(takesOutput);
    const isJoined = joined(redirections, joins);
    const statements = (nodes: unknown): unknown =>
      Array.isArray(nodes) ? nodes.map((each) => marked(each, isIn, isOut, isJoined)) : nodes;
    switch (node.type) {
      case 'Statement':
        return { ...node, pipelines: statements(node.pipelines) };
      case 'Pipeline': {
        const commands = Array.isArray(node.commands) ? node.commands : [];
        const last = commands.length - 1;
        const piped = Array.isArray(node.pipeStderr) ? node.pipeStderr : [];
        const both = (at: number): boolean => (at === last ? isJoined : piped[at] === true);
        const mark = (each: unknown, at: number) => marked(each, isIn && at === 0, isOut && at === last, both(at));
        return { ...node, commands: commands.map(mark) };
      }
      case 'SimpleCommand': {
        const name = literalName(node);
        const mark = `${isIn ? 'i' : ''}${isOut ? 'o' : ''}${isJoined ? 'j' : ''}`;
        if (name === null || mark === '' || !asks(name)) return node;
        const assignment = {
          type: 'Assignment',
          name: TERMINAL_MARK,
          value: literal(mark),
          append: false,
          array: null,
        };
        return {
          ...node,
          assignments: [...(Array.isArray(node.assignments) ? node.assignments : []), assignment],
        };
      }
      case 'If': {
        const clauses = Array.isArray(node.clauses) ? node.clauses.filter(isTree) : [];
        return {
          ...node,
          clauses: clauses.map(({ condition, body }) => ({
            condition: statements(condition),
            body: statements(body),
          })),
          elseBody: statements(node.elseBody),
        };
      }
      case 'For':
      case 'CStyleFor':
      case 'Group':
      case 'Subshell':
        return { ...node, body: statements(node.body) };
      case 'While':
      case 'Until':
        return { ...node, condition: statements(node.condition), body: statements(node.body) };
      default:
        return node;
    }
  };
  return marked(statement, true, true, false) as Statement;
}

/** Whether what is complained of goes where the output goes, behind redirections that are made from left to right. */
function joined(redirections: readonly Tree[], before: boolean): boolean {
  let [out, err] = before ? [1, 1] : [1, 2];
  for (const [index, redirection] of redirections.entries()) {
    const { operator, fd, target } = redirection;
    const own = index + 3;
    const to = isTree(target) && Array.isArray(target.parts) && isTree(target.parts[0]) ? target.parts[0].value : null;
    if (operator === '&>' || operator === '&>>') [out, err] = [own, own];
    else if (operator === '>&') {
      if (to !== '1' && to !== '2') return false;
      const place = to === '1' ? out : err;
      if (fd === 2) err = place;
      else out = place;
    } else if (typeof operator === 'string' && operator.startsWith('>')) {
      if (fd === 2) err = own;
      else if (fd === null || fd === 1) out = own;
    }
  }
  return out === err;
}

function takesInput(redirection: Tree): boolean {
  const operator = String(redirection.operator);
  return operator.startsWith('<') && (redirection.fd === null || redirection.fd === 0);
}

function takesOutput(redirection: Tree): boolean {
  const operator = String(redirection.operator);
  if (operator === '&>' || operator === '&>>') return true;
  if (operator === '>&') return false;
  return operator.startsWith('>') && (redirection.fd === null || redirection.fd === 1);
}

/** Whether a statement holds a command of one of these names that would run in the shell itself. */
export function runs(statement: unknown, names: readonly string[]): boolean {
  if (Array.isArray(statement)) return statement.some((each) => runs(each, names));
  if (!isTree(statement)) return false;
  if (statement.type === 'SimpleCommand' && names.includes(literalName(statement) ?? '')) return true;
  return Object.values(statement).some((value) => runs(value, names));
}

/** Commands that may define functions, arrays or attributes, or run a script that does. */
const DEFINING = new Set(
  '. source eval declare typeset local readonly unset read mapfile readarray getopts let set shopt export'.split(' '),
);

/** Whether a part of a script can change nothing of a shell but its plain variables, directory and status. */
export function definesNothing(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(definesNothing);
  if (!isTree(node)) return true;
  if (node.type === 'FunctionDef' || node.type === 'ArithAssignment' || node.operator === '=~') return false;
  if (node.type === 'Assignment' && (node.array !== null || String(node.name).includes('['))) return false;
  if (node.type === 'SimpleCommand' && node.name !== null) {
    const name = literalName(node);
    if (name === null || DEFINING.has(name)) return false;
  }
  return Object.values(node).every(definesNothing);
}

/** Functions that a script defines, the last of each name, ready to be defined again. */
export function functionsIn(script: unknown): ReadonlyMap<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    if (!isTree(node)) return;
    if (node.type === 'FunctionDef' && typeof node.name === 'string') found.set(node.name, node as never);
    for (const value of Object.values(node)) visit(value);
  };
  visit(script);
  return found;
}

/** A script of these statements. */
export function scriptOf(statements: readonly Statement[]): Script {
  return { type: 'Script', statements: [...statements] };
}

/** A command as a statement of its own. */
export function statementOf(command: SyntaxNode): Statement {
  return {
    type: 'Statement',
    pipelines: [{ type: 'Pipeline', commands: [command], negated: false }],
    operators: [],
    background: false,
  };
}

/** The first word of a simple command when it is plain text; null when it is made while it runs. */
export function literalName(node: unknown): string | null {
  if (!isTree(node) || !isTree(node.name)) return null;
  const parts = node.name.parts;
  const [part] = Array.isArray(parts) && parts.length === 1 ? parts : [];
  return isTree(part) && part.type === 'Literal' && typeof part.value === 'string' ? part.value : null;
}

function literal(value: string) {
  return { type: 'Word', parts: [{ type: 'Literal', value }] };
}

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
