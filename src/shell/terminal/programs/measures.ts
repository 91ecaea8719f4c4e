import type { EntryStatus } from '../../files/entry.ts';

/** A question to what is known of a file; null when the words of it are none. */
export type Measure = ((status: EntryStatus, now: number) => boolean) | null;

/** `-perm 600`, `-perm -o+r`, `-perm /022`. */
export function permission(text: string): Measure {
  const [, sign = '', mode = ''] = /^([-/]?)(.*)$/.exec(text) ?? [];
  const wanted = /^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) : symbolic(mode);
  if (wanted === null) return null;
  return (status) => {
    const has = status.mode & 0o7777;
    if (sign === '-') return (has & wanted) === wanted;
    return sign === '/' ? wanted === 0 || (has & wanted) !== 0 : has === wanted;
  };
}

/** `u=rw,g+r`: what a symbolic mode makes of nothing. */
function symbolic(text: string): number | null {
  let mode = 0;
  for (const clause of text.split(',')) {
    const [, who = '', rights = ''] = /^([ugoa]*)[=+]([rwxst]*)$/.exec(clause) ?? [];
    if (!/^[ugoa]*[=+][rwxst]*$/.test(clause)) return null;
    for (const [letter, shift] of [
      ['u', 6],
      ['g', 3],
      ['o', 0],
    ] as const) {
      if (who !== '' && !who.includes('a') && !who.includes(letter)) continue;
      for (const [right, bit] of [
        ['r', 4],
        ['w', 2],
        ['x', 1],
      ] as const)
        if (rights.includes(right)) mode |= bit << shift;
      if (rights.includes('s') && shift > 0) mode |= shift === 6 ? 0o4000 : 0o2000;
    }
    if (rights.includes('t')) mode |= 0o1000;
  }
  return mode;
}

const UNITS: Readonly<Record<string, number>> = { c: 1, w: 2, b: 512, k: 1024, M: 1024 * 1024, G: 1024 ** 3 };

/** `-size +10k`. */
export function size(text: string): Measure {
  const [, sign = '', count = '', unit = 'b'] = /^([-+]?)(\d+)([cwbkMG]?)$/.exec(text) ?? [];
  if (count === '') return null;
  const scale = UNITS[unit === '' ? 'b' : unit] ?? 512;
  return (status) => compared(Math.ceil(status.size / scale), sign, Number(count));
}

/** `-mtime -1`, with the milliseconds of its unit. */
export function age(text: string, unit: number): Measure {
  const [, sign = '', count = ''] = /^([-+]?)(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (count === '') return null;
  return (status, now) => compared(Math.floor((now - status.modifiedAt) / unit), sign, Number(count));
}

function compared(value: number, sign: string, wanted: number): boolean {
  return sign === '+' ? value > wanted : sign === '-' ? value < wanted : value === wanted;
}
