import { GROUP, PASSWD } from '#engine/host/accounts.table.ts';

/** A user of a node: its number, and the name of its own group. */
interface User {
  readonly id: number;
  readonly group: string;
}

const GROUP_ROWS = rowsOf(GROUP);

/** The groups of a node and their numbers, as `/etc/group` has them. */
export const GROUPS: Readonly<Record<string, number>> = Object.fromEntries(
  GROUP_ROWS.map(([name = '', , id]) => [name, Number(id)] as const),
);

/** The users of a node, as `/etc/passwd` has them. */
export const USERS: Readonly<Record<string, User>> = Object.fromEntries(
  rowsOf(PASSWD).map(([name = '', , id, group = '']) => [name, { id: Number(id), group: groupNamed(group) }] as const),
);

/** The groups that a user is in, its own first. */
export function groupsOf(name: string): readonly string[] {
  const own = Object.hasOwn(USERS, name) ? USERS[name]?.group : undefined;
  const further = GROUP_ROWS.flatMap(([group = '', , , members = '']) =>
    members.split(',').includes(name) && group !== own ? [group] : [],
  );
  return own === undefined ? further : [own, ...further];
}

/** The name that a user's number has, as `ls` shows it; what has none stays as it was typed. */
export function userNamed(name: string): string {
  return Object.keys(USERS).find((one) => USERS[one]?.id === Number(name) && /^\d+$/.test(name)) ?? name;
}

/** The same for a group. */
export function groupNamed(name: string): string {
  return Object.keys(GROUPS).find((one) => GROUPS[one] === Number(name) && /^\d+$/.test(name)) ?? name;
}

/** The number of a user's name; a name that is a number is that number, another one none. */
export function userNumber(name: string): number | null {
  if (/^\d+$/.test(name)) return Number(name);
  return Object.hasOwn(USERS, name) ? (USERS[name]?.id ?? null) : null;
}

/** The same for a group. */
export function groupNumber(name: string): number | null {
  if (/^\d+$/.test(name)) return Number(name);
  return Object.hasOwn(GROUPS, name) ? (GROUPS[name] ?? null) : null;
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(':'));
}
