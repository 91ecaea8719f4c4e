import { isObject, type Json } from '../../json.ts';
import { csvText, parseCsvRow } from '../go/csv.ts';
import { formatDuration, parseDuration } from '../go/duration.ts';
import { type ParsedNumber, parseBool, parseInteger, parseLevel } from '../go/numbers.ts';
import { parseQuantity, QUANTITY_ERROR } from '../go/quantity.ts';
import type { Flag, FlagType } from './flag.ts';
import { isIp } from './ip.ts';
import { parseReservedMemory, reservedMemoryText } from './reservedMemory.ts';
import { parseTaints, taintsText } from './taints.ts';

/** A flag's new value, or why its text was refused. */
export type SetResult = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly error: string };

type Setter = (text: string, before: Json, first: boolean) => SetResult;

const took = (value: Json): SetResult => ({ ok: true, value });
const refused = (error: string): SetResult => ({ ok: false, error });

/**
 * Takes one occurrence of a flag. `before` is the value so far; `first` is true for the first occurrence, which
 * replaces a default where later ones add to it.
 */
export function setFlag(flag: Flag, text: string, before: Json, first: boolean): SetResult {
  return SETTERS[flag.type](text, before, first);
}

const duration: Setter = (text) => {
  const parsed = parseDuration(text);
  return parsed.ok ? took(formatDuration(parsed.nanoseconds)) : refused(parsed.error);
};

const bool: Setter = (text) => {
  const parsed = parseBool(text);
  return parsed.ok ? took(parsed.value) : refused(parsed.error);
};

function numeric(parse: (text: string) => ParsedNumber): Setter {
  return (text) => {
    const parsed = parse(text);
    return parsed.ok ? took(parsed.value) : refused(parsed.error);
  };
}

/** Go's own flag package says no more than that. */
function terse(setter: Setter): Setter {
  return (text, before, first) => {
    const result = setter(text, before, first);
    if (result.ok) return result;
    return refused(result.error.endsWith('value out of range') ? 'value out of range' : 'parse error');
  };
}

/** `a=1,b=2`: pairs that add up over occurrences. */
function pairs(
  separator: string,
  add: (key: string, value: string, map: Map<string, Json>) => string | null,
  split = true,
): Setter {
  return (text, before, first) => {
    const map = new Map<string, Json>(first || !isObject(before) ? [] : Object.entries(before));
    for (const pair of split ? text.split(',') : [text]) {
      if (pair === '' && split) continue;
      const at = pair.indexOf(separator);
      if (at === -1) return refused(malformed(separator));
      const error = add(pair.slice(0, at).trim(), pair.slice(at + 1).trim(), map);
      if (error !== null) return refused(error);
    }
    return took(sorted(map));
  };
}

function malformed(separator: string): string {
  return `malformed pair, expect string${separator}string`;
}

const text: Setter = (value) => took(value);

const keep = (key: string, value: string, map: Map<string, Json>): null => {
  map.set(key, value);
  return null;
};

const gates: Setter = (value, before, first) => {
  const result = pairs('=', (key, word, map) => {
    const parsed = parseBool(word);
    if (!parsed.ok) return `invalid value of ${key}: ${word}, err: ${parsed.error}`;
    map.set(key, parsed.value);
    return null;
  })(value, before, first);
  return !result.ok && result.error === malformed('=') ? refused('malformed pair, expect string=bool') : result;
};

const labels: Setter = (value, before) => {
  const map = new Map<string, Json>(isObject(before) ? Object.entries(before) : []);
  for (const pair of value.split(',').filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    map.set((at === -1 ? pair : pair.slice(0, at)).trim(), at === -1 ? '' : pair.slice(at + 1).trim());
  }
  return took(sorted(map));
};

const vmodule: Setter = (value, before, first) => {
  const items: Json[] = first || !Array.isArray(before) ? [] : [...before];
  for (const pattern of value.split(',').filter((part) => part !== '')) {
    const [file = '', level = '', ...rest] = pattern.split('=');
    if (file === '' || level === '' || rest.length > 0)
      return refused(`"${pattern}" does not have the pattern=N format`);
    const parsed = parseLevel(level);
    if (!parsed.ok) return refused(`parsing verbosity in "${pattern}": ${parsed.error}`);
    items.push({ filePattern: file, verbosity: parsed.value });
  }
  return took(items);
};

const SETTERS: Readonly<Record<FlagType, Setter>> = {
  bool,
  int32: numeric((value) => parseInteger(value, 32)),
  int64: numeric((value) => parseInteger(value, 64)),
  duration,
  string: text,
  strings: (value, before, first) => {
    const row = parseCsvRow(value);
    if (!row.ok) return refused(row.error);
    return took(first || !Array.isArray(before) ? row.fields : [...before, ...row.fields]);
  },
  // An empty address detaches the flag from its field, which stays as it was.
  ip: (value, before) =>
    value === '' ? took(before) : isIp(value) ? took(value) : refused(`"${value}" is not a valid IP address`),
  map: pairs('=', keep),
  'map-single': pairs('=', keep, false),
  labels,
  thresholds: pairs('<', keep),
  gates,
  multimap: pairs(':', (key, value, map) => {
    const list = map.get(key);
    map.set(key, [...(Array.isArray(list) ? list : []), value]);
    return null;
  }),
  level: numeric(parseLevel),
  vmodule,
  quantity: (value) => {
    const parsed = parseQuantity(value);
    return parsed === null ? refused(QUANTITY_ERROR) : took(parsed.canonical);
  },
  taints: parseTaints,
  'reserved-memory': (value, before, first) => parseReservedMemory(value, first ? null : before),
  version: (value) => {
    if (value === 'raw') return took(value);
    const parsed = parseBool(value);
    return parsed.ok ? took(String(parsed.value)) : refused(parsed.error);
  },
  'go-bool': terse(bool),
  'go-int': terse(numeric((value) => parseInteger(value, 64))),
  'go-duration': terse(duration),
  'go-string': text,
};

/** A value as `/flagz` prints it. */
export function flagText(flag: Flag, value: Json): string {
  switch (flag.type) {
    case 'strings':
      return csvText(Array.isArray(value) ? value.map(String) : []);
    case 'map':
    case 'map-single':
    case 'labels':
    case 'gates':
      return pairsText(value, '=');
    case 'thresholds':
      return pairsText(value, '<');
    case 'multimap':
      return multimapText(value);
    case 'vmodule':
      return Array.isArray(value)
        ? value.map((item) => (isObject(item) ? `${item.filePattern}=${item.verbosity}` : '')).join(',')
        : '';
    case 'taints':
      return taintsText(value);
    case 'reserved-memory':
      return reservedMemoryText(value);
    default:
      return value === null ? '' : String(value);
  }
}

function pairsText(value: Json, separator: string): string {
  if (!isObject(value)) return '';
  return Object.entries(value)
    .map(([key, item]) => key + separator + String(item))
    .sort()
    .join(',');
}

function multimapText(value: Json): string {
  if (!isObject(value)) return '';
  return Object.keys(value)
    .sort()
    .flatMap((key) => {
      const items = value[key];
      return Array.isArray(items) ? items.map((item) => `${key}:${String(item)}`) : [];
    })
    .join(',');
}

/** An object without a prototype, keys in Go's printing order. */
function sorted(map: ReadonlyMap<string, Json>): Json {
  const object: Record<string, Json> = Object.create(null);
  for (const key of [...map.keys()].sort()) object[key] = map.get(key) ?? null;
  return object;
}
