/** A program of jq as the interpreter's takes it, or what it would do otherwise without saying so. */
export type JqProgram = { readonly program: string } | { readonly refused: string };

const STEP = String.raw`\.[A-Za-z_]\w*|\.?\["[^"\\]*"\]|\."[^"\\]*"|\.?\[-?\d+\]`;
const PATH = new RegExp(`^(?:${STEP})+$`);
const ASSIGNMENT = /^(?:=(?!=)|[|+*/%-]=(?!=)|\/\/=)/;

/** A program with its strings' contents made dull: they keep their place and lose what could be taken for the program's own signs. */
function withoutStrings(program: string): string {
  return program.replace(/"(?:[^"\\]|\\[\s\S])*"/g, (text) => `"${'_'.repeat(text.length - 2)}"`);
}

/** Puts something else in place of each call of a function, by its argument; null: it cannot be said. */
function instead(program: string, name: string, text: (argument: string) => string | null): string | null {
  const at = withoutStrings(program).search(new RegExp(`\\b${name}\\s*\\(`));
  if (at < 0) return program;
  const from = program.indexOf('(', at) + 1;
  const end = from + closing(withoutStrings(program).slice(from), /^$/);
  const [made, rest] = [text(program.slice(from, end)), instead(program.slice(end + 1), name, text)];
  return made === null || rest === null ? null : program.slice(0, at) + made + rest;
}

/** `del(.a, .b)`: one after the other. */
function deletions(argument: string): string | null {
  const bare = withoutStrings(argument);
  const paths: string[] = [];
  for (let from = 0; from <= bare.length; ) {
    const end = from + closing(bare.slice(from), /^,/);
    paths.push(argument.slice(from, end).trim());
    from = end + 1;
  }
  if (paths.length === 1 && !/[|]|\bselect\b/.test(bare)) return `del(${argument})`;
  return paths.every((path) => PATH.test(path) && !/\[-?\d/.test(path))
    ? `(${paths.map((path) => `del(${path})`).join(' | ')})`
    : null;
}

const LATER = 'of places that are searched for is not modelled';

/**
 * Writes what sets a value below something that may not be there as `setpath`, since the interpreter's jq sets null then, puts
 * right what else it does otherwise, and refuses updates of places that are searched for. The rest stays as it is.
 */
export function jqProgram(text: string): JqProgram {
  const letters = text.replace(/(?<!\\)\\u([0-9a-fA-F]{4})/g, (all, code: string) =>
    Number.parseInt(code, 16) < 0x80 ? all : String.fromCharCode(Number.parseInt(code, 16)),
  );
  const deleted = instead(letters, 'del', deletions);
  const program =
    deleted && instead(deleted, 'group_by', (argument) => `(sort_by(${argument}) | group_by(${argument}))`);
  if (program === null) return { refused: `jq: del ${LATER}` };
  const bare = withoutStrings(program);
  if (instead(program, 'path', (argument) => (PATH.test(argument.trim()) ? '' : null)) === null)
    return { refused: `jq: the path ${LATER}` };
  for (let at = 0; at < bare.length; at += 1) {
    if (bare[at] === '"') at = bare.indexOf('"', at + 1);
    // A string that never ends is the interpreter's to complain of.
    if (at < 0) break;
    const operator = ASSIGNMENT.exec(bare.slice(at))?.[0];
    if (operator === undefined || /[=!<>]/.test(bare[at - 1] ?? '')) continue;
    const from = opening(bare, at);
    const left = program.slice(from, at).trim();
    if (/[)|]$/.test(left) || /^\(/.test(left)) return { refused: `jq: an update ${LATER}` };
    const steps = PATH.test(left) ? (left.match(new RegExp(STEP, 'g')) ?? []) : [];
    if (steps.length < 2) {
      at += operator.length - 1;
      continue;
    }
    const start = at + operator.length;
    const end = start + closing(bare.slice(start), /^(?:\|(?!=)|,|;|(?:then|else|elif|end)\b)/);
    const right = jqProgram(program.slice(start, end).trim());
    const rest = jqProgram(program.slice(end));
    if ('refused' in right) return right;
    if ('refused' in rest) return rest;
    const path = `[${steps.map(segment).join(',')}]`;
    const value =
      operator === '='
        ? right.program
        : `getpath(${path}) ${operator === '|=' ? '|' : operator.slice(0, -1)} (${right.program})`;
    return { program: `${program.slice(0, from)} setpath(${path}; ${value})${rest.program}` };
  }
  return { program };
}

/** `"a"` or `0` for `.a`, `."a"`, `["a"]`, `[0]`. */
function segment(step: string): string {
  const inside = step.replace(/^\.?\[?|\]$/g, '');
  return /^("|-?\d)/.test(inside) ? inside : `"${inside}"`;
}

/** Where what an operator takes on its left begins. */
function opening(bare: string, at: number): number {
  let depth = 0;
  for (let from = at - 1; from >= 0; from -= 1) {
    const char = bare[from] ?? '';
    if (')]}'.includes(char)) depth += 1;
    else if ('([{'.includes(char)) {
      if (depth === 0) return from + 1;
      depth -= 1;
    } else if (depth === 0 && '|,;:'.includes(char)) return from + 1;
    else if (
      depth === 0 &&
      /\b(then|else|elif|if|and|or|as|in|reduce|try)\s*$/.test(bare.slice(0, from + 1)) &&
      /\s/.test(bare[from + 1] ?? '')
    )
      return from + 1;
  }
  return 0;
}

/** Where what begins here ends: at the bracket around it, or at a sign of `ends`. */
function closing(bare: string, ends: RegExp): number {
  let depth = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const char = bare[at] ?? '';
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && ends.test(bare.slice(at))) return at;
  }
  return bare.length;
}
