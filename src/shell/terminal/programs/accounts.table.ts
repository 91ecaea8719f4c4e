/** The users and groups of a node, as Debian numbers them. */
export const USERS: Readonly<Record<string, { readonly id: number; readonly group: string }>> = {
  root: { id: 0, group: 'root' },
  daemon: { id: 1, group: 'daemon' },
  bin: { id: 2, group: 'bin' },
  sys: { id: 3, group: 'sys' },
  man: { id: 6, group: 'man' },
  mail: { id: 8, group: 'mail' },
  'www-data': { id: 33, group: 'www-data' },
  backup: { id: 34, group: 'backup' },
  _apt: { id: 42, group: 'nogroup' },
  nobody: { id: 65_534, group: 'nogroup' },
  'systemd-network': { id: 998, group: 'systemd-network' },
  sshd: { id: 101, group: 'nogroup' },
  ubuntu: { id: 1000, group: 'ubuntu' },
};

export const GROUPS: Readonly<Record<string, number>> = {
  root: 0,
  daemon: 1,
  bin: 2,
  sys: 3,
  adm: 4,
  tty: 5,
  disk: 6,
  man: 12,
  sudo: 27,
  'www-data': 33,
  backup: 34,
  shadow: 42,
  utmp: 43,
  staff: 50,
  users: 100,
  'systemd-journal': 999,
  'systemd-network': 998,
  ubuntu: 1000,
  nogroup: 65_534,
};

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
