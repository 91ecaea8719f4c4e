import { type DirectiveKind, UNIT_KEYS } from './directives.table.ts';

const KINDS: ReadonlyMap<string, ReadonlyMap<string, DirectiveKind>> = new Map(
  Object.entries(UNIT_KEYS).map(([section, kinds]) => [section, keysOf(kinds)]),
);

function keysOf(kinds: Readonly<Partial<Record<DirectiveKind, string>>>): ReadonlyMap<string, DirectiveKind> {
  const keys = new Map<string, DirectiveKind>();
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names.split(' ')) keys.set(name, kind as DirectiveKind);
  }
  return keys;
}

/** Whether a service unit may have the section. */
export function isKnownSection(section: string): boolean {
  return KINDS.has(section);
}

/** Whether systemd takes the key in the section. Case counts. */
export function isKnownKey(section: string, key: string): boolean {
  return KINDS.get(section)?.has(key) ?? false;
}

/** How the key's value is read; null for an unknown key. */
export function kindOf(section: string, key: string): DirectiveKind | null {
  return KINDS.get(section)?.get(key) ?? null;
}

/** The keys of a section, in systemd's order within each kind. */
export function keysIn(section: string): readonly string[] {
  return [...(KINDS.get(section)?.keys() ?? [])];
}
