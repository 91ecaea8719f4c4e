import type { Json } from '../../json.ts';
import { type Field, type FieldType, inner, type Struct } from '../fields/field.ts';
import { fieldsOf } from '../fields/leaves.ts';
import { formatDuration, parseDuration } from '../go/duration.ts';
import { parseQuantity, QUANTITY_ERROR } from '../go/quantity.ts';
import { goQuote } from '../go/quote.ts';
import { timeError } from '../go/time.ts';
import { compactJson } from './compactJson.ts';
import { type Entry, type MapNode, type Span, sortedEntries, type Tree } from './tree.ts';

/** A value that somebody wrote at a leaf of the configuration. */
export interface Written {
  readonly value: Json;
  readonly span: Span;
}

/** An error or remark about a stretch of the text. */
export interface Remark {
  readonly message: string;
  readonly span: Span;
}

/** What Go's JSON decoder makes of a tree: the leaves by field path, the keys no field has, the error if any. */
export interface Unmarshalled {
  readonly written: ReadonlyMap<string, Written>;
  readonly unknown: readonly Remark[];
  readonly error: Remark | null;
}

export interface UnmarshalOptions {
  readonly minor: number;
  /** encoding/json finds fields in any case; the strict decoder of the main file does not. */
  readonly anyCase: boolean;
  /** Keys as they stand in a JSON file, not sorted as YAML turned into JSON has them. */
  readonly inTextOrder?: boolean;
}

/**
 * Decodes a tree into a Go struct. A wrong type is remembered, and decoding goes on; text that a type refuses itself
 * (a duration, a quantity) ends it at once, and that error wins. Models sigs.k8s.io/json and encoding/json.
 */
export function unmarshal(tree: Tree, struct: Struct, options: UnmarshalOptions): Unmarshalled {
  const decoder = new Decoder(options);
  decoder.top(tree, struct);
  return { written: decoder.written, unknown: decoder.unknown, error: decoder.fatal ?? decoder.saved };
}

/** Which field a decode error names: the struct it belongs to, and the path from the top. */
interface Owner {
  readonly struct: string;
  readonly path: string;
}

class Decoder {
  readonly written = new Map<string, Written>();
  readonly unknown: Remark[] = [];
  saved: Remark | null = null;
  fatal: Remark | null = null;
  private readonly options: UnmarshalOptions;

  constructor(options: UnmarshalOptions) {
    this.options = options;
  }

  top(tree: Tree, struct: Struct): void {
    if (tree.kind === 'map') this.struct(tree, struct, '', '');
    else if (tree.kind !== 'null') this.wrongType(tree, null, struct.go);
  }

  /** A struct laid out into leaves. `path` names fields, `strictPath` is the same as the strict decoder tells it. */
  private struct(map: MapNode, struct: Struct, path: string, strictPath: string): void {
    for (const entry of this.entries(map)) {
      if (this.fatal !== null) return;
      const field = this.fieldOf(struct, entry.key);
      const strict = join(strictPath, entry.key);
      if (field === null) {
        this.unknown.push({ message: `unknown field ${goQuote(strict)}`, span: entry.keySpan });
        continue;
      }
      const at = join(path, field.name);
      const nested = inner(field);
      const told = field.embedded === undefined ? at : join(join(path, field.embedded), field.name);
      if (nested === null) this.leaf(entry, field, at, { struct: struct.name, path: told }, strict);
      else if (entry.value.kind === 'map') this.struct(entry.value, nested, at, strict);
      else if (entry.value.kind !== 'null') this.wrongType(entry.value, { struct: struct.name, path: at }, nested.go);
    }
  }

  private leaf(entry: Entry, field: Field, path: string, owner: Owner, strict: string): void {
    const span = { from: entry.keySpan.from, to: Math.max(entry.keySpan.to, entry.value.span.to) };
    const value = this.value(entry.value, field.type, field, owner, strict);
    if (value !== undefined) this.written.set(path, { value, span });
  }

  private entries(map: MapNode): readonly Entry[] {
    return this.options.inTextOrder === true ? map.entries : sortedEntries(map);
  }

  private fieldOf(struct: Struct, key: string): Field | null {
    const known = fieldsOf(struct, this.options.minor);
    const exact = known.get(key);
    if (exact !== undefined || !this.options.anyCase) return exact ?? null;
    const lower = key.toLowerCase();
    return [...known.values()].find((field) => field.name.toLowerCase() === lower) ?? null;
  }

  /** A value of a type, `undefined` when it was refused. Null means "not set". */
  private value(tree: Tree, type: FieldType, field: Field | null, owner: Owner, strict: string): Json | undefined {
    if (tree.kind === 'null') return this.nothing(tree, type, field);
    if (typeof type !== 'string') return this.compound(tree, type, field, owner, strict);
    switch (type) {
      case 'bool':
        return tree.kind === 'bool' ? tree.value : this.wrongType(tree, owner, field?.go ?? 'bool');
      case 'string':
        return tree.kind === 'string' ? tree.value : this.wrongType(tree, owner, field?.go ?? 'string');
      case 'duration':
        return tree.kind === 'string' ? this.duration(tree.value, tree.span) : this.abortType(tree, owner, 'string');
      case 'time-or-duration':
        return this.timeOrDuration(tree);
      case 'time':
        return tree.kind === 'string' ? this.time(tree.value, tree.span) : this.abortType(tree, owner, 'string');
      case 'quantity':
        return this.quantity(tree);
      case 'float64':
        return tree.kind === 'number' ? tree.value : this.wrongType(tree, owner, 'float64');
      default:
        return this.integer(tree, type, field?.go ?? type, owner);
    }
  }

  private nothing(tree: Tree, type: FieldType, field: Field | null): Json | undefined {
    if (type === 'duration' && field?.presence === 'value') return this.abort('time: invalid duration ""', tree.span);
    return type === 'quantity' ? '0' : null;
  }

  private compound(
    tree: Tree,
    type: Exclude<FieldType, string>,
    field: Field | null,
    owner: Owner,
    strict: string,
  ): Json | undefined {
    const go = field?.go ?? goType(type);
    if ('list' in type) {
      if (tree.kind !== 'list') return this.wrongType(tree, owner, go);
      const items = tree.items.map((item, index) => this.value(item, type.list, null, owner, `${strict}[${index}]`));
      return items.map((item) => item ?? zero(type.list));
    }
    if (tree.kind !== 'map') return this.wrongType(tree, owner, go);
    return 'map' in type ? this.mapOf(tree, type.map, owner, strict) : this.objectOf(tree, type.struct, owner, strict);
  }

  private mapOf(map: MapNode, type: FieldType, owner: Owner, strict: string): Json {
    const object: Record<string, Json> = Object.create(null);
    for (const entry of this.entries(map)) {
      if (this.fatal !== null) break;
      const value = this.value(entry.value, type, null, owner, join(strict, entry.key));
      if (value !== undefined) object[entry.key] = value ?? zero(type);
    }
    return sortKeys(object);
  }

  /** A struct inside a list, or behind a pointer: one value, fields in Go's order, empty ones left out. */
  private objectOf(map: MapNode, struct: Struct, owner: Owner, strict: string): Json {
    const found = new Map<string, Json>();
    for (const entry of this.entries(map)) {
      if (this.fatal !== null) break;
      const field = this.fieldOf(struct, entry.key);
      if (field === null) {
        this.unknown.push({ message: `unknown field ${goQuote(join(strict, entry.key))}`, span: entry.keySpan });
        continue;
      }
      const at = { struct: struct.name, path: `${owner.path}.${field.name}` };
      const value = this.value(entry.value, field.type, field, at, join(strict, entry.key));
      if (value !== undefined && value !== null) found.set(field.name, value);
    }
    const object: Record<string, Json> = {};
    for (const field of struct.fields) {
      const value = found.get(field.name) ?? (field.presence === 'nullable' ? null : zero(field.type));
      const empty = value === null || (field.presence === 'value' && isEmpty(value));
      if (!empty || field.always === true) object[field.name] = value;
    }
    return object;
  }

  private integer(tree: Tree, type: 'int32' | 'int64' | 'uint32', go: string, owner: Owner): Json | undefined {
    if (tree.kind !== 'number') return this.wrongType(tree, owner, go);
    const fits = /^-?\d+$/.test(tree.text) && inRange(BigInt(tree.text), type);
    if (fits) return tree.value;
    return this.remember(`number ${tree.text}`, tree.span, owner, go);
  }

  private duration(text: string, span: Span): Json | undefined {
    const parsed = parseDuration(text);
    return parsed.ok ? formatDuration(parsed.nanoseconds) : this.abort(parsed.error, span);
  }

  private time(text: string, span: Span): Json | undefined {
    const error = timeError(text);
    return error === null ? text : this.abort(error, span);
  }

  private timeOrDuration(tree: Tree): Json | undefined {
    if (tree.kind === 'string') return this.duration(tree.value, tree.span);
    if (tree.kind === 'number' && /^-?\d+$/.test(tree.text)) return tree.value;
    const kind = tree.kind === 'number' ? `number ${tree.text}` : kindName(tree);
    return this.abort(
      `invalid duration ${goQuote(compactJson(tree))}: json: cannot unmarshal ${kind} into Go value of type time.Duration`,
      tree.span,
    );
  }

  private quantity(tree: Tree): Json | undefined {
    const text = tree.kind === 'number' ? tree.text : tree.kind === 'string' ? tree.value.trim() : '';
    return parseQuantity(text)?.canonical ?? this.abort(QUANTITY_ERROR, tree.span);
  }

  private wrongType(tree: Tree, owner: Owner | null, go: string): undefined {
    return this.remember(kindName(tree), tree.span, owner, go);
  }

  private remember(value: string, span: Span, owner: Owner | null, go: string): undefined {
    this.saved ??= { message: typeError(value, owner, go), span };
    return undefined;
  }

  private abortType(tree: Tree, owner: Owner, go: string): undefined {
    return this.abort(typeError(kindName(tree), owner, go), tree.span);
  }

  private abort(message: string, span: Span): undefined {
    this.fatal ??= { message, span };
    return undefined;
  }
}

function typeError(value: string, owner: Owner | null, go: string): string {
  const target = owner === null ? 'Go value' : `Go struct field ${owner.struct}.${owner.path}`;
  return `json: cannot unmarshal ${value} into ${target} of type ${go}`;
}

/** What encoding/json calls a kind of value. */
export function kindName(tree: Tree): string {
  return tree.kind === 'list' ? 'array' : tree.kind === 'map' ? 'object' : tree.kind;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function goType(type: FieldType): string {
  if (typeof type === 'string')
    return { duration: 'v1.Duration', quantity: 'resource.Quantity' }[type as string] ?? type;
  if ('list' in type) return `[]${goType(type.list)}`;
  return 'map' in type ? `map[string]${goType(type.map)}` : type.struct.go;
}

function inRange(value: bigint, type: 'int32' | 'int64' | 'uint32'): boolean {
  if (type === 'uint32') return value >= 0n && value < 2n ** 32n;
  const half = 2n ** (type === 'int32' ? 31n : 63n);
  return value >= -half && value < half;
}

/** The zero of a Go type, as JSON. */
export function zero(type: FieldType): Json {
  if (typeof type !== 'string') return null;
  switch (type) {
    case 'bool':
      return false;
    case 'string':
      return '';
    case 'duration':
      return '0s';
    case 'quantity':
      return '0';
    default:
      return 0;
  }
}

/** Whether Go's `omitempty` leaves a value out. */
export function isEmpty(value: Json): boolean {
  if (value === null || value === false || value === 0 || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function sortKeys(object: Readonly<Record<string, Json>>): Json {
  const sorted: Record<string, Json> = Object.create(null);
  for (const key of Object.keys(object).sort()) sorted[key] = object[key] ?? null;
  return sorted;
}
