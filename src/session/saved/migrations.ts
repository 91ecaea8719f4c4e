type Fields = Readonly<Record<string, unknown>>;

/** How a run of each earlier format becomes one of the next. Each gets any fields whatsoever; the schema judges at the end. */
const MIGRATIONS: readonly ((old: Fields) => Fields)[] = [
  // 1 → 2: what was done and what was undone (nearest last) become one list with a place in it; notes came.
  ({ played, undone, scenario, hintsOpened }) => {
    if (!Array.isArray(played) || !Array.isArray(undone)) return {};
    const steps = [...played, ...undone.toReversed()];
    return { format: 2, scenario, steps, at: played.length, hintsOpened, note: '' };
  },
  // 2 → 3: lines of the terminal came, and with them further events.
  (old) => ({ ...old, format: 3 }),
];

/**
 * A value as the format `to` has it; itself when it is no run at all, so that the schema says what is wrong.
 * `newer` for a format that is not known yet.
 */
export function migrate(value: unknown, to: number): unknown {
  if (!isFields(value) || !Object.hasOwn(value, 'format') || typeof value.format !== 'number') return value;
  if (value.format > to) return 'newer';
  return MIGRATIONS.slice(Math.max(0, value.format - 1)).reduce((fields, next) => next(fields), value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
