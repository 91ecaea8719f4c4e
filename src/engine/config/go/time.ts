import { goQuoteBytes } from './quote.ts';

const LAYOUT = '2006-01-02T15:04:05Z07:00';

/** The parts of a time by RFC 3339: how Go's layout writes them, their form, the range that Go minds. */
const PARTS: readonly (readonly [string, RegExp, (readonly [string, number, number])?])[] = [
  ['2006', /^\d{4}/],
  ['-', /^-/],
  ['01', /^\d\d/, ['month', 1, 12]],
  ['-', /^-/],
  ['02', /^\d\d/],
  ['T', /^T/],
  ['15', /^\d\d?/, ['hour', 0, 23]],
  [':', /^:/],
  ['04', /^\d\d/, ['minute', 0, 59]],
  [':', /^:/],
  ['05', /^\d\d/, ['second', 0, 59]],
  ['Z07:00', /^(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)/],
];

/** Why Go refuses a text as a time by RFC 3339; null when it takes it. Models time.Parse, Go 1.26. */
export function timeError(text: string): string | null {
  const words = `parsing time ${goQuoteBytes(text)}`;
  let rest = text;
  for (const [layout, form, range] of PARTS) {
    const found = form.exec(rest)?.[0];
    if (found === undefined) {
      const left = layout === 'Z07:00' ? rest.replace(/^[.,]\d+/, '') : rest;
      return `${words} as "${LAYOUT}": cannot parse ${goQuoteBytes(left)} as "${layout}"`;
    }
    if (range !== undefined && (Number(found) < range[1] || Number(found) > range[2])) {
      return `${words}: ${range[0]} out of range`;
    }
    const zone = /[-+](\d\d):(\d\d)$/.exec(found);
    if (zone !== null && Number(zone[1]) > 24) return `${words}: time zone offset hour out of range`;
    if (zone !== null && Number(zone[2]) > 60) return `${words}: time zone offset minute out of range`;
    rest = rest.slice(found.length);
  }
  if (rest !== '') return `${words}: extra text: ${goQuoteBytes(rest)}`;
  return dayExists(text) ? null : `${words}: day out of range`;
}

function dayExists(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= days;
}
