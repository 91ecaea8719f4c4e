/** The umask of root's shell: what a clause without `u`, `g`, `o` or `a` leaves alone. */
const UMASK = 0o022;

/** What a mode as typed makes of one that is there; null when the words are none. `-w` is one, too. */
export function modeChange(text: string): ((mode: number, isDirectory: boolean) => number) | null {
  if (/^[0-7]{1,5}$/.test(text) && Number.parseInt(text, 8) <= 0o7777) return () => Number.parseInt(text, 8);
  const clauses = text.split(',');
  if (!clauses.every((clause) => CLAUSE.test(clause))) return null;
  return (before, isDirectory) => clauses.reduce((mode, clause) => afterClause(clause, mode, isDirectory), before);
}

/** `rw-r--r--` */
export function rightsText(mode: number): string {
  return [...'rwxrwxrwx'].map((letter, at) => ((mode & (0o400 >> at)) === 0 ? '-' : letter)).join('');
}

const CLAUSE = /^[ugoa]*([-+=]([rwxXst]*|[ugo]))+$/;

function afterClause(clause: string, before: number, isDirectory: boolean): number {
  const who = /^[ugoa]*/.exec(clause)?.[0] ?? '';
  const whole = who === '' || who.includes('a');
  const classes = whole ? 0o777 : spread(who, 0o7);
  const special = (whole || who.includes('u') ? 0o4000 : 0) | (whole || who.includes('g') ? 0o2000 : 0);
  let mode = before;
  for (const [, sign = '', rights = ''] of clause.slice(who.length).matchAll(/([-+=])([^-+=]*)/g)) {
    let bits = spread('ugo', bitsOf(rights, mode, isDirectory)) & classes;
    if (who === '') bits &= ~UMASK;
    if (rights.includes('s')) bits |= special;
    if (rights.includes('t')) bits |= 0o1000;
    if (sign === '-') mode &= ~bits;
    else if (sign === '+') mode |= bits;
    else mode = (mode & ~(classes | (isDirectory ? 0 : special))) | bits;
  }
  return mode;
}

/** Three bits of `rwx`, or those that a class has. */
function bitsOf(rights: string, mode: number, isDirectory: boolean): number {
  if (/^[ugo]$/.test(rights)) return (mode >> (6 - 3 * 'ugo'.indexOf(rights))) & 7;
  const runs = rights.includes('x') || (rights.includes('X') && (isDirectory || (mode & 0o111) !== 0));
  return (rights.includes('r') ? 4 : 0) | (rights.includes('w') ? 2 : 0) | (runs ? 1 : 0);
}

/** The same three bits for each of some classes. */
function spread(who: string, bits: number): number {
  return [...'ugo'].reduce((mode, each, at) => (who.includes(each) ? mode | (bits << (6 - 3 * at)) : mode), 0);
}
