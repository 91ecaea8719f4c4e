import { failed, type ProgramContext, type ProgramResult, printed, type ShellProgram } from '../program.ts';
import { jqProgram } from './jqProgram.ts';
import { jsonFault } from './jsonFault.ts';

/** A command line of jq taken apart, as far as its answers to mistakes need it. */
interface Line {
  readonly options: readonly string[];
  readonly program: string | null;
  readonly files: readonly string[];
  readonly has: (letter: string, long: string) => boolean;
}

/** How many words follow an option. */
const FOLLOWED: Readonly<Record<string, number>> = {
  '--arg': 2,
  '--argjson': 2,
  '--slurpfile': 2,
  '--rawfile': 2,
  '--indent': 1,
};
const LONG =
  'null-input raw-input slurp compact-output color-output monochrome-output raw-output join-output ascii-output sort-keys exit-status tab arg argjson slurpfile rawfile indent args jsonargs unbuffered stream seq from-file version help'
    .split(' ')
    .map((name) => `--${name}`);

const USAGE = `jq - commandline JSON processor [version 1.6]

Usage:	jq [options] <jq filter> [file...]
	jq [options] --args <jq filter> [strings...]
	jq [options] --jsonargs <jq filter> [JSON_TEXTS...]

jq is a tool for processing JSON inputs, applying the given filter to
its JSON text inputs and producing the filter's results as JSON on
standard output.

The simplest filter is ., which copies jq's input to its output
unmodified (except for formatting, but note that IEEE754 is used
for number representation internally, with all that that implies).

For more advanced filters see the jq(1) manpage ("man jq")
and/or https://stedolan.github.io/jq

Example:

	$ echo '{"foo": 0}' | jq .
	{
		"foo": 0
	}

For a listing of options, use jq --help.
`;

/** Filters JSON: the interpreter's jq, with the real one's words for what is wrong with the input or the filter. Models jq 1.6. */
export const jq: ShellProgram = {
  name: 'jq',
  async start(parameters, context) {
    const line = taken(parameters);
    if (line.has('V', '--version')) return printed('jq-1.6\n');
    if (line.has('h', '--help')) return printed(USAGE);
    const unknown = line.options.find((word) => /^--./.test(word) && !LONG.includes(word));
    if (unknown !== undefined)
      return failed(
        `jq: Unknown option ${unknown}\nUse jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://stedolan.github.io/jq\n`,
        2,
      );
    if (line.program === null) return failed(USAGE, 2);
    const read = jqProgram(line.program);
    if ('refused' in read) return failed(`portside: ${read.refused}\n`);
    const words = [
      ...line.options.filter((word) => !/^--(?:unbuffered|monochrome-output)$|^-M$/.test(word)),
      read.program,
    ];
    const missing = line.files.filter(
      (name) => context.files.read(name) === null && context.files.status(name) === null,
    );
    const isRaw = line.has('n', '--null-input') || line.has('R', '--raw-input');
    if (isRaw || missing.length > 0) return said(await context.original([...words, ...line.files]), line, context);
    const text =
      line.files.length === 0 ? context.stdin : line.files.map((name) => context.files.read(name) ?? '').join('\n');
    const fault = /\/dev\/fd\//.test(line.files.join(' ')) ? null : jsonFault(text);
    if (fault === null) return said(await context.original([...words, ...line.files]), line, context);
    const before =
      fault.before.trim() === '' || line.has('s', '--slurp')
        ? printed('')
        : await context.run(['jq', ...line.options, line.program], { stdin: fault.before });
    return { stdout: before.stdout, stderr: `${before.stderr}${fault.message}\n`, exitCode: 4 };
  },
};

function taken(parameters: readonly string[]): Line {
  const options: string[] = [];
  const operands: string[] = [];
  for (let at = 0; at < parameters.length; at += 1) {
    const word = parameters[at] ?? '';
    if (!/^-./.test(word)) operands.push(word);
    else if (word !== '--') {
      const more = FOLLOWED[word] ?? 0;
      options.push(word, ...parameters.slice(at + 1, at + 1 + more));
      at += more;
    }
  }
  const [program = null, ...files] = operands;
  const has = (letter: string, long: string): boolean =>
    options.some((word) => word === long || new RegExp(`^-[A-Za-z]*${letter}`).test(word));
  return { options, program, files, has };
}

/** The interpreter's complaints in jq's words. */
function said(result: ProgramResult, { program, files, has }: Line, context: ProgramContext): ProgramResult {
  const [, wrong] = /^jq: (?:parse )?error: ([\s\S]*)\n$/.exec(result.stderr) ?? [];
  const [, file] = /^jq: (?!error)(.*): [Nn]o such file or directory$/m.exec(result.stderr) ?? [];
  if (file !== undefined)
    return { ...result, stderr: `jq: error: Could not open file ${file}: No such file or directory\n`, exitCode: 2 };
  if (wrong === undefined) return result;
  const compile = (what: string): ProgramResult => ({
    ...result,
    stderr: `jq: error: ${what} at <top-level>, line 1:\n${program ?? ''}\njq: 1 compile error\n`,
    exitCode: 3,
  });
  const [, name] = /^Unknown function: (.*)$/.exec(wrong) ?? [];
  if (name !== undefined) return compile(`${name}/${parametersOf(name, program ?? '')} is not defined`);
  const [, token] = /^Unexpected token (\w+)/.exec(wrong) ?? [];
  if (token !== undefined || /^(Expected|Unterminated|Unexpected character)/.test(wrong))
    return compile(
      `syntax error, unexpected ${token === undefined || token === 'EOF' ? '$end' : (SIGNS[token] ?? 'INVALID_CHARACTER')} (Unix shell quoting issues?)`,
    );
  const text = files.length === 0 ? context.stdin : (context.files.read(files[0] ?? '') ?? '');
  const place = has('n', '--null-input') ? '<unknown>' : `${files[0] ?? '<stdin>'}:${text.split('\n').length - 1}`;
  return { ...result, stderr: `jq: error (at ${place}): ${wrong}\n`, exitCode: 5 };
}

/** The interpreter's names of tokens, and how bison names them in jq. */
const SIGNS: Readonly<Record<string, string>> = {
  PIPE: "'|'",
  COMMA: "','",
  SEMICOLON: "';'",
  COLON: "':'",
  RPAREN: "')'",
  RBRACKET: "']'",
  RBRACE: "'}'",
  LBRACKET: "'['",
  LBRACE: "'{'",
  STRING: 'QQSTRING_START',
  IDENT: 'IDENT',
  NUMBER: 'LITERAL',
};

/** How many parameters the first call of a name has. */
function parametersOf(name: string, program: string): number {
  const at = program.indexOf(`${name}(`);
  if (at < 0) return 0;
  let [depth, count] = [0, 1];
  for (const char of program.slice(at + name.length)) {
    if ('([{'.includes(char)) depth += 1;
    if (')]}'.includes(char)) depth -= 1;
    if (char === ';' && depth === 1) count += 1;
    if (depth === 0) break;
  }
  return count;
}
