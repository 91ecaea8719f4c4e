import { isObject, type Json } from '#engine/json.ts';
import { utf8Bytes } from '#engine/pki/bytes.ts';
import { goJson, sortedJson } from '../json.ts';
import type { PathNode } from './parse.ts';

/** What a template found, one list for each of its steps; or why it found nothing. */
export type Found =
  | { readonly ok: true; readonly results: readonly (readonly Json[])[] }
  | { readonly ok: false; readonly error: string };

class EvaluationError extends Error {}

/** How missing fields are met. */
export interface Tolerance {
  readonly allowMissingKeys: boolean;
}

/** Applies a template to a value. Models FindResults and its walk in client-go/util/jsonpath/jsonpath.go, v0.36. */
export function findResults(nodes: readonly PathNode[], value: Json, tolerance: Tolerance): Found {
  try {
    const run = new Evaluation(tolerance.allowMissingKeys);
    return { ok: true, results: run.template(nodes, 0, value).results };
  } catch (error) {
    if (error instanceof EvaluationError) return { ok: false, error: error.message };
    throw error;
  }
}

/** The text that results make: a list's items are parted by spaces, objects are JSON. */
export function resultsText(results: readonly (readonly Json[])[]): string {
  return results.map((items) => items.map(valueText).join(' ')).join('');
}

/** A value as Go prints it: text bare, objects and lists as JSON. */
export function valueText(value: Json): string {
  if (typeof value === 'object' && value !== null) return goJson(JSON.stringify(sortedJson(value)));
  return value === null ? '<nil>' : goText(value);
}

/** A scalar as Go's `%v` has it. */
export function goText(value: string | number | boolean): string {
  return typeof value === 'number' && !Number.isInteger(value)
    ? String(value).replace(/e([-+])(\d)$/, 'e$10$2')
    : String(value);
}

/** So many values a template may go through: `..` within `..` grows without bounds. */
const MOST_FOUND = 200_000;

class Evaluation {
  private readonly allowMissing: boolean;
  private found = 0;

  constructor(allowMissing: boolean) {
    this.allowMissing = allowMissing;
  }

  /** Steps of a template from one on, until its end or the `end` of the range that it stands in. */
  template(
    nodes: readonly PathNode[],
    from: number,
    value: Json | undefined,
    inRange = false,
  ): { readonly results: readonly (readonly Json[])[]; readonly stoppedAt: number } {
    const all: (readonly Json[])[] = [];
    let at = from;
    for (; at < nodes.length; at += 1) {
      const node = nodes[at];
      if (node === undefined) break;
      const word = keyword(node);
      if (word === 'end') {
        if (!inRange) throw new EvaluationError('not in range, nothing to end');
        return { results: all, stoppedAt: at };
      }
      const found = this.walk(value === undefined ? [] : [value], node);
      if (word !== 'range') {
        all.push(found);
        continue;
      }
      let stop = nodes.length;
      const items: readonly (Json | undefined)[] = found.length === 0 ? [undefined] : found;
      for (const item of items) {
        const inner = this.template(nodes, at + 1, item, true);
        if (found.length > 0) all.push(...inner.results);
        stop = inner.stoppedAt;
      }
      at = stop;
    }
    return { results: all, stoppedAt: at };
  }

  private walk(input: readonly Json[], node: PathNode): readonly Json[] {
    this.found += input.length;
    if (this.found > MOST_FOUND) throw new EvaluationError(`more than ${MOST_FOUND} results`);
    switch (node.is) {
      case 'list':
        return node.nodes.reduce<readonly Json[]>((values, inner) => this.walk(values, inner), input);
      case 'text':
        return [node.text];
      case 'value':
        return input.map(() => node.value);
      case 'field':
        return this.field(input, node.name);
      case 'wildcard':
        return input.flatMap(childrenOf);
      case 'recursive':
        return input.flatMap((value) => this.recursive(value));
      case 'word':
        if (node.name === 'range') return input;
        if (node.name === 'end') return [];
        throw new EvaluationError(`unrecognized identifier ${node.name}`);
      case 'union':
        return node.branches.flatMap((branch) => this.walk(input, branch));
      case 'slice':
        return input.flatMap((value) => sliceOf(value, node));
      case 'filter':
        return input.flatMap((value) => this.filter(value, node));
    }
  }

  private field(input: readonly Json[], name: string): readonly Json[] {
    if (input.length === 0) return [];
    const found = input.flatMap((value) => {
      const inner = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
      return inner === undefined ? [] : [inner];
    });
    if (found.length === 0 && !this.allowMissing) throw new EvaluationError(`${name} is not found`);
    return found;
  }

  private recursive(value: Json): readonly Json[] {
    this.found += 1;
    if (this.found > MOST_FOUND) throw new EvaluationError(`more than ${MOST_FOUND} results`);
    const children = childrenOf(value);
    return children.length === 0 ? [] : [value, ...children.flatMap((child) => this.recursive(child))];
  }

  private filter(value: Json, node: PathNode & { readonly is: 'filter' }): readonly Json[] {
    if (!isList(value)) throw new EvaluationError(`${valueText(value)} is not array or slice and cannot be filtered`);
    return value.filter((item) => {
      if (node.operator === 'exists') return this.tolerant([item], node.left).length > 0;
      const left = single(this.walk([item], node.left));
      const right = left === undefined ? undefined : single(this.walk([item], node.right));
      return left !== undefined && right !== undefined && compare(left, node.operator, right);
    });
  }

  /** An existence check finds nothing where others complain. */
  private tolerant(input: readonly Json[], node: PathNode): readonly Json[] {
    try {
      return this.walk(input, node);
    } catch (error) {
      if (error instanceof EvaluationError) return [];
      throw error;
    }
  }
}

/** `range` or `end` when a step holds that word. */
function keyword(node: PathNode): string {
  if (node.is !== 'list') return '';
  const words = node.nodes.flatMap((inner) => (inner.is === 'word' ? [inner.name] : []));
  return words.find((word) => word === 'range' || word === 'end') ?? '';
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function childrenOf(value: Json): readonly Json[] {
  if (isList(value)) return value;
  if (isObject(value))
    return Object.keys(value)
      .sort()
      .map((key) => value[key] ?? null);
  // A text's children are its bytes.
  return typeof value === 'string' ? Array.from(utf8Bytes(value), (byte) => byte.charCodeAt(0)) : [];
}

function sliceOf(value: Json, node: PathNode & { readonly is: 'slice' }): readonly Json[] {
  if (value === null) return [];
  if (!isList(value)) throw new EvaluationError(`${goType(value)} is not array or slice`);
  const { length } = value;
  let from = node.from ?? 0;
  if (from < 0) from += length;
  let to = node.to ?? length;
  if (to < 0 || (to === 0 && node.derived)) to += length;
  if (from === to) return [];
  const outside = (index: number) => new EvaluationError(`array index out of bounds: index ${index}, length ${length}`);
  if (from >= length || from < 0) throw outside(from);
  if (to > length || to < 0) throw outside(to - 1);
  if (from > to) throw new EvaluationError(`starting index ${from} is greater than ending index ${to}`);
  if (node.step !== null && node.step <= 0) throw new EvaluationError('step must be > 0');
  const step = node.step ?? 1;
  return value.slice(from, to).filter((_item, index) => index % step === 0);
}

function goType(value: Json): string {
  if (isObject(value)) return 'map[string]interface {}';
  return typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : 'int64';
}

function single(values: readonly Json[]): Json | undefined {
  if (values.length > 1) throw new EvaluationError('can only compare one element at a time');
  return values[0];
}

function compare(left: Json, operator: string, right: Json): boolean {
  const kinds = [left, right].map((value) => typeof value);
  if (kinds[0] !== kinds[1] || left === null || typeof left === 'object') {
    throw new EvaluationError(
      typeof left === 'object' ? 'invalid type for comparison' : 'incompatible types for comparison',
    );
  }
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return right !== null && left < right;
    case '>':
      return right !== null && left > right;
    case '<=':
      return right !== null && left <= right;
    case '>=':
      return right !== null && left >= right;
    default:
      throw new EvaluationError(`unrecognized filter operator ${operator}`);
  }
}
