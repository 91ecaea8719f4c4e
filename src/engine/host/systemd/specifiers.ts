import { MACHINE } from '../machine.table.ts';

/** What `%` specifiers stand for in a unit. */
export interface SpecifierContext {
  /** `kubelet.service` */
  readonly unit: string;
  readonly hostname: string;
  /** Path of the fragment, for `%y` and `%Y`. */
  readonly fragment: string | null;
}

/**
 * Replaces `%n`, `%H` and the like; `%%` is a percent sign. Null for a letter or digit that stands for nothing, which
 * systemd calls an "Invalid slot"; a percent sign before anything else stays.
 * Models specifier_printf of src/shared/specifier.c and unit_full_printf, v252, for the system manager.
 */
export function expandSpecifiers(text: string, context: SpecifierContext): string | null {
  if (!text.includes('%')) return text;
  const values = valuesOf(context);
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const letter = text.charAt(index + 1);
    if (character !== '%' || letter === '') {
      result += character;
      continue;
    }
    const value = letter === '%' ? '%' : values.get(letter);
    if (value === undefined && /[A-Za-z0-9]/.test(letter)) return null;
    result += value ?? `%${letter}`;
    index += 1;
  }
  return result;
}

/** The machine, as its kernel and `/etc/os-release` say. Ids that differ from boot to boot are left empty. */
const SYSTEM: readonly (readonly [string, string])[] = [
  ['a', 'x86-64'],
  ['v', MACHINE.kernel],
  ['o', 'debian'],
  ['w', '12'],
  ...[...'ABMWbm'].map((letter) => [letter, ''] as const),
];

function valuesOf({ unit, hostname, fragment }: SpecifierContext): ReadonlyMap<string, string> {
  const dot = unit.lastIndexOf('.');
  const prefixAndInstance = dot < 0 ? unit : unit.slice(0, dot);
  const at = prefixAndInstance.indexOf('@');
  const prefix = at < 0 ? prefixAndInstance : prefixAndInstance.slice(0, at);
  const instance = at < 0 ? '' : prefixAndInstance.slice(at + 1);
  const file = fragment ?? '';
  return new Map([
    ['n', unit],
    ['N', prefixAndInstance],
    ['p', prefix],
    ['P', unescapeName(prefix)],
    ['i', instance],
    ['I', unescapeName(instance)],
    ['j', prefix.slice(prefix.lastIndexOf('-') + 1)],
    ['J', unescapeName(prefix.slice(prefix.lastIndexOf('-') + 1))],
    ['H', hostname],
    ['l', hostname.split('.')[0] ?? ''],
    ['q', hostname],
    ['f', `/${unescapeName(instance === '' ? prefix : instance)}`],
    ['c', `/system.slice/${unit}`],
    ['d', `/run/credentials/${unit}`],
    ['u', 'root'],
    ['U', '0'],
    ['g', 'root'],
    ['G', '0'],
    ['h', '/root'],
    ['s', '/bin/bash'],
    ['t', '/run'],
    ['S', '/var/lib'],
    ['C', '/var/cache'],
    ['L', '/var/log'],
    ['E', '/etc'],
    ['T', '/tmp'],
    ['V', '/var/tmp'],
    ...SYSTEM,
    ['y', file],
    ['Y', file.slice(0, Math.max(file.lastIndexOf('/'), 0))],
  ]);
}

function unescapeName(text: string): string {
  return text
    .replaceAll('-', '/')
    .replaceAll(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
