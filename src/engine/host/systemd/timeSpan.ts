const UNITS: readonly (readonly [names: string, milliseconds: number])[] = [
  ['usec us µs μs', 0.001],
  ['msec ms', 1],
  ['seconds second sec s', 1000],
  ['minutes minute min m', 60_000],
  ['hours hour hr h', 3_600_000],
  ['days day d', 86_400_000],
  ['weeks week w', 604_800_000],
  ['months month M', 2_629_800_000],
  ['years year y', 31_557_600_000],
];

const MILLISECONDS: ReadonlyMap<string, number> = new Map(
  UNITS.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)),
);

/** systemd counts microseconds in 64 bits. */
const LONGEST = 2 ** 64 / 1000;

/** What `infinity` is. Not a JSON value: never put it into a world. */
export const FOREVER = Number.POSITIVE_INFINITY;

/**
 * Milliseconds of a time span (`10`, `1min 30s`, `500ms`, `infinity` = {@link FOREVER}); null when it is none.
 * A bare number is seconds. Models parse_time of src/basic/time-util.c, v252.
 */
export function parseTimeSpan(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === 'infinity') return FOREVER;
  let rest = trimmed;
  let total = 0;
  while (rest !== '') {
    const part =
      /^\+?(\d+)(\.\d+)?(?!\.)\s*([A-Za-zµμ]*)\s*/.exec(rest) ?? /^()(\.\d+)(?!\.)\s*([A-Za-zµμ]*)\s*/.exec(rest);
    if (part === null) return null;
    const unit = part[3] === '' ? 1000 : MILLISECONDS.get(part[3] ?? '');
    if (unit === undefined || Number(part[1]) >= Math.floor(LONGEST / unit)) return null;
    total += Number(`${part[1] ?? ''}${part[2] ?? ''}`) * unit;
    rest = rest.slice(part[0].length);
  }
  return trimmed === '' || total >= LONGEST ? null : total;
}
