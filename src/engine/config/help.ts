import type { Json } from '../json.ts';
import { minorOf } from '../versions/release.ts';
import { type Field, type FieldType, inner } from './fields/field.ts';
import { fieldAt } from './fields/leaves.ts';
import { deprecation, type Flag, type FlagType, flagFallback, flagNamed } from './flags/flag.ts';
import { flagText } from './flags/values.ts';

/** Help for one word: `detail` is one line, `documentation` paragraphs of plain text split by blank lines. */
export interface Help {
  readonly label: string;
  readonly insert: string;
  readonly detail: string;
  readonly documentation: string;
}

/** Defaults that the table cannot hold because they depend on other fields. */
const DEPENDENT: Readonly<Record<string, string>> = {
  nodeStatusReportFrequency: 'default 5m0s, or nodeStatusUpdateFrequency if that is set',
  serializeImagePulls: 'default true, false if maxParallelImagePulls is above 1',
  evictionHard: 'default: five thresholds, none without --config',
  imagePullCredentialsVerificationPolicy: 'default NeverVerifyPreloadedImages',
};

/** Help for a field of KubeletConfiguration, by its dotted path; null where the version has none. */
export function describeField(path: string, version: string): Help | null {
  const field = fieldAt(path, minorOf(version));
  if (field === null) return null;
  return {
    label: field.name,
    insert: insertOf(field),
    detail: [typeName(field.type), defaultWords(path, field)].filter((part) => part !== '').join(', '),
    documentation: [field.says, ...fieldNotes(field)].join('\n\n'),
  };
}

function insertOf(field: Field): string {
  return inner(field) === null && typeof field.type === 'string' ? `${field.name}: ` : `${field.name}:`;
}

function typeName(type: FieldType): string {
  if (typeof type !== 'string')
    return 'list' in type
      ? `list of ${typeName(type.list)}`
      : 'map' in type
        ? `map to ${typeName(type.map)}`
        : 'object';
  return type === 'time-or-duration' ? 'duration' : type;
}

function defaultWords(path: string, field: Field): string {
  const dependent = Object.hasOwn(DEPENDENT, path) ? DEPENDENT[path] : undefined;
  if (dependent !== undefined) return dependent;
  const words = field.fallback === undefined ? '' : `default ${plainText(field.fallback)}`;
  if (field.legacy === undefined) return words;
  return `${words === '' ? 'default 0' : words}, but ${plainText(field.legacy)} without --config`;
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fieldNotes(field: Field): readonly string[] {
  const notes: string[] = [];
  if (field.values !== undefined) notes.push(`Possible values: ${field.values.join(', ')}.`);
  if (field.presence === 'value' && field.fallback !== undefined && inner(field) === null) {
    notes.push('A zero or empty value in a file means the default.');
  }
  if (field.file === true) notes.push('A relative path is seen from the folder of the file.');
  if (field.flag !== undefined && field.flag !== '')
    notes.push(`The flag --${field.flag} sets the same and wins over files.`);
  if (field.hardened !== undefined) notes.push(`A hardened node has ${plainText(field.hardened)} here.`);
  return notes;
}

const FLAG_TYPES: Readonly<Partial<Record<FlagType, string>>> = {
  strings: 'list',
  ip: 'IP address',
  map: 'key=value,…',
  'map-single': 'key=value',
  labels: 'key=value,…',
  thresholds: 'signal<amount,…',
  gates: 'Gate=true|false,…',
  multimap: 'key:value,…',
  level: 'number',
  vmodule: 'pattern=N,…',
  taints: 'key=value:Effect,…',
  version: 'bool',
};

/** Help for a flag, by its name without dashes (`_` counts as `-`); null where the version has none. */
export function describeFlag(name: string, version: string): Help | null {
  const minor = minorOf(version);
  const flag = flagNamed(name, minor);
  if (flag === null) return null;
  const field = flag.field === undefined ? null : fieldAt(flag.field, minor);
  const fallback = flagText(flag, flagFallback(flag, minor));
  return {
    label: `--${flag.name}`,
    insert: `--${flag.name}=`,
    detail: flagDetail(flag, fallback),
    documentation: [flag.says ?? field?.says ?? '', ...flagNotes(flag)].join('\n\n'),
  };
}

function flagNotes(flag: Flag): readonly string[] {
  const notes: string[] = [];
  if (flag.field !== undefined) notes.push(`Sets the field ${flag.field}, and wins over files.`);
  if (flag.type === 'bool') notes.push('Needs an equals sign: a word after a blank is another argument.');
  if (deprecation(flag) !== null) notes.push('Deprecated, but works.');
  return notes;
}

function flagDetail(flag: Flag, fallback: string): string {
  const type = FLAG_TYPES[flag.type] ?? flag.type.replace('go-', '');
  if (fallback === '' || fallback === '[]') return type;
  // The default of a flag with a field is the one of a start without a file.
  return `${type}, default ${fallback}${flag.field === undefined ? '' : ' without --config'}`;
}
