import { isObject, type Json } from '#engine/json.ts';
import { scalarText } from '../../commands/kubectl/print/yamlScalar.ts';
import { readDocuments } from '../../commands/kubectl/write/manifest/documents.ts';
import { failed, type ProgramContext, type ProgramResult, type ShellProgram } from '../program.ts';

/** What was asked of yq. */
interface Asked {
  readonly expression: string;
  readonly names: readonly string[];
  readonly isInPlace: boolean;
  readonly output: 'yaml' | 'json';
  readonly indent: number;
  readonly isRaw: boolean;
  readonly isNull: boolean;
}

/**
 * mikefarah's yq for the expressions that it shares with jq, which answers them. Comments and the style of a text are not
 * kept by `-i`. Models yq v4.
 */
export const yq: ShellProgram = {
  name: 'yq',
  async start(parameters, context) {
    const asked = read(parameters);
    if (typeof asked === 'string') return failed(asked);
    const names = asked.names.length === 0 && !asked.isNull ? ['-'] : asked.names;
    let stdout = '';
    for (const name of asked.isNull ? ['-'] : names) {
      const text = asked.isNull ? 'null' : name === '-' ? context.stdin : context.files.read(name);
      if (text === null) return failed(`Error: open ${name}: no such file or directory\n`, 1, stdout);
      const result = await answered(text, name, asked, context);
      if (result.exitCode !== 0) return { ...result, stdout };
      if (asked.isInPlace && name !== '-') {
        context.apply({ type: 'write', node: context.node, path: context.files.absolute(name), text: result.stdout });
      } else stdout += result.stdout;
    }
    return { stdout, stderr: '', exitCode: 0 };
  },
};

function read(parameters: readonly string[]): Asked | string {
  let [isInPlace, output, isRaw, isNull, indent]: [boolean, Asked['output'], boolean, boolean, number] = [
    false,
    'yaml',
    true,
    false,
    2,
  ];
  const operands: string[] = [];
  const words = [...parameters];
  while (words.length > 0) {
    const word = words.shift() ?? '';
    const format = /^(?:-o|--output-format)=?(.*)$/.exec(word);
    if (format !== null) {
      const name = format[1] === '' ? (words.shift() ?? '') : (format[1] ?? '');
      if (!/^(json|j|yaml|y|auto|a)$/.test(name)) return `Error: unknown format "${name}" please use [yaml|json]\n`;
      output = name.startsWith('j') ? 'json' : 'yaml';
    } else if (word === '-i' || word === '--inplace') isInPlace = true;
    else if (word === '-j' || word === '--tojson') output = 'json';
    else if (word === '-r' || word === '--unwrapScalar' || word === '--unwrapScalar=true') isRaw = true;
    else if (word === '--unwrapScalar=false' || word === '-r=false') isRaw = false;
    else if (word === '-n' || word === '--null-input') isNull = true;
    else if (/^(-I|--indent)=?\d*$/.test(word)) indent = Number(/\d+$/.exec(word)?.[0] ?? words.shift() ?? 2);
    else if (/^(-P|--prettyPrint|-C|-M|--no-colors|--colors|-N|--no-doc)$/.test(word)) continue;
    else if (word === '-p' || word === '--input-format') words.shift();
    else if (/^-./.test(word)) return `portside: yq ${word} is not modelled\n`;
    else operands.push(word);
  }
  if (operands[0] === 'eval' || operands[0] === 'e') operands.shift();
  // A single operand that names a file is one: `yq FILE` prints it.
  const [first = '.', ...names] = operands;
  const isFile = operands.length === 1 && /\.(ya?ml|json|conf)$/.test(first);
  return {
    expression: isFile ? '.' : first,
    names: isFile ? [first] : names,
    isInPlace,
    output,
    indent,
    isRaw,
    isNull,
  };
}

/** One text's answer: each document is asked on its own. */
async function answered(text: string, name: string, asked: Asked, context: ProgramContext): Promise<ProgramResult> {
  const { values, error } = readDocuments(text);
  if (error !== null)
    return failed(`Error: bad file '${name}': ${error.replace(/^error converting YAML to JSON: /, '')}\n`);
  const documents: string[] = [];
  for (const value of values.length === 0 ? [null] : values) {
    const result = await context.run(['jq', '-c', asked.expression], { stdin: JSON.stringify(value) });
    if (result.exitCode !== 0) return failed(`Error: ${result.stderr.replace(/^jq: (error: )?/, '')}`);
    const answers = result.stdout.split('\n').filter((line) => line !== '');
    documents.push(answers.map((line) => printed(JSON.parse(line) as Json, asked)).join(''));
  }
  return { stdout: documents.join(asked.output === 'yaml' ? '---\n' : ''), stderr: '', exitCode: 0 };
}

function printed(value: Json, { output, indent, isRaw }: Asked): string {
  if (typeof value === 'string' && isRaw) return `${value}\n`;
  if (output === 'json') return `${JSON.stringify(value, null, indent)}\n`;
  return lines(value, 0, indent)
    .map((line) => `${line}\n`)
    .join('');
}

/** A value as YAML in the order of its keys, lists set in. */
function lines(value: Json, depth: number, indent: number): readonly string[] {
  const margin = ' '.repeat(depth * indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${margin}[]`];
    return value.flatMap((item) => {
      const [first = '', ...rest] = lines(item, depth + 1, indent);
      return [`${margin}- ${first.trimStart()}`, ...rest];
    });
  }
  if (!isObject(value)) return [`${margin}${scalar(value, depth * indent)}`];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${margin}{}`];
  return entries.flatMap(([key, item]) => {
    const name = scalar(key, depth * indent, true);
    const isEmpty = (Array.isArray(item) && item.length === 0) || (isObject(item) && Object.keys(item).length === 0);
    if ((!Array.isArray(item) && !isObject(item)) || isEmpty) {
      const text = Array.isArray(item) ? '[]' : isObject(item) ? '{}' : scalar(item, (depth + 1) * indent);
      return [`${margin}${name}: ${text}`];
    }
    return [`${margin}${name}:`, ...lines(item, depth + 1, indent)];
  });
}

/** A scalar on one line, however long, unless it has several. */
function scalar(value: Json, indent: number, isKey = false): string {
  return scalarText(value, { column: Number.NEGATIVE_INFINITY, indent, isKey });
}
