import { isGiven, readOptions } from '../../commands/getopt.ts';
import { bytesOf, textOf } from '../../files/bytes.ts';
import { failed, Output, type ShellProgram } from '../program.ts';

const OPTIONS = [
  { key: 'b', short: 'b', long: 'bytes', argument: 'required' },
  { key: 'c', short: 'c', long: 'characters', argument: 'required' },
  { key: 'f', short: 'f', long: 'fields', argument: 'required' },
  { key: 'd', short: 'd', long: 'delimiter', argument: 'required' },
  { key: 'o', long: 'output-delimiter', argument: 'required' },
  { key: 'complement', long: 'complement' },
  { key: 's', short: 's', long: 'only-delimited' },
  { key: 'n', short: 'n' },
  { key: 'z', short: 'z', long: 'zero-terminated' },
] as const;

/** From one place of a line to another, both counted from 1 and included. */
type Span = readonly [from: number, to: number];

/** Prints parts of lines. Characters are bytes, as they are to GNU. Models coreutils 9.1. */
export const cut: ShellProgram = {
  name: 'cut',
  start(parameters, context) {
    const complain = (text: string) => failed(`cut: ${text}\nTry 'cut --help' for more information.\n`);
    const read = readOptions('cut', parameters, OPTIONS);
    if (!read.ok) return complain(read.message.replace(/^cut: /, ''));
    const has = (key: string): boolean => isGiven(read.given, key);
    const value = (key: string) => read.given.filter((one) => one.key === key).at(-1)?.value ?? null;
    const lists = read.given.filter(({ key }) => key === 'b' || key === 'c' || key === 'f');
    const [list] = lists;
    if (list === undefined) return complain('you must specify a list of bytes, characters, or fields');
    if (lists.length > 1) return complain('only one list may be specified');
    const isFields = list.key === 'f';
    const delimiter = value('d');
    if (delimiter !== null && !isFields)
      return complain('an input delimiter may be specified only when operating on fields');
    if (has('s') && !isFields)
      return complain('suppressing non-delimited lines makes sense\n\tonly when operating on fields');
    if (delimiter !== null && [...delimiter].length > 1) return complain('the delimiter must be a single character');
    const spans = spansOf(list.value ?? '', isFields);
    if (typeof spans === 'string') return complain(spans);
    const chosen = has('complement') ? complementOf(spans) : spans;
    const between = delimiter === null ? '\t' : delimiter || '\0';
    const joint = value('o');
    const end = has('z') ? '\0' : '\n';
    const output = new Output();
    for (const name of read.operands.length === 0 ? ['-'] : read.operands) {
      const kind = name === '-' ? 'file' : context.files.status(name)?.kind;
      const text = name === '-' ? context.stdin : kind === 'directory' ? null : context.files.read(name);
      if (text === null) {
        output.complain(`cut: ${name}: ${kind === 'directory' ? 'Is a directory' : 'No such file or directory'}\n`);
        continue;
      }
      if (text === '') continue;
      for (const line of (text.endsWith(end) ? text.slice(0, -1) : text).split(end)) {
        if (!isFields) output.print(bytesIn(line, chosen, joint ?? '') + end);
        else if (line.includes(between))
          output.print(
            partsIn(line.split(between), chosen)
              .flat()
              .join(joint ?? between) + end,
          );
        else if (!has('s')) output.print(line + end);
      }
    }
    return output.result();
  },
};

/** The places that a list names, in order and joined where they touch; a complaint when it is none. */
function spansOf(list: string, isFields: boolean): readonly Span[] | string {
  const spans: Span[] = [];
  for (const item of list.split(/[,\s]/)) {
    const [, from = '', dash = '', to = ''] = /^(\d*)(-?)(\d*)$/.exec(item) ?? [];
    if (item !== '' && from === '' && dash === '' && to === '')
      return /^[\d-]*$/.test(item)
        ? `invalid ${isFields ? 'field' : 'byte or character'} range`
        : `invalid ${isFields ? 'field value' : 'byte/character position'} ‘${item.replace(/^[\d-]*/, '')}’`;
    if (item === '-') return 'invalid range with no endpoint: -';
    if (item === '' || (Number(from) === 0 && from !== ''))
      return isFields ? 'fields are numbered from 1' : 'byte/character positions are numbered from 1';
    const first = from === '' ? 1 : Number(from);
    const last = dash === '' ? first : to === '' ? Number.POSITIVE_INFINITY : Number(to);
    if (last < first) return 'invalid decreasing range';
    spans.push([first, last]);
  }
  const merged: Span[] = [];
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    const before = merged.at(-1);
    if (before !== undefined && from <= before[1]) merged[merged.length - 1] = [before[0], Math.max(before[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

function complementOf(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  let next = 1;
  for (const [from, to] of spans) {
    if (from > next) out.push([next, from - 1]);
    next = to + 1;
  }
  return next === Number.POSITIVE_INFINITY ? out : [...out, [next, Number.POSITIVE_INFINITY]];
}

function partsIn<Part>(parts: readonly Part[], spans: readonly Span[]): readonly (readonly Part[])[] {
  return spans.map(([from, to]) => parts.slice(from - 1, to)).filter(({ length }) => length > 0);
}

function bytesIn(line: string, spans: readonly Span[], joint: string): string {
  return partsIn([...bytesOf(line)], spans)
    .map((bytes) => textOf(Uint8Array.from(bytes)))
    .join(joint);
}
